// The pointer leaves through the top edge. Too light to decide alone; touch has no such edge.
import type { Signal } from './page.ts';

export const leaving: Signal<'leaving'> = [
  'leaving',
  1,
  (page, o, add) => {
    if (o.type === 'leave-top' && page.pointer === 'fine') add(1);
  },
];
