// What happened before the detector is there, and when it is time to fetch it: long before it could see enough for an offer,
// but not for someone who just fills in a form.
import type { Happened } from './sensors/happening.ts';

/** How much of a sign each kind is. The detector knows better; this only has to be early. */
const SIGNS: Partial<Record<Happened['type'], number>> = {
  invalid: 3,
  submit: 2,
  hidden: 1,
  copy: 1,
};
const ENOUGH = 3;
/** A return to a field, a deletion, a scroll back, a press beside the fields. */
const HINT = 0.5;
/** Nobody is stuck in a field before this long, in ms: four times the median of most kinds (detection.md, section 2). */
const LONG_IN_FIELD = 20_000;
/** More than a quarter of an hour of filling in; then the oldest go. */
const PAST = 2_000;

export interface Memory {
  past: Happened[];
  /** Keeps it, and says whether it is time. */
  keep(happened: Happened): boolean;
}

const isHint = (happened: Happened, past: readonly Happened[]) =>
  (happened.type === 'focus' && past.some((one) => one.type === 'blur' && one.field === happened.field)) ||
  (happened.type === 'input' && happened.inputType.startsWith('del')) ||
  (happened.type === 'scroll' && happened.dy < 0) ||
  (happened.type === 'click' && !happened.field);

export function createMemory(): Memory {
  const past: Happened[] = [];
  let worry = 0;
  let focusedAt = Infinity;

  return {
    past,
    keep(happened) {
      const { t, type } = happened;
      worry += isHint(happened, past) ? HINT : (SIGNS[type] ?? 0);
      // A step further: what came before is not what holds someone up now.
      if (type === 'fields') worry = 0;
      if (type === 'focus') focusedAt = t;
      if (type === 'blur') focusedAt = Infinity;
      past.push(happened);
      if (past.length > PAST) past.shift();
      return worry >= ENOUGH || t - focusedAt > LONG_IN_FIELD;
    },
  };
}
