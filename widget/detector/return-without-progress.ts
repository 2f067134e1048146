// Away and back to the same field, more than once, and nothing filled in. The first absence is free: people fetch papers.
import type { Signal } from './page.ts';

export const returnWithoutProgress: Signal<'return-without-progress'> = (_, add) => ({
  visible(_visible, field) {
    if (field && ++field.absences > 1) add(1, field, field.absences);
  },
});
