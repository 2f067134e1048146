// The same field is wrong again: the message did not help.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

export const repeatedError: Signal<'repeated-error'> = (page, add) => ({
  judged(_, again) {
    if (again) add(ownSlip(page, again), again, again.mistakes);
  },
});
