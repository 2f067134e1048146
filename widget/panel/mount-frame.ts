// The element that holds the panel: named, closed with Escape, above the virtual keyboard, and keeping its keys to itself.
import { keepKeysInside, stayAboveKeyboard } from './guest-manners.ts';

export interface FrameOptions {
  titleId: string;
  onEscape(): void;
  /** The page is looked at, or not any more. */
  looked(): void;
  signal: AbortSignal;
}

export function mountFrame(
  container: HTMLElement,
  { titleId, onEscape, looked, signal }: FrameOptions,
): void {
  Object.assign(container, { className: 'vp', hidden: true, tabIndex: -1 });
  container.setAttribute('aria-labelledby', titleId);
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) onEscape();
  });
  keepKeysInside(container);
  stayAboveKeyboard(container, signal);
  document.addEventListener('visibilitychange', looked, { signal });
}
