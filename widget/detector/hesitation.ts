// The pointer rests on the button that goes on or sends, and does not press it.
import type { Signal } from './page.ts';

/** ms: shorter is on the way to a press. */
const RESTING = 600;
/** ms that count as one time. */
const DOUBTING = 2_000;
/** Seconds in which the press may still come. */
const PRESS_WITHIN = 1.5;

export const hesitation: Signal<'hesitation'> = (page, add) => {
  let rested = 0;
  return {
    hover({ on, ms }) {
      if (on === 'submit' && ms >= RESTING) rested += ms;
    },
    submit() {
      rested = 0;
    },
    tick() {
      if (!rested || page.since('hover') < PRESS_WITHIN) return;
      add(Math.min(2, rested / DOUBTING));
      rested = 0;
    },
  };
};
