// Turns at an even pace: who comes when it is busy gets a turn a little later, who would wait too long gets none.

export interface Pace {
  readonly perSecond: number;
  /** So much of the pace may come at once after a quiet time. */
  readonly burstMs: number;
  readonly mostWaitMs: number;
}

export interface Turn {
  readonly waitMs: number;
  /** When the next turn is; to be given along with the next question. */
  readonly nextAt: number;
}

/** Null: the wait would be too long. */
export function takeTurn(nextAt: number, now: number, pace: Pace): Turn | null {
  const at = Math.max(nextAt, now - pace.burstMs);
  const waitMs = Math.max(0, at - now);
  return waitMs > pace.mostWaitMs ? null : { waitMs, nextAt: at + 1_000 / pace.perSecond };
}
