// Longer on a field than this person needs; and two signals that meet: wrong twice, and then silence.
import { ratioOf } from './expected.ts';
import { DONE, type Signal } from './page.ts';

/** One deviation more than usual is nothing (detection.md, section 3); no field is expected to take so little that 3 s exceed it. */
const USUAL = 1;
/** With the weight at most 3: time alone never decides, so a phone call in front of a field is no trouble. */
const MOST = 2;
/** Reading the message and starting to correct: nine in ten type within 4.5 s (section 2), slower people get more. After that, silence counts as one deviation each so many seconds. */
const PAUSE = 4;

export const dwell: Signal<'dwell'> = (page, add) => ({
  tick(_, current) {
    const field = [page.stuckAt, current].find((one) => one && one.stage < DONE);
    if (!field) return add(0, field, 0);
    // This person's time over the average person's, as far as it is known; and this time over this person's.
    const pace = Math.exp(page.pace / page.learned);
    const ratio = ratioOf(page, field) / pace;
    const quiet = page.since('visible', 'invalid', 'submit-failed', 'input', 'choose');
    const silence = field === page.stuckAt ? Math.max(0, quiet / PAUSE - Math.max(1, pace)) : 0;
    const spread = field.spread * (1 + 1 / page.learned) ** 0.5;
    const slow = Math.max(0, Math.log(ratio) / spread - USUAL);
    add(Math.expm1(Math.min(MOST, slow + silence)), field, 0, ratio);
  },
});
