// The words of a question are selected or copied: to look them up, or to ask someone.
import type { Signal } from './page.ts';

/** Other text of the page is selected by people who read with the pointer as well. */
const OTHER_TEXT = 0.3;

export const labelCopied: Signal<'label-copied'> = (_, add) => ({
  'select-text'({ on }, field) {
    add(on === 'text' ? OTHER_TEXT : 1, field);
  },
  copy({ on }) {
    add(on === 'text' ? OTHER_TEXT : 1);
  },
});
