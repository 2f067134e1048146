// How the panel behaves as a guest on the page: its keys stay inside, and it stays out of the keyboard's way.

/** The page's own shortcuts must not answer to what someone writes to us: from outside, our text box is not a text box. */
export function keepKeysInside(container: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'change'] as const) {
    container.addEventListener(type, (event) => event.stopPropagation());
  }
}

/** A virtual keyboard covers what is fixed at the bottom, on iOS without resizing the page. */
export function stayAboveKeyboard(container: HTMLElement, signal: AbortSignal): void {
  const viewport = visualViewport;
  if (viewport === null) return;
  const place = (): void => {
    // Zoomed in by hand, the difference is not a keyboard.
    const covered = viewport.scale === 1 ? innerHeight - viewport.height - viewport.offsetTop : 0;
    container.style.setProperty('--vp-keyboard', `${Math.max(0, covered)}px`);
  };
  viewport.addEventListener('resize', place, { signal });
  viewport.addEventListener('scroll', place, { signal });
}
