// When what has the focus disappears (the box, because the conversation ended), the focus goes to what comes first now, not to nowhere.

const FIRST = '[data-vp-first]';

export function focusFirst(container: HTMLElement): void {
  (container.querySelector<HTMLElement>(FIRST) ?? container).focus({ preventScroll: true });
}

export interface FocusKeeper {
  /** After each render. */
  check(): void;
}

export function createFocusKeeper(container: HTMLElement): FocusKeeper {
  let held: Node | null = null;
  container.addEventListener('focusin', (event) => {
    held = event.target instanceof Node ? event.target : null;
  });
  container.addEventListener('focusout', () => {
    const left = held;
    // A removed element loses the focus too: only one that is still there was left by the citizen.
    queueMicrotask(() => {
      if (held === left && left?.isConnected && !container.matches(':focus-within')) held = null;
    });
  });
  return {
    check() {
      if (held === null || held.isConnected) return;
      held = null;
      if (!container.hidden && !container.matches(':focus-within')) focusFirst(container);
    },
  };
}
