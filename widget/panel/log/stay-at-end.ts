// Keeps the log at the newest message, unless the citizen scrolled up to read.
import type { LogItem } from './list-items.ts';

/** A finger leaves the log a few pixels from the end and means the end. */
const NEAR_END_PX = 40;

export class StayAtEnd {
  readonly #changed: (scrolledUp: boolean) => void;
  /** Called once the browser has laid out what was drawn, before anyone sees it: asking for the end sooner makes it do so twice. */
  readonly #laidOut = new ResizeObserver(() => {
    if (this.#goes || !this.#scrolledUp) this.toEnd();
    this.#goes = false;
  });
  #log: HTMLElement | null = null;
  #scroller: HTMLElement | null = null;
  #goes = false;
  #newest: string | undefined;
  #scrolledUp = false;
  #top = 0;

  constructor(changed: (scrolledUp: boolean) => void) {
    this.#changed = changed;
  }

  readonly attach = (log: HTMLElement | null): void => {
    const scroller = log?.parentElement ?? null;
    this.#log = log;
    this.#scroller = scroller;
    this.#laidOut.disconnect();
    if (log === null || scroller === null) return;
    // Not every browser lets the keyboard scroll what cannot be focused.
    log.tabIndex = 0;
    scroller.onscroll = () => this.#note(scroller);
    this.#laidOut.observe(scroller);
  };

  readonly toEnd = (): void => {
    if (this.#scroller !== null) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  };

  /** After each render. What the citizen writes is always shown. */
  follow(items: readonly LogItem[]): void {
    const last = items.at(-1);
    const isMine = last?.key !== this.#newest && last?.kind === 'message' && last.mine;
    this.#newest = last?.key;
    this.#goes ||= isMine;
    if (this.#log === null) return;
    // Whoever begins to look is told once, whatever its size: what stands below the log may have grown as well.
    this.#laidOut.unobserve(this.#log);
    this.#laidOut.observe(this.#log);
  }

  #note({ scrollHeight, scrollTop, clientHeight }: HTMLElement): void {
    // The end moves away by itself too, when the log gets smaller or its texts longer: only a citizen goes up.
    const goesUp = this.#scrolledUp || scrollTop < this.#top;
    this.#top = scrollTop;
    const isUp = goesUp && scrollHeight - scrollTop - clientHeight > NEAR_END_PX;
    if (clientHeight === 0 || isUp === this.#scrolledUp) return;
    this.#scrolledUp = isUp;
    this.#changed(isUp);
  }
}
