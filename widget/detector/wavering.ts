// Another answer to the same question, and another: doubt about which one applies.
import type { Signal } from './page.ts';

/** Seconds between two choices: arrow keys pass over options faster. */
const CONSIDERED = 1.5;

export const wavering: Signal<'wavering'> = (page, add) => ({
  choose(_, field) {
    if (field.single && field.chosen && page.since('choose') >= CONSIDERED) add(1, field);
    field.chosen = true;
  },
});
