// The same field is wrong again, and then it stays quiet: the message did not help.
import { paceOf } from './expected.ts';
import { ownSlip } from './own-slip.ts';
import { DONE, type Signal } from './page.ts';

/** A second error says little, a third more: most people correct them (in simulation and in detection.md, section 5, "repeated error"). */
const SECOND = 0.3;
const THIRD = 1;
/** Seconds of silence after it: reading the message and starting to correct takes nine in ten people 4.5 s (section 2). */
const SILENCE = 11.5;
/** Who is clearly slower, or used to slips, gets more time, up to so many times as much. */
const CLEARLY = 1.25;
const MOST_TIME = 1.5;

export const repeatedError: Signal<'repeated-error'> = (page, add) => ({
  judged(_, field) {
    if (field) add((field.mistakes > 2 ? THIRD : SECOND) * ownSlip(page, field), field, field.mistakes);
  },
  tick() {
    const field = page.stuckAt;
    const was = page.stranded;
    page.stranded = false;
    // Who works on a question that went well has moved on, and who is away may be fetching what is asked.
    if (!field || field.stage === DONE || (page.inFocus ?? field).mistakes < 2 || page.outOfView) return;
    const slower = paceOf(page) / CLEARLY / ownSlip(page, field);
    const time = SILENCE * Math.max(1, Math.min(MOST_TIME, slower));
    // From what was done last, not from what is known last: a mark that stays is only known after a while. Leaving the field, for an offer too, ends it no more.
    page.stranded =
      page.since('submit', 'input', 'choose') >= time && (was || page.since('visible', 'blur') >= time);
  },
});
