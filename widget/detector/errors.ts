// When a mark in the page counts as an error. Judged at the next act or tick, so that all marks of one attempt are one event.
import { CHANGED, type Field, isFocused, isTyping, type Page } from './page.ts';

/** The page marks a field. A mark that comes and goes without an act of the citizen stays the same error. */
export function mark(field: Field): void {
  field.wrong = true;
  if (field.open) field.fresh = true;
  field.open = false;
}

/** A refused attempt judges every field again: a mark that stays is a new error, also when the page does not draw it anew. */
export function refuse(page: Page): void {
  page.heard['submit-failed'] = page.now;
  page.refused = true;
  for (const field of page.fields.values()) {
    field.open = true;
    if (field.wrong) mark(field);
  }
}

export function judgeMarks(page: Page): void {
  // Some pages mark a field at the first key and unmark it at the last: wait until the citizen stops or leaves.
  const typingIn = !page.refused && isFocused(page) && isTyping(page) && page.field;
  for (const field of page.fields.values()) {
    if (!field.fresh || !field.wrong || field === typingIn) continue;
    field.fresh = false;
    field.progress = CHANGED;
    field.errors += 1;
    page.wrong.push(field);
    if (field.errors > 1) page.again = page.stuck = field;
    // What was typed turned out to be no step forward.
    page.progress = 0;
  }
  // Fields that go wrong together are one slip: sending too early is not five mistakes.
  if (page.wrong[0] && !page.again) page.slips += 1;
}
