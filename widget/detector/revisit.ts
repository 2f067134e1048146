// Back to a field that was filled in, or left empty, before.
import { CHANGED, type Field, MARKED, type Signal } from './page.ts';

/** Seconds in focus: shorter passes by with Tab (detection.md, section 3), on the way there and at the field itself. */
const PASSING = 1;

export const revisit: Signal<'revisit'> = (page, add) => {
  let last: Field | undefined;
  let returning = false;
  return {
    focus(_, field) {
      const settled = field.stage > CHANGED && last !== field && field.marks < MARKED;
      returning = settled && page.since('focus') >= PASSING;
      last = field;
    },
    tick() {
      if (!returning || !page.inFocus || page.since('focus') < PASSING) return;
      returning = false;
      add(1);
    },
  };
};
