// Fields are wrong for the first time. Fields that go wrong together are one event.
import { ownSlip } from './own-slip.ts';
import type { Signal } from './page.ts';

export const firstError: Signal<'first-error'> = (page, add) => ({
  judged(mistaken, again) {
    const [field] = mistaken;
    if (!field || again) return;
    // One slip: sending too early is not five mistakes.
    page.slips += 1;
    add(ownSlip(page, field), field, mistaken.length);
  },
});
