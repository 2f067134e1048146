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

/** `inputType` is empty when a script or a password manager filled the field. */
export function countEdit(inputType: string): Counts {
  if (inputType === '' || inputType === 'insertReplacementText') return FILLED;
  if (inputType.startsWith('delete')) {
    const deleted = /Line/.test(inputType) ? BULK : /Word|Cut|Drag/.test(inputType) ? WORD : 1;
    return { inserted: 0, deleted, how: 'type' };
  }
  if (/Paste|Drop|Yank/.test(inputType)) return { inserted: BULK, deleted: 0, how: 'paste' };
  return { inserted: 1, deleted: 0, how: inputType.startsWith('history') ? 'replace' : 'type' };
}
