// The pointer leaves through the top edge. Too light to decide alone; touch has no such edge.
import type { Signal } from './page.ts';

export const leaving: Signal<'leaving'> = (page, add) => ({
  'leave-top'() {
    if (!page.byTouch) add(1);
  },
});
