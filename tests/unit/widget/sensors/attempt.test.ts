// How an attempt ends, on a clock that the test turns.
import { describe, expect, it } from 'vitest';
import type { Observation } from '#protocol';
import { type Attempt, createAttempt } from '../../../../widget/sensors/attempt.ts';

function play(story: (attempt: Attempt) => void): string[] {
  const seen: string[] = [];
  story(createAttempt((one: Observation) => seen.push(`${one.t} ${one.type}`)));
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
    expect(seen).toEqual(['0 submit', '50 invalid', '50 invalid', '900 submit-failed']);
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
      attempt.fields(true);
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
      attempt.fields(true);
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
});
