// Scrolling up and down without filling in anything.
import { type Signal, since } from './page.ts';

/** Viewport heights, both ways (detection.md, section 3). */
const REVERSAL = 0.25;
/** Scrolling this soon after a focus or resize was done by the browser (section 4). */
const BROWSER = 0.8;

export const thrash: Signal<'thrash'> = [
  'thrash',
  2,
  (page, o, add) => {
    if (o.type === 'input' || o.type === 'choose') page.run = page.runBefore = 0;
    if (o.type !== 'scroll' || since(page, 'focus') < BROWSER || since(page, 'resize') < BROWSER) return;
    if (o.dy * page.run < 0) {
      page.runBefore = Math.abs(page.run);
      page.run = 0;
    }
    page.run += o.dy;
    if (page.runBefore <= REVERSAL || Math.abs(page.run) <= REVERSAL) return;
    page.runBefore = 0;
    add(1);
  },
];
