// S4: how many frames one line may send, of a citizen beside messages. A context is a write and a pull a page: neither is for free.

/**
 * A widget sends a few in a second at most: typing, read, one context, pulls while it catches up. A console that comes back sends a follow
 * and a pull or two for each of its conversations.
 */
const MOST_FRAMES = 600;
const WINDOW_MS = 10_000;

export class FrameAllowance {
  #windowEnd = Number.NEGATIVE_INFINITY;
  #left = 0;

  /** False: this one is too many. */
  take(now: number): boolean {
    if (now >= this.#windowEnd) {
      this.#windowEnd = now + WINDOW_MS;
      this.#left = MOST_FRAMES;
    }
    this.#left -= 1;
    return this.#left >= 0;
  }
}
