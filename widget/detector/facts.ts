// Observations to facts: what is in view, changed, completed, marked, sent. Heard before the signals, which read these facts.
import type { InputManner } from '#protocol';
import { fieldOf, MOST_UNUSUAL, ratioOf } from './expected.ts';
import {
  CHANGED,
  DONE,
  type Field,
  FRESH,
  type Listener,
  MARKED,
  NEW,
  OPEN,
  type Page,
  SEEN,
} from './page.ts';

/** In focus for less than this is no visit (section 4). */
const SHORTEST_VISIT = 0.4;
/** The page has 3 s to answer an attempt (contract, section 5), and a second to tell. */
const ATTEMPT_LASTS = 4;
/** A completed field leaves 0.6 of the evidence (section 3), as 0.737 half-lives do; a step as much as two fields. */
const AFTER_FIELD = 0.737;
const AFTER_STEP = 1.474;

/** Start model: +0.05 a character, paste +1, at most 2. */
const PER_CHARACTER = 0.05;
const PER_PASTE = 1;
const MOST = 2;

export function facts(page: Page): Listener {
  let stepName: string;
  const change = (
    { how, inserted = 0, deleted = 0 }: { t: number; how?: InputManner; inserted?: number; deleted?: number },
    field: Field,
  ) => {
    field.stage = how === 'autofill' || field.stage === DONE ? DONE : CHANGED;
    field.marks |= OPEN;
    field.typed += inserted;
    field.length = Math.max(0, field.length + inserted - deleted);
    if (how)
      page.filled = Math.min(MOST, page.filled + (how === 'type' ? inserted * PER_CHARACTER : PER_PASTE));
  };
  /** An attempt is under way. */
  let sending = false;
  const refuse = () => {
    sending = false;
    page.wasRefused = true;
  };
  return {
    submit() {
      sending = true;
    },
    step({ step, fields }) {
      if (step !== stepName) {
        stepName = step;
        page.faded += AFTER_STEP;
        page.asked = [];
        page.inFocus = page.attended = page.stuckAt = undefined;
      }
      for (const one of fields) fieldOf(page, one.field, one);
    },
    focus(_, field) {
      page.inFocus = page.attended = field;
    },
    blur(_, field) {
      page.inFocus = undefined;
      // Typed and wiped out again is no answer either.
      const isEmpty = field.stage === NEW || (field.typed > 0 && !field.length);
      if (isEmpty && page.since('focus') >= SHORTEST_VISIT) field.stage = SEEN;
      if (field.stage !== CHANGED || (field.marks >= MARKED && (page.wasRefused || !(field.marks & OPEN))))
        return;
      field.stage = DONE;
      if (field.mistakes) return;
      page.fieldsDone++;
      page.faded += AFTER_FIELD;
      page.pace += Math.max(-MOST_UNUSUAL, Math.min(MOST_UNUSUAL, Math.log(ratioOf(page, field))));
      page.learned++;
    },
    input: change,
    choose: change,
    invalid(_, field) {
      if (sending && page.since('submit') < ATTEMPT_LASTS) refuse();
      // A mark that comes and goes without an act of the citizen stays the same error.
      field.marks = field.marks & (OPEN | FRESH) ? MARKED | FRESH : MARKED;
    },
    valid(_, field) {
      field.marks &= OPEN | FRESH;
    },
    judged([first], again) {
      // One slip: sending too early is not five mistakes.
      if (first && !again) page.slips++;
    },
    'submit-failed'() {
      // Unless the marks in the page told it already.
      if (sending || page.since('submit') > ATTEMPT_LASTS) refuse();
    },
  };
}
