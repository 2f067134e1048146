// Typed, wiped out, typed again.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

/** Characters on end: less is a correction (the median text field has none, nine in ten at most three). */
const DELETIONS = 3;
/** Of what stood there (detection.md, section 3). */
const SHARE = 0.6;

export const rework: Signal<'rework'> = (page, add) => {
  // On end, in one field.
  let erased = 0;
  return {
    input({ how, inserted, deleted }, field) {
      if (how !== 'type') return;
      if (inserted) erased = 0;
      // A burst of keys in one observation: what it inserted stood there as well.
      const stood = field.length + deleted + erased;
      erased += deleted;
      if (erased < DELETIONS || erased <= SHARE * stood) return;
      erased = Number.NEGATIVE_INFINITY;
      add(ownSlip(page, field), field);
    },
    blur() {
      erased = 0;
    },
  };
};
