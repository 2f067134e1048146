// Away, back again, and still nothing filled in: what was looked for was not found.
import { paceOf } from './expected.ts';
import type { Field, Signal } from './page.ts';

/** Seconds to read on and begin after a return; whoever fetched a paper starts typing. For someone of average pace. */
const START_AGAIN = 12;
/** The first absence may be a telephone call. */
const FIRST = 0.3;

export const returnWithoutProgress: Signal<'return-without-progress'> = (page, add) => {
  let returned: Field | undefined;
  /** Since something was filled in. */
  let absences = 0;
  const proceed = () => {
    returned = undefined;
    absences = 0;
  };
  return {
    visible(_visible, field) {
      returned = field;
      absences++;
    },
    input: proceed,
    choose: proceed,
    tick() {
      if (!returned || page.since('visible') < START_AGAIN * paceOf(page)) return;
      add(absences > 1 ? 1 : FIRST, returned, absences);
      returned = undefined;
    },
  };
};
