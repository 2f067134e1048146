// How long to wait before the next try (L6), for everything that is tried again.
import { TIMINGS } from './names.ts';

/** Full jitter: random(0, min(most, first · 2^attempt)); source: AWS architecture blog, "Exponential backoff and jitter". */
export function backoff(attempt: number, random: number): number {
  return random * Math.min(TIMINGS.backoffMost, TIMINGS.backoffFirst * 2 ** attempt);
}
