// Away, back again, and still nothing filled in: what was looked for was not found.
import type { Field, Signal } from './page.ts';

/** Seconds to read on and begin after a return; whoever fetched a paper starts typing. For someone of average pace. */
const START_AGAIN = 8;
/** The first absence may be a telephone call. */
const FIRST = 0.5;

export const returnWithoutProgress: Signal<'return-without-progress'> = (page, add) => {
  let returned: Field | undefined;
  return {
    visible(_visible, field) {
      returned = field;
      if (field) field.absences += 1;
    },
    input() {
      returned = undefined;
    },
    choose() {
      returned = undefined;
    },
    tick() {
      if (!returned || page.since('visible') < START_AGAIN * Math.exp(page.pace / page.learned)) return;
      add(returned.absences > 1 ? 1 : FIRST, returned, returned.absences);
      returned = undefined;
    },
  };
};
