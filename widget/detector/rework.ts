// Typed, deleted, typed again.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

/** Characters in one visit: more than a correction (the median text field has none, nine in ten at most three). */
const DELETIONS = 6;
/** Of all that was typed there (detection.md, section 3). */
const SHARE = 0.6;
/** People who are fine rework more often than they go wrong. */
const EVIDENCE = 0.5;

export const rework: Signal<'rework'> = (page, add) => ({
  input({ how, deleted }, field) {
    if (how !== 'type') return;
    field.erased += deleted;
    if (field.erased < DELETIONS || field.erased <= SHARE * field.typed) return;
    field.erased = 0;
    add(EVIDENCE * ownSlip(page, field), field);
  },
});
