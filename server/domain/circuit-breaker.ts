// When to try a store again that failed: at once after one failure costs everybody time, never again costs the service.

export interface Breaker {
  readonly failures: number;
  /** Until then nothing is tried. */
  readonly until: number;
}

const FIRST_MS = 1_000;
const MOST_MS = 15_000;

export const WHOLE: Breaker = { failures: 0, until: 0 };

/** Failures of attempts that were already under way when it tripped are the same failure. */
export function trip(breaker: Breaker, now: number): Breaker {
  if (waitOf(breaker, now) !== null) return breaker;
  const wait = Math.min(MOST_MS, FIRST_MS * 2 ** breaker.failures);
  return { failures: breaker.failures + 1, until: now + wait };
}

/** Null: it may be tried. */
export function waitOf(breaker: Breaker, now: number): number | null {
  const wait = breaker.until - now;
  // Longer than it ever waits: the clock was set back, and waiting for the old time would refuse everyone for as long.
  return wait > 0 && wait <= MOST_MS ? wait : null;
}
