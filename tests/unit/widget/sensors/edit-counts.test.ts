// Counts of characters from the kind of an edit alone.
import { describe, expect, it } from 'vitest';
import { countEdit } from '../../../../widget/sensors/edit-counts.ts';

describe('countEdit', () => {
  it.each([
    ['insertText', 1, 0, 'type'],
    ['insertCompositionText', 1, 0, 'type'],
    // Safari: an input method clears its draft, then puts the result there.
    ['deleteCompositionText', 0, 0, 'type'],
    ['insertFromComposition', 0, 0, 'type'],
    ['insertLineBreak', 1, 0, 'type'],
    ['deleteContentBackward', 0, 1, 'type'],
    ['deleteWordBackward', 0, 5, 'type'],
    ['deleteByCut', 0, 5, 'type'],
    ['deleteSoftLineBackward', 0, 10, 'type'],
    ['insertFromPaste', 10, 0, 'paste'],
    ['insertFromDrop', 10, 0, 'paste'],
    ['insertReplacementText', 10, 0, 'autofill'],
    ['', 10, 0, 'autofill'],
    ['historyUndo', 1, 0, 'replace'],
  ])('%s', (inputType, inserted, deleted, how) => {
    expect(countEdit(inputType)).toEqual({ inserted, deleted, how });
  });
});
