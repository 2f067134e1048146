// A stretch of time in which the counter is closed whatever its hours say: a move, a fault, a day out with everyone.
import type { ClosingReason } from './closing-reason.ts';

export interface Closure {
  /** Epoch ms; `to` is the first moment after it. */
  from: number;
  to: number;
  reason: ClosingReason | null;
}

export function findClosure(closures: readonly Closure[], now: number): Closure | null {
  return closures.find(({ from, to }) => now >= from && now < to) ?? null;
}

/** Where closures that overlap or follow one another end; the moment itself outside them. */
export function skipClosures(closures: readonly Closure[], now: number): number {
  let moment = now;
  for (let closure = findClosure(closures, moment); closure; closure = findClosure(closures, moment)) {
    moment = closure.to;
  }
  return moment;
}
