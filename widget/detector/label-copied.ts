// The words of a question are selected or copied: to look them up, or to ask someone.
import type { Field, Signal } from './page.ts';

/** Other text of the page is selected by people who read with the pointer as well. */
const OTHER_TEXT = 0.3;

export const labelCopied: Signal<'label-copied'> = (_, add) => {
  const take = ({ on }: { on: string }, field: Field | undefined) => {
    add(on === 'text' ? OTHER_TEXT : 1, field);
  };
  return { 'select-text': take, copy: take };
};
