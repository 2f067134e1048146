// Longer on a field than this person needs; and two signals that meet: wrong twice, and then silence.
import { paceOf, slowness, unusualness } from './pace.ts';
import { DONE, type Signal, since } from './page.ts';

/** One deviation more than usual is nothing (detection.md, section 3); no field is expected to take so little that 3 s exceed it. */
const USUAL = 1;
/** With the weight at most 3: time alone never decides, so a phone call in front of a field is no trouble. */
const MOST = 2;
/** Reading the message and starting to correct. Nine in ten start typing within 4.5 s (section 2); slower people get more. */
const START_CORRECTING = 4;
/** Silence after that counts as one deviation each so many seconds. */
const PER_DEVIATION = 4;

export const dwell: Signal<'dwell'> = [
  'dwell',
  1.5,
  (page, o, add) => {
    const { stuck } = page;
    const field = stuck && stuck.progress !== DONE ? stuck : page.field;
    if (o.type !== 'tick') return;
    if (!field || field.progress === DONE) return add(0, field, 0);
    const start = START_CORRECTING * Math.max(1, Math.exp(paceOf(page)));
    const quiet = since(page, 'input', 'choose', 'invalid', 'submit-failed', 'visible');
    const silence = field === stuck ? Math.max(0, quiet - start) / PER_DEVIATION : 0;
    const slow = Math.max(0, unusualness(page, field) - USUAL);
    add(Math.expm1(Math.min(MOST, slow + silence)), field, 0, Math.exp(slowness(page, field)));
  },
];
