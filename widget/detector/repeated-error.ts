// The same field is wrong again: the message did not help.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

export const repeatedError: Signal<'repeated-error'> = [
  'repeated-error',
  3,
  (page, _, add) => {
    const field = page.wrong.find((one) => one.errors > 1);
    if (field) add(ownSlip(page, field), field, field.errors);
  },
];
