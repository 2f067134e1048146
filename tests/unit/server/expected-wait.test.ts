// The wait that a citizen is told: founded on what was seen, as a range, and never better by time alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectWait, noteTake, type Take, type WaitRange } from '../../../server/domain/expected-wait.ts';
import { tellPlace } from '../../../server/domain/queue-place.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Taken one after the other, the last one now. */
function takesOf(gaps: readonly number[], last = NOW): Take[] {
  return gaps.map((gap, index) => {
    const later = gaps.slice(index + 1).reduce((sum, one) => sum + one, 0);
    return { at: last - later, gap };
  });
}

const gaps = fc.array(fc.integer({ min: 0, max: 8 * MINUTE }), { minLength: 0, maxLength: 40 });
const seen = fc.record({
  gaps,
  place: fc.integer({ min: 1, max: 200 }),
  idle: fc.integer({ min: 0, max: HOUR }),
});
const endOf = (range: WaitRange): number => range.to ?? Number.POSITIVE_INFINITY;

/** Unknown is no promise: it is not better than any range. */
function isNoBetter(later: WaitRange | null, sooner: WaitRange | null): boolean {
  if (later === null || sooner === null) return true;
  return later.from >= sooner.from && endOf(later) >= endOf(sooner);
}

describe('the expected wait', () => {
  it('[Q2] is a range of whole minutes, never negative and never empty', () => {
    fc.assert(
      fc.property(seen, (one) => {
        const range = expectWait(takesOf(one.gaps), { ...one, now: NOW });
        if (range === null) return true;
        return range.from >= 0 && endOf(range) > range.from && Number.isInteger(range.from);
      }),
    );
  });

  it('[Q2] is not shorter for who stands further back', () => {
    fc.assert(
      fc.property(seen, fc.integer({ min: 0, max: 50 }), (one, further) => {
        const takes = takesOf(one.gaps);
        const here = expectWait(takes, { ...one, now: NOW });
        const there = expectWait(takes, { ...one, place: one.place + further, now: NOW });
        return (here === null) === (there === null) && isNoBetter(there, here);
      }),
    );
  });

  it('[Q2] does not get shorter by time that passes while nobody is helped, and ends no sooner than what passed', () => {
    fc.assert(
      fc.property(seen, fc.integer({ min: 0, max: HOUR }), (one, passed) => {
        const takes = takesOf(one.gaps);
        const before = expectWait(takes, { ...one, now: NOW });
        const idle = one.idle + passed;
        const after = expectWait(takes, { ...one, idle, now: NOW + passed });
        if (!isNoBetter(after, before)) return false;
        return after === null || endOf(after) * MINUTE >= idle;
      }),
    );
  });

  it('[Q2] is unknown after fewer than five takes, and an hour after the last one', () => {
    const minutes = [1, 2, 1, 2, 1].map((gap) => gap * MINUTE);
    const look = { place: 2, idle: 0, now: NOW };
    expect(expectWait(takesOf(minutes.slice(1)), look)).toBeNull();
    expect(expectWait(takesOf(minutes), look)).not.toBeNull();
    expect(expectWait(takesOf(minutes), { ...look, now: NOW + HOUR + 1 })).toBeNull();
  });

  it('[Q2] leaves out what was more than an hour before the last one', () => {
    const takes = [
      ...takesOf(
        [1, 1, 1].map((gap) => gap * MINUTE),
        NOW - 2 * HOUR,
      ),
      ...takesOf([MINUTE, MINUTE]),
    ];
    expect(expectWait(takes, { place: 1, idle: 0, now: NOW })).toBeNull();
  });

  it.each([
    ['every minute and a half, the second', 90_000, 2, { from: 2, to: 4 }],
    ['every minute and a half, the first', 90_000, 1, { from: 1, to: 2 }],
    ['every ten seconds, the first', 10_000, 1, { from: 0, to: 1 }],
    ['every four minutes, the tenth', 240_000, 10, { from: 30, to: 50 }],
    ['every four minutes, the thirtieth', 240_000, 30, { from: 60, to: null }],
  ])('[Q2] is what people would say: %s', (_, gap, place, expected) => {
    const takes = takesOf(Array.from({ length: 10 }, () => gap));
    expect(expectWait(takes, { place, idle: 0, now: NOW })).toEqual(expected);
  });
});

describe('what is noted of a take', () => {
  it('[Q2] is how long nobody was taken while somebody waited: not the time in which nobody was there', () => {
    const first = noteTake([], NOW - 30_000, NOW);
    expect(first).toEqual([{ at: NOW, gap: 30_000 }]);
    // The next one came ten minutes later and waited twenty seconds.
    const later = NOW + 10 * MINUTE;
    expect(noteTake(first, later - 20_000, later).at(-1)).toEqual({ at: later, gap: 20_000 });
    // And one who waited all along.
    expect(noteTake(first, NOW - 5_000, NOW + 40_000).at(-1)).toEqual({ at: NOW + 40_000, gap: 40_000 });
  });

  it('[Q2] is kept of the newest twenty, and never negative when the clock is set back', () => {
    let takes: Take[] = [];
    for (let index = 0; index < 50; index += 1) takes = noteTake(takes, NOW, NOW - index * MINUTE);
    expect(takes).toHaveLength(20);
    expect(takes.every(({ gap }) => gap >= 0)).toBe(true);
  });
});

describe('the place that is told', () => {
  it('[Q1] is exact to ten, by tens to a hundred, and never better than it is', () => {
    expect([1, 2, 10, 11, 20, 21, 100, 101, 5_000].map(tellPlace)).toEqual([
      1, 2, 10, 20, 20, 30, 100, 101, 101,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (place) => {
        const [told, next] = [tellPlace(place), tellPlace(place + 1)];
        return next >= told && (told === 101 || told >= place);
      }),
    );
  });
});
