// Longer on a field than this person needs.
import { paceOf, ratioOf } from './expected.ts';
import { DONE, type Signal } from './page.ts';

/** One deviation more than usual is nothing (detection.md, section 3); no field is expected to take so little that 3 s exceed it. */
const USUAL = 1;
/** Time alone never decides, so a phone call in front of a field is no trouble. */
const MOST = 2;

export const dwell: Signal<'dwell'> = (page, add) => ({
  tick(_, field) {
    if (!field || field.stage === DONE) return add(0, field, 0);
    // This time over what this person needs.
    const ratio = ratioOf(page, field) / paceOf(page);
    const spread = field.spread * (1 + 1 / page.learned) ** 0.5;
    const slow = Math.max(0, Math.log(ratio) / spread - USUAL);
    add(Math.expm1(Math.min(MOST, slow)), field, 0, ratio);
  },
});
