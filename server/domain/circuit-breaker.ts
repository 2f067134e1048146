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
  if (now < breaker.until) return breaker;
  const wait = Math.min(MOST_MS, FIRST_MS * 2 ** breaker.failures);
  return { failures: breaker.failures + 1, until: now + wait };
}

/** Null: it may be tried. */
export function waitOf(breaker: Breaker, now: number): number | null {
  // A clock that jumped back must not keep it open longer than it ever waits.
  return now < breaker.until ? Math.min(MOST_MS, breaker.until - now) : null;
}
