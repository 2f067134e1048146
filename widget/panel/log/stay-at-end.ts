// Keeps the log at the newest message, unless the citizen scrolled up to read.
import type { LogItem } from './list-items.ts';

/** A finger leaves the log a few pixels from the end and means the end. */
const NEAR_END_PX = 40;

export class StayAtEnd {
  readonly #changed: (scrolledUp: boolean) => void;
  #log: HTMLElement | null = null;
  #newest: string | undefined;
  #scrolledUp = false;
  #top = 0;

  constructor(changed: (scrolledUp: boolean) => void) {
    this.#changed = changed;
  }

  readonly attach = (log: HTMLElement | null): void => {
    this.#log = log;
    if (log === null) return;
    // Not every browser lets the keyboard scroll what cannot be focused.
    log.tabIndex = 0;
    log.onscroll = () => this.#note(log);
    new ResizeObserver(() => this.#scrolledUp || this.toEnd()).observe(log);
  };

  readonly toEnd = (): void => {
    if (this.#log !== null) this.#log.scrollTop = this.#log.scrollHeight;
  };

  /** After each render. What the citizen writes is always shown. */
  follow(items: readonly LogItem[]): void {
    const last = items.at(-1);
    const isMine = last?.key !== this.#newest && last?.kind === 'message' && last.mine;
    this.#newest = last?.key;
    if (isMine || !this.#scrolledUp) this.toEnd();
  }

  #note(log: HTMLElement): void {
    // The end moves away by itself too, when the log gets smaller or its texts longer: only a citizen goes up.
    const goesUp = this.#scrolledUp || log.scrollTop < this.#top;
    this.#top = log.scrollTop;
    const isUp = goesUp && log.scrollHeight - log.scrollTop - log.clientHeight > NEAR_END_PX;
    if (log.clientHeight === 0 || isUp === this.#scrolledUp) return;
    this.#scrolledUp = isUp;
    this.#changed(isUp);
  }
}
