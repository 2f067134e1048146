// When a mark in the page counts as an error. Judged at the next act or tick, so that all marks of one attempt are one event.
import { CHANGED, type Field, FRESH, MARKED, OPEN, type Page, type Tell, TYPING } from './page.ts';

export function judge(page: Page, tell: Tell): void {
  const mistaken: Field[] = [];
  let again: Field | undefined;
  // Some pages mark a field at the first key and unmark it at the last: wait until the citizen stops or leaves.
  const typingIn = !page.wasRefused && page.since('input') < TYPING && page.inFocus;
  for (const field of page.asked) {
    // A refused attempt judges every field again: a mark that stays is a new error, also when the page does not draw it anew.
    if (page.wasRefused) field.marks = field.marks >= MARKED ? MARKED | FRESH : OPEN;
    if (field.marks < (MARKED | FRESH) || field === typingIn) continue;
    field.marks -= FRESH;
    field.stage = CHANGED;
    mistaken.push(field);
    if (++field.mistakes > 1) again = page.stuckAt = field;
    // What was typed turned out to be no step forward.
    page.filled = 0;
  }
  if (mistaken[0] || page.wasRefused) tell('judged', mistaken, again);
  page.wasRefused = false;
}
