// How many newcomers a second: beyond these a storm would starve who is inside.
import type { Clock } from '../application/ports.ts';
import { type Bucket, takeToken } from '../domain/token-bucket.ts';

/** A handshake and its catching up cost about 1 ms: half a core stays for who is inside. 10,000 are back within 20 s. */
export const UPGRADES_PER_SECOND = 500;
export class Admission {
  readonly #clock: Clock;
  readonly #perSecond: number;
  #bucket: Bucket;

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#bucket = { tokens: perSecond, at: clock.passed() };
  }

  /** False: too many newcomers in this second. */
  takes(): boolean {
    const next = takeToken(this.#bucket, this.#perSecond, this.#clock.passed());
    if (next) this.#bucket = next;
    return next !== null;
  }
}
