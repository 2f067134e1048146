// Back to a field that was filled in, or left empty, before.
import { isFocused, type Signal, since } from './page.ts';

/** Seconds in focus: shorter passes by with Tab (detection.md, section 3). */
const STAY = 1;

export const revisit: Signal<'revisit'> = [
  'revisit',
  2,
  (page, o, add) => {
    if (o.type !== 'tick' || !page.returning || !isFocused(page) || since(page, 'focus') < STAY) return;
    page.returning = false;
    add(1);
  },
];
