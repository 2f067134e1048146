// The pointer rests on a label or an explanation that was read before: it was not clear (Horwitz 2013; SSCR 2024).
import { type Field, type Signal, TYPING } from './page.ts';

/** ms: a pointer that rests shorter passes by. */
const RESTING = 700;
/** ms that count as one more time of reading. */
const READING = 3_000;

export const rereading: Signal<'rereading'> = (page, add) => {
  const read = new WeakSet<Field>();
  return {
    hover({ on, ms }, field) {
      if (!/label|help/.test(on) || !field || ms < RESTING || page.since('input') < TYPING) return;
      // Reading once is what a label is for.
      if (read.has(field)) add(Math.min(1, ms / READING), field);
      read.add(field);
    },
  };
};
