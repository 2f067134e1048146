// Makes observations of happenings: what an edit was, whether a press was dead, how an attempt to go on ended.
import type { Observation, PressTarget } from '#protocol';
import { countEdit, FILLED } from './edit-counts.ts';
import { CONTROL } from './field.ts';
import type { Happened } from './happening.ts';
import { describeField } from './label.ts';
import { closest, OWN_TAG } from './tree.ts';

/** A press that changed nothing by then was a dead one (detection rules, section 1). */
const DEAD_AFTER = 2_500;
/** Nothing happened after an attempt: contract, section 5. */
const NO_ANSWER_AFTER = 3_000;
/** Between two steps a single-page form may be empty for a moment while it loads. */
const GONE_AFTER = 2_000;
/** Two fields changed within this time without a key: nobody types like that (detection rules, section 4). */
const BURST_WITHIN = 100;

const HELP =
  'summary,[class*=help i],[class*=hulp i],[class*=tooltip i],[href*=contact i],[href^="tel:"],[href^="mailto:"]';
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
  kindOf(field: string): string | undefined;
}

type Press = Extract<Observation, { type: 'press' }>;

export function createInterpreter(observe: (seen: Observation) => void): Interpreter {
  const wrong = new Set<string>();
  let kinds = new Map<string, string>();
  let step = '';
  const presses: Press[] = [];
  let triedAt: number | undefined;
  let goneAt: number | undefined;
  let focused: string | undefined;
  let lastEdit = { t: -BURST_WITHIN, field: '' };

  const fail = (t: number) => {
    if (triedAt !== undefined) observe({ t, type: 'submit-failed' });
    triedAt = undefined;
  };

  const pass = (t: number) => {
    while (presses[0] && t - presses[0].t >= DEAD_AFTER) {
      const press = presses.shift();
      if (press) observe({ ...press, t: press.t + DEAD_AFTER, effect: false });
    }
    if (goneAt !== undefined && t - goneAt >= GONE_AFTER) {
      if (triedAt !== undefined) observe({ t, type: 'submitted' });
      goneAt = undefined;
      triedAt = undefined;
    }
    if (triedAt !== undefined && goneAt === undefined && t - triedAt >= NO_ANSWER_AFTER) {
      // Still wrong after another try: wrong again.
      for (const field of wrong) observe({ t, type: 'invalid', field });
      fail(t);
    }
  };

  /** The same step as long as most of its fields are still there: a question more or less is no new step. */
  const seeFields = ({ t, fields, name }: Extract<Happened, { type: 'fields' }>) => {
    const known = fields.filter(({ field }) => kinds.has(field)).length;
    const isNew = name ? name !== step : known * 2 < fields.length;
    if (!fields[0]) {
      goneAt = t;
      return;
    }
    goneAt = undefined;
    const observed = fields.map(describeField);
    kinds = new Map(observed.map(({ field, kind }) => [field, kind]));
    if (isNew) {
      step = name || [...kinds.keys()].join();
      triedAt = undefined;
    }
    observe({ t, type: 'step', step, fields: observed });
  };

  const seeEdit = ({ t, field, inputType, filled, keyed }: Extract<Happened, { type: 'input' }>) => {
    const burst = !keyed && field !== lastEdit.field && t - lastEdit.t < BURST_WITHIN;
    lastEdit = { t, field };
    if (CHOICE_KIND.test(kinds.get(field) ?? '')) observe({ t, type: 'choose', field });
    else observe({ t, type: 'input', field, ...(filled || burst ? FILLED : countEdit(inputType)) });
  };

  const seeClick = ({ t, at, field, x, y }: Extract<Happened, { type: 'click' }>) => {
    if (closest(at, OWN_TAG)) return;
    const chosen = closest(at, CHOICE) && (field ?? focused);
    if (chosen) observe({ t, type: 'choose', field: chosen });
    if (closest(at, HELP)) observe({ t, type: 'help', ...(field !== undefined && { field }) });
    const on = TARGETS.find(([, selector]) => closest(at, selector))?.[0] ?? 'nothing';
    const press: Press = { t, type: 'press', on, x, y, effect: true };
    if (on === 'field') observe(press);
    else presses.push(press);
  };

  const seeMark = (t: number, type: 'invalid' | 'valid', field: string) => {
    if (type === 'valid') wrong.delete(field);
    else wrong.add(field);
    observe({ t, type, field });
  };

  function take(happened: Happened): void {
    const { t } = happened;
    // What was decided by an invalid mark waits for the other marks of the same moment.
    pass(t);
    switch (happened.type) {
      case 'fields':
        return seeFields(happened);
      case 'input':
        return seeEdit(happened);
      case 'click':
        return seeClick(happened);
      case 'moved':
        for (const press of presses.splice(0)) observe({ ...press, t });
        return;
      case 'copy':
        if (!closest(happened.at, CONTROL))
          observe({ t, type: 'copy', on: closest(happened.at, 'label,legend') ? 'label' : 'text' });
        return;
      case 'submit':
        triedAt = t;
        return observe({ t, type: 'submit' });
      case 'invalid':
      case 'valid':
        seeMark(t, happened.type, happened.field);
        if (happened.type === 'invalid') fail(t);
        return;
      case 'focus':
        focused = happened.field;
        return observe(happened);
      default:
        return observe(happened);
    }
  }

  return { take, pass, kindOf: (field) => kinds.get(field) };
}
