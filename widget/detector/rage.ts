// Three clicks on one spot, or a click on something that should have answered. Definition of PostHog (detection.md, section 1).
import type { Signal } from './page.ts';

/** Pixels (Manhattan) and seconds from the click before. */
const NEAR = 30;
const SOON = 1;
const RAGE = 3;
export const rage: Signal<'rage'> = (page, add) => {
  let presses = 0;
  let lastX = 0;
  let lastY = 0;
  return {
    press({ effect, on, x, y }) {
      // What answers is a stepper or a switch; text and fields are clicked thrice to select.
      if (effect || /text|field/.test(on)) return;
      const near = Math.abs(x - lastX) + Math.abs(y - lastY) < NEAR && page.since('press') < SOON;
      presses = near ? presses + 1 : 1;
      lastX = x;
      lastY = y;
      if (presses === RAGE || (presses === 1 && on !== 'nothing')) add(1);
    },
  };
};
