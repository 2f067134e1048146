// Where the keyboard is. When what has the focus disappears (the box, because the conversation ended), it goes to what comes first now.

/** Marks what the citizen most likely wants first. */
const FIRST = '[data-vp-first]';

export class PanelFocus {
  readonly #container: HTMLElement;
  /** Called once the browser has laid out what was drawn, in the same frame: focus sooner makes it do so at once, and again after. */
  readonly #laidOut = new ResizeObserver((_, laidOut) => {
    laidOut.disconnect();
    const target = this.#container.querySelector<HTMLElement>(this.#wanted ?? FIRST) ?? this.#container;
    this.#wanted = null;
    this.#held = null;
    target.focus({ preventScroll: true });
  });
  #held: Node | null = null;
  #wanted: string | null = null;

  constructor(container: HTMLElement) {
    this.#container = container;
    container.addEventListener('focusin', (event) => {
      this.#held = event.target instanceof Node ? event.target : null;
    });
    container.addEventListener('focusout', () => {
      // A removed element loses the focus too: only one that is still there was left by the citizen.
      queueMicrotask(() => {
        if (this.#held?.isConnected && !this.#isInside()) this.#held = null;
      });
    });
  }

  /** With the next render. */
  want(selector = FIRST): void {
    this.#wanted = selector;
  }

  /** After each render. */
  settle(): void {
    if (this.#held !== null && !this.#held.isConnected && !this.#isInside()) this.#wanted ??= FIRST;
    if (this.#wanted !== null) this.#laidOut.observe(this.#container);
  }

  #isInside(): boolean {
    return this.#container.matches(':focus-within');
  }
}
