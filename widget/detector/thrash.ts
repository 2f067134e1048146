// Scrolling up and down without filling in anything.
import type { Signal } from './page.ts';

/** Viewport heights, both ways (detection.md, section 3). */
const REVERSAL = 0.25;
/** Scrolling this soon after a focus or resize was done by the browser (section 4). */
const BROWSER = 0.8;

export const thrash: Signal<'thrash'> = (page, add) => {
  // Way scrolled in this direction, and in the one before.
  let run = 0;
  let before = 0;
  return {
    scroll({ dy }) {
      if (page.since('input', 'choose') <= page.since('scroll')) run = before = 0;
      if (page.since('focus', 'resize') < BROWSER) return;
      if (dy * run < 0) {
        before = run;
        run = 0;
      }
      run += dy;
      if (Math.min(Math.abs(before), Math.abs(run)) <= REVERSAL) return;
      before = 0;
      add(1);
    },
  };
};
