// Limits in memory, per node and address: handshakes and requests.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from './application/ports.ts';

async function consume(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}

export interface Allowance {
  points: number;
  seconds: number;
}

/** S4: 10 at once, 60 a minute. */
export const MESSAGE_ALLOWANCES: readonly Allowance[] = [
  { points: 10, seconds: 2 },
  { points: 60, seconds: 60 },
];

/** Every allowance must agree; the longest wait is the answer. */
export function createRateLimit(allowances: readonly Allowance[]): RateLimit {
  const limits = allowances.map(({ points, seconds }) => ({
    limiter: new RateLimiterMemory({ points, duration: seconds }),
    // The limiter counts by the wall clock: set back by an hour, it would ask for an hour.
    most: seconds * 1_000,
  }));
  return {
    async consume(key) {
      let wait = 0;
      for (const { limiter, most } of limits) {
        wait = Math.max(wait, Math.min(most, await consume(limiter, key)));
      }
      return wait === 0 ? null : wait;
    },
  };
}
