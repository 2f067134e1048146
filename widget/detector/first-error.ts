// Fields are wrong for the first time. Fields that go wrong together are one event.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

export const firstError: Signal<'first-error'> = [
  'first-error',
  1.1,
  (page, _, add) => {
    const [field] = page.wrong;
    if (field && !page.again) add(ownSlip(page, field), field, page.wrong.length);
  },
];
