// The same field is wrong again, and then it stays quiet: the message did not help.
import { ownSlip } from './own-slip.ts';
import { DONE, type Signal } from './page.ts';

/** A second error says little, a third more: most people correct them (in simulation and in detection.md, section 5, "repeated error"). */
const SECOND = 0.3;
const THIRD = 1;
/**
 * Seconds of silence after it, for someone of average pace: reading the message and starting to correct takes nine in ten people 4.5 s
 * (detection.md, section 2). And what each of these says.
 */
const SILENCES = [10, 12.5] as const;
const SAYS = [0.5, 3.5] as const;

export const repeatedError: Signal<'repeated-error'> = (page, add) => {
  let heard = 0;
  return {
    judged(_, field) {
      heard = 0;
      if (field) add((field.mistakes > 2 ? THIRD : SECOND) * ownSlip(page, field), field, field.mistakes);
    },
    input() {
      heard = 0;
    },
    tick() {
      const field = page.stuckAt;
      // Who was nowhere else is still there.
      const isElsewhere = page.attended && page.attended !== field;
      const isAway = page.since('hidden') < page.since('visible');
      const [silence, says] = [SILENCES[heard], SAYS[heard]];
      if (!field || isElsewhere || isAway || field.stage === DONE || !silence || !says) return;
      const pace = Math.max(1, Math.exp(page.pace / page.learned));
      if (page.since('visible', 'invalid', 'submit-failed', 'input', 'choose') < silence * pace) return;
      heard += 1;
      add(says * ownSlip(page, field), field, field.mistakes);
    },
  };
};
