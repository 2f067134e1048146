// From the kind of an edit to counts of characters, without looking at what was written.
import type { InputManner } from '#protocol';

export interface Counts {
  inserted: number;
  deleted: number;
  how: InputManner;
}

/** Lengths that nobody may read here: a guess of the usual size. */
const BULK = 10;
const WORD = 5;

export const FILLED: Counts = { inserted: BULK, deleted: 0, how: 'autofill' };
/** A spelling checker put another word in the place of one just typed. That is no second thought. */
export const CORRECTED: Counts = { inserted: 0, deleted: 0, how: 'replace' };

/** `inputType` is empty when a script or a password manager filled the field. */
export function countEdit(inputType: string): Counts {
  if (inputType === '' || inputType === 'insertReplacementText') return FILLED;
  // An input method that clears its draft to put the result there: the draft was counted as it grew.
  if (/^(deleteComposition|insertFromComposition)/.test(inputType))
    return { inserted: 0, deleted: 0, how: 'type' };
  if (inputType.startsWith('delete')) {
    const deleted = /Line/.test(inputType) ? BULK : /Word|Cut|Drag/.test(inputType) ? WORD : 1;
    return { inserted: 0, deleted, how: 'type' };
  }
  if (/Paste|Drop|Yank/.test(inputType)) return { inserted: BULK, deleted: 0, how: 'paste' };
  return { inserted: 1, deleted: 0, how: inputType.startsWith('history') ? 'replace' : 'type' };
}
