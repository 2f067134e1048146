// How an attempt ends, on a clock that the test turns.
import { describe, expect, it } from 'vitest';
import type { Observation } from '#protocol';
import { type Attempt, createAttempt } from '../../../../widget/sensors/attempt.ts';

function play(story: (attempt: Attempt) => void, refusals = 1, cameAt = 0): string[] {
  const seen: string[] = [];
  story(
    createAttempt((one: Observation) => seen.push(`${one.t} ${one.type}`), {
      refusals: () => refusals,
      cameAt: () => cameAt,
    }),
  );
  return seen;
}

describe('attempt', () => {
  it('several marks of one moment are one refusal', () => {
    const seen = play((attempt) => {
      attempt.submit(0);
      attempt.mark(50, 'invalid', 'a');
      attempt.pass(50);
      attempt.mark(50, 'invalid', 'b');
      attempt.pass(900);
      attempt.pass(4_000);
    });
    expect(seen).toEqual(['0 submit', '50 invalid', '50 invalid', '50 submit-failed']);
  });

  it('silence is a failure after three seconds', () => {
    const seen = play((attempt) => {
      attempt.submit(0);
      attempt.pass(2_999);
      attempt.pass(3_000);
      attempt.pass(9_000);
    });
    expect(seen).toEqual(['0 submit', '3000 submit-failed']);
  });

  it('another step is a success, and forgets what was wrong', () => {
    const seen = play((attempt) => {
      attempt.mark(0, 'invalid', 'a');
      attempt.submit(100);
      attempt.fields(2_100, 2, true);
      attempt.submit(5_000);
      attempt.pass(8_000);
    });
    expect(seen).toEqual(['0 invalid', '100 submit', '5000 submit', '8000 submit-failed']);
  });

  it('a form that is gone for two seconds is done; one that comes back is not', () => {
    const back = play((attempt) => {
      attempt.submit(0);
      attempt.gone(500);
      attempt.pass(2_000);
      attempt.fields(2_100, 2, true);
      attempt.pass(9_000);
    });
    expect(back).toEqual(['0 submit']);
    const gone = play((attempt) => {
      attempt.submit(0);
      attempt.gone(500);
      attempt.pass(2_500);
    });
    expect(gone).toEqual(['0 submit', '2500 submitted']);
  });

  it('marks without an attempt are no failed submit', () => {
    expect(
      play((attempt) => {
        attempt.mark(0, 'invalid', 'a');
        attempt.pass(5_000);
        attempt.mark(6_000, 'valid', 'a');
      }),
    ).toEqual(['0 invalid', '6000 valid']);
  });

  it('a page that comes with errors was refused; with one question on it, that question each time', () => {
    const load = (fields: number) => (attempt: Attempt) => {
      attempt.fields(0, fields, true);
      attempt.mark(2, 'invalid', 'a');
      attempt.pass(1_000);
    };
    expect(play(load(1), 2)).toEqual([
      '2 invalid',
      '2 submit-failed',
      '2 submit',
      '2 invalid',
      '2 submit-failed',
    ]);
    expect(play(load(5), 2)).toEqual(['2 submit-failed', '2 submit', '2 invalid', '2 submit-failed']);
    expect(play(load(5), 1)).toEqual(['2 invalid', '2 submit-failed']);
  });

  it('a page that takes its time to come was refused all the same', () => {
    const seen = play(
      (attempt) => {
        attempt.fields(0, 5, true);
        attempt.mark(8_400, 'invalid', 'a');
        attempt.pass(9_000);
      },
      1,
      8_000,
    );
    expect(seen).toEqual(['8400 invalid', '8400 submit-failed']);
  });

  it('a quick answer to a quick attempt is no answer of the server before it', () => {
    const seen = play((attempt) => {
      attempt.fields(0, 5, true);
      attempt.submit(200);
      attempt.mark(250, 'invalid', 'a');
      attempt.pass(1_000);
    }, 3);
    expect(seen).toEqual(['200 submit', '250 invalid', '250 submit-failed']);
  });

  it('marks that come later are no answer of the server', () => {
    const seen = play((attempt) => {
      attempt.fields(0, 1, true);
      attempt.mark(5_000, 'invalid', 'a');
      attempt.pass(9_000);
    }, 3);
    expect(seen).toEqual(['5000 invalid']);
  });
});
