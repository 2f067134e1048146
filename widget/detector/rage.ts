// Three clicks on one spot, or a click on something that should have answered. Definition of PostHog (detection.md, section 1).
import { type Signal, since } from './page.ts';

/** Pixels (Manhattan) and seconds from the click before. */
const NEAR = 30;
const SOON = 1;
const RAGE = 3;

export const rage: Signal<'rage'> = [
  'rage',
  2.5,
  (page, o, add) => {
    // Text and fields are clicked thrice to select; what answers is a stepper or a switch.
    if (o.type !== 'press' || o.effect || o.on === 'text' || o.on === 'field') return;
    const near = Math.abs(o.x - page.x) + Math.abs(o.y - page.y) < NEAR && since(page, 'press') < SOON;
    page.presses = near ? page.presses + 1 : 1;
    page.x = o.x;
    page.y = o.y;
    if (page.presses === RAGE || (page.presses === 1 && o.on !== 'nothing')) add(1);
  },
];
