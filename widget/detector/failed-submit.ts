// An attempt to go on that the page refused, or that did nothing.
import type { Signal } from './page.ts';

/** A refusal with marks is an error too: together they are one event. Without marks nothing tells what to do. */
const WITH_MARKS = 0.4;

export const failedSubmit: Signal<'failed-submit'> = (page, add) => ({
  judged([field], again) {
    if (page.wasRefused && !again) add(field ? WITH_MARKS : 1, field);
  },
});
