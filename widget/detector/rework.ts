// Typed, wiped out, typed again.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

/** Characters on end: less is a correction (the median text field has none, nine in ten at most three). */
const DELETIONS = 3;
/** Of what stood there (detection.md, section 3). */
const SHARE = 0.6;

export const rework: Signal<'rework'> = (page, add) => ({
  input({ how, inserted, deleted }, field) {
    if (how !== 'type') return;
    if (inserted) field.erased = 0;
    if (!deleted) return;
    // A burst of keys in one observation: what it inserted stood there as well.
    const stood = field.length + deleted + field.erased;
    field.erased += deleted;
    if (field.erased < DELETIONS || field.erased <= SHARE * stood) return;
    field.erased = Number.NEGATIVE_INFINITY;
    add(ownSlip(page, field), field);
  },
});
