// The time that each field took: focus and clock in, completions out. Pure.
import { LONGEST_FILL, SHORTEST_FILL } from '#protocol';
import type { Field, Happened } from '../sensors/happening.ts';

const SECOND = 1_000;
/** A form that checks a field when it is left says so within this time, in ms; then the field was not complete after all. */
const CHECK_WITHIN = 1_000;
/** Two fields changed within this time without a key were filled by the browser (detection rules, section 4). */
const BURST_WITHIN = 100;

/** Of the fields on screen only their names. */
export type Told =
  | Exclude<Happened, { type: 'fields' }>
  | { t: number; type: 'fields'; fields: readonly Pick<Field, 'field'>[]; name: string };
/** How far someone is with a field. */
interface Progress {
  /** Active ms in focus. */
  spent: number;
  /** Something is in it that the citizen put there. */
  changed: boolean;
  /** Not to be timed any more: complete, filled in by the browser, or wrong before. */
  closed: boolean;
}

export interface Completion {
  t: number;
  field: string;
  ln: number;
}

/** Follows focus, clock and edits; gives every completion with its time. */
export function createStopwatch(touch: (t: number, field: string) => void) {
  let progress = new Map<string, Progress>();
  let completions: Completion[] = [];
  let attemptedAt = 0;
  let known: ReadonlySet<string> = new Set();
  let step = '';
  let inFocus: string | undefined;
  let runsFrom: number | undefined;
  let edited = { t: -BURST_WITHIN, field: '' };

  const of = (field: string): Progress => {
    const found = progress.get(field) ?? { spent: 0, changed: false, closed: false };
    progress.set(field, found);
    return found;
  };
  /** The time since the last look goes to the field in focus. */
  const stop = (t: number) => {
    if (inFocus !== undefined && runsFrom !== undefined) {
      of(inFocus).spent += t - runsFrom;
      if (t - runsFrom >= SHORTEST_FILL * SECOND) touch(t, inFocus);
    }
    runsFrom = undefined;
  };
  const leave = (t: number, field: string) => {
    stop(t);
    inFocus = undefined;
    const one = of(field);
    const seconds = one.spent / SECOND;
    if (!one.changed || one.closed) return;
    one.closed = true;
    if (seconds >= SHORTEST_FILL && seconds <= LONGEST_FILL)
      completions.push({ t, field, ln: Math.log(seconds) });
  };
  const edit = ({ t, field, inputType, filled, keyed }: Extract<Told, { type: 'input' }>) => {
    const burst = !keyed && field !== edited.field && t - edited.t < BURST_WITHIN;
    if (burst) of(edited.field).closed = true;
    edited = { t, field };
    const one = of(field);
    one.changed = true;
    // What changes without being in focus was changed by something else.
    one.closed ||= burst || filled || inputType === 'insertReplacementText' || field !== inFocus;
    touch(t, field);
  };

  return {
    completions: () => completions,
    stop,
    focus(t: number, field: string) {
      inFocus = field;
      runsFrom = t;
    },
    leave,
    edit,
    show: (t: number) => {
      if (inFocus !== undefined) runsFrom = t;
    },
    /** What is found wrong from now on was complete to who filled it in. */
    attempt(t: number) {
      attemptedAt = t;
    },
    /** Wrong: what it took is the time of trouble, not of filling in. */
    fail(t: number, field: string) {
      of(field).closed = true;
      completions = completions.filter(
        (one) => one.field !== field || one.t <= attemptedAt || t - one.t > CHECK_WITHIN,
      );
    },
    /** Another step may have fields of the same name. The same step as long as most of its fields are still there. */
    turn(name: string, fields: readonly string[]) {
      const stayed = fields.filter((field) => known.has(field)).length;
      if (name ? name !== step : stayed * 2 < fields.length) progress = new Map();
      step = name;
      known = new Set(fields);
    },
  };
}
