// What pointer, scroll and tab tell: presses and whether anything followed, copying, scrolling, going to another tab.
import type { Door } from './door.ts';
import type { See } from './happening.ts';
import type { Page } from './page.ts';
import { originOf } from './tree.ts';

/** One twentieth of the screen: less is the hand shaking. */
const SCROLL_STEP = 0.05;

/** Gives what to call when something on the page changed: then a press was not dead. */
export function watchGestures({ listen }: Door, page: Page, see: See): () => void {
  let pressed = false;
  /** Asked for at the first scroll: the question makes the browser lay out the page. */
  let scrolledTo: number | undefined;

  const moved = () => {
    if (pressed) see({ type: 'moved' });
    pressed = false;
  };

  listen('click', (event) => {
    const at = originOf(event);
    const type = event.detail ? 'click' : 'activate';
    see({ type, at, field: page.fieldAt(at)?.field, x: event.clientX, y: event.clientY });
    pressed ||= event.detail > 0;
  });
  listen('copy', (event) => see({ type: 'copy', at: originOf(event) }));
  listen('scroll', () => {
    scrolledTo ??= scrollY;
    const dy = (scrollY - scrolledTo) / innerHeight;
    if (Math.abs(dy) < SCROLL_STEP) return;
    scrolledTo = scrollY;
    see({ type: 'scroll', dy });
  });
  // Ahead of the tap and the focus that follow, so that they need not wait for the first look.
  listen('pointerdown', page.lookOnce);
  listen('visibilitychange', () => {
    // A link that opens a tab of its own.
    moved();
    see({ type: document.visibilityState });
  });
  listen('resize', () => see({ type: 'resize' }), visualViewport);
  return moved;
}
