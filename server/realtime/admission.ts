// How many newcomers a second: beyond these a storm would starve who is inside.
import type { Answer, Clock } from '../application/ports.ts';
import { takeTurn } from '../domain/turns.ts';

/** A handshake and its hello cost about 0.4 ms: a third of a core stays for who is inside. */
export const UPGRADES_PER_SECOND = 1_500;
/** A whole second at once would be a stall of half a second. */
const BURST_MS = 50;
/**
 * Who is refused comes back after twice as long each time (L6), up to 30 s: after a restart that decides when the last one is back, not
 * the pace. So who can be served soon waits at the door; a client gives its first frame 3 s (F1).
 */
const MOST_WAIT_MS = 2_000;

export class Admission {
  readonly #clock: Clock;
  readonly #perSecond: number;
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  /** True when it is this newcomer's turn; false at once when there are too many. */
  enter(): Answer<boolean> {
    const pace = { perSecond: this.#perSecond, burstMs: BURST_MS, mostWaitMs: MOST_WAIT_MS };
    const turn = takeTurn(this.#nextAt, this.#clock.passed(), pace);
    if (!turn) return false;
    this.#nextAt = turn.nextAt;
    if (turn.waitMs === 0) return true;
    return new Promise((resolve) => this.#clock.after(turn.waitMs, () => resolve(true)));
  }
}
