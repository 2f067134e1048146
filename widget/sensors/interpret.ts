// Makes observations of happenings: what an edit was, whether a press was dead, how an attempt to go on ended.
import type { Observation, PressTarget } from '#protocol';
import { ARRIVAL } from './arrival.ts';
import { type Arrival, createAttempt } from './attempt.ts';
import { CORRECTED, countEdit, FILLED } from './edit-counts.ts';
import { CONTROL } from './field.ts';
import { guidanceAt, isControl, opensHelp } from './guidance.ts';
import type { Happened } from './happening.ts';
import { describeField } from './label.ts';
import { closest, OWN_TAG } from './tree.ts';

/** A press that changed nothing by then was a dead one (detection rules, section 1). */
const DEAD_AFTER = 2_500;
/** The page goes elsewhere for a press at once; later than this it is the citizen who does (PostHog takes 100 ms, [U] with smooth scrolling). */
const FOLLOWS_WITHIN = 250;
const FOLLOWS = /^(focus|input|scroll)$/;
/** A press on a label is followed by one of its control, at the same spot; no hand clicks twice this fast. */
const SAME_PRESS = 40;
/** Two fields changed within this time without a key: nobody types like that (detection rules, section 4). */
const BURST_WITHIN = 100;

/** Kits make their own lists and buttons for a choice; a click there is the choice. */
const CHOICE = '[role=option],[role=radio],[role=checkbox],[role=switch]';
const CHOICE_KIND = /select|radio|checkbox|file|^date$/;
const TARGETS: readonly (readonly [PressTarget, string])[] = [
  ['field', `${CONTROL},label`],
  ['control', 'button,[type=submit],[type=image],[role=button],summary,[tabindex]'],
  ['link', 'a[href]'],
  ['text', 'p,li,td,th,h1,h2,h3,h4,legend,span'],
];

export interface Interpreter {
  take(happened: Happened): void;
  /** Time passed: what did not come has not happened. */
  pass(t: number): void;
}

type Of<T extends Happened['type']> = Extract<Happened, { type: T }>;
type Press = Extract<Observation, { type: 'press' }>;

/** Presses wait for a change of the page; without one they were dead. */
function createPresses(observe: (seen: Observation) => void) {
  let waiting: Press[] = [];
  let last: Press | undefined;
  return {
    press(press: Press) {
      const before = last;
      last = press;
      if (before?.x === press.x && before.y === press.y && press.t - before.t < SAME_PRESS) return;
      if (press.on === 'field') observe(press);
      else waiting.push(press);
    },
    /** Something changed; `within` so many ms of the presses that it answers. */
    moved(t: number, within = DEAD_AFTER) {
      const answered = waiting.filter((press) => t - press.t < within);
      waiting = waiting.filter((press) => !answered.includes(press));
      for (const press of answered) observe({ ...press, t });
    },
    pass(t: number) {
      const dead = waiting.filter((press) => t - press.t >= DEAD_AFTER);
      waiting = waiting.filter((press) => !dead.includes(press));
      for (const press of dead) observe({ ...press, t: press.t + DEAD_AFTER, effect: false });
    },
  };
}

/** Edits: typed, filled in by something else, or a choice. */
function createEdits(observe: (seen: Observation) => void, kindOf: (field: string) => string | undefined) {
  let last = { t: -BURST_WITHIN, field: '', typed: false };
  return ({ t, field, inputType, filled, keyed }: Of<'input'>) => {
    const burst = !keyed && field !== last.field && t - last.t < BURST_WITHIN;
    const corrects = inputType === 'insertReplacementText' && last.typed && field === last.field;
    const counts = filled || burst ? FILLED : corrects ? CORRECTED : countEdit(inputType);
    last = { t, field, typed: counts !== FILLED };
    if (CHOICE_KIND.test(kindOf(field) ?? '')) observe({ t, type: 'choose', field });
    else observe({ t, type: 'input', field, ...counts });
  };
}

export function createInterpreter(
  observe: (seen: Observation) => void,
  arrival: Arrival = ARRIVAL,
): Interpreter {
  const attempt = createAttempt(observe, arrival);
  const presses = createPresses(observe);
  const seeEdit = createEdits(observe, (field) => kinds.get(field));
  let kinds = new Map<string, string>();
  let step = '';
  let focused: string | undefined;

  /** The same step as long as most of its fields are still there: a question more or less is no new step. */
  const seeFields = ({ t, fields, name }: Of<'fields'>) => {
    if (!fields[0]) return attempt.gone(t);
    const known = fields.filter(({ field }) => kinds.has(field)).length;
    const isNew = name ? name !== step : known * 2 < fields.length;
    const observed = fields.map(describeField);
    kinds = new Map(observed.map(({ field, kind }) => [field, kind]));
    if (isNew) step = name || [...kinds.keys()].join();
    attempt.fields(t, fields.length, isNew);
    observe({ t, type: 'step', step, fields: observed });
  };

  const seeClick = ({ t, type, at, field, x, y }: Of<'click' | 'activate'>) => {
    if (closest(at, OWN_TAG)) return;
    const chosen = closest(at, CHOICE) && (field ?? focused);
    if (chosen) observe({ t, type: 'choose', field: chosen });
    if (opensHelp(at)) observe({ t, type: 'help', ...(field !== undefined && { field }) });
    if (type !== 'click') return;
    const on = TARGETS.find(([, selector]) => closest(at, selector))?.[0] ?? 'nothing';
    presses.press({ t, type: 'press', on, x, y, effect: true });
  };

  const pass = (t: number) => {
    presses.pass(t);
    attempt.pass(t);
  };

  const sort = (happened: Happened) => {
    const { t } = happened;
    switch (happened.type) {
      case 'fields':
        return seeFields(happened);
      case 'input':
        return seeEdit(happened);
      case 'click':
      case 'activate':
        return seeClick(happened);
      case 'moved':
        return presses.moved(t);
      case 'submit':
        // How an attempt ends says whether there was an answer, and once is enough; pressing again before that is a press of its own.
        if (!attempt.isOpen()) presses.moved(t, SAME_PRESS);
        return attempt.submit(t);
      case 'invalid':
      case 'valid':
        return attempt.mark(t, happened.type, happened.field);
      case 'copy': {
        if (isControl(happened.at) || closest(happened.at, OWN_TAG)) return;
        return observe({ t, type: 'copy', on: guidanceAt(happened.at)?.on ?? 'text' });
      }
      default:
        return observe(happened);
    }
  };

  return {
    pass,
    take(happened) {
      pass(happened.t);
      if (happened.type === 'focus') focused = happened.field;
      if (FOLLOWS.test(happened.type)) presses.moved(happened.t, FOLLOWS_WITHIN);
      sort(happened);
    },
  };
}
