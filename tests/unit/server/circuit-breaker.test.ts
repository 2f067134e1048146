// When a store that failed is tried again, on a clock that may be set.
import { describe, expect, it } from 'vitest';
import { trip, WHOLE, waitOf } from '../../../server/domain/circuit-breaker.ts';

const HOUR_MS = 3_600_000;

describe('a store that failed', () => {
  it('is left alone for ever longer, up to 15 s', () => {
    let breaker = WHOLE;
    let now = 0;
    const waits = Array.from({ length: 6 }, () => {
      breaker = trip(breaker, now);
      const wait = waitOf(breaker, now) ?? 0;
      now += wait;
      return wait;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('is tried at once when the clock was set back: nobody knows how long it has been', () => {
    const breaker = trip(WHOLE, HOUR_MS);
    expect(waitOf(breaker, 0)).toBeNull();
    expect(waitOf(trip(breaker, 0), 0)).toBe(2_000);
  });

  it('takes failures that were already under way for the same failure', () => {
    const breaker = trip(WHOLE, 0);
    expect(trip(breaker, 500)).toBe(breaker);
  });
});
