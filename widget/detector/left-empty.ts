// A question was read and left without an answer: a paper is missing, or the question is not understood.
import { SEEN, type Signal } from './page.ts';

/** Seconds in focus: shorter passes by with Tab. */
const CONSIDERED = 2.5;

export const leftEmpty: Signal<'left-empty'> = (page, add) => ({
  blur(_, field) {
    if (field.stage === SEEN && field.demanded && page.since('focus') >= CONSIDERED) add(1, field);
  },
});
