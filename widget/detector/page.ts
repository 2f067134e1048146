// What the detector remembers of a page: counts and active seconds, in memory only. All clocks are in seconds.
import type { Observation, ReasonCode } from '#protocol';

export type Pointer = 'fine' | 'coarse';

/** Everything a signal can hear: the page's observations and the tick of once a second. */
export type Happening = Observation | { t: number; type: 'tick' };

/**
 * What a signal calls to add evidence. Without a field it is about the field in focus, without a count it counts itself.
 * A count of 0 says that it is a state and no series of events: it replaces what was there.
 */
export type Add = (amount: number, field?: Field, count?: number, ratio?: number) => void;

/** One reason to think that someone is stuck: its name, its weight, and what it makes of a happening. */
export type Signal<Code = ReasonCode> = readonly [
  code: Code,
  weight: number,
  see: (page: Page, happening: Happening, add: Add) => void,
];

/** How far a field is. A seen field was visited and left as it was. */
export const NEW = 0;
export const SEEN = 1;
export const CHANGED = 2;
export const DONE = 3;

export interface Field {
  id: string;
  progress: typeof NEW | typeof SEEN | typeof CHANGED | typeof DONE;
  /** Seconds an average person needs, without typing and for each character. */
  base: number;
  perCharacter: number;
  characters: number;
  /** Active seconds in focus. */
  dwell: number;
  /** Characters typed in all; typed and erased in this visit to the field. */
  total: number;
  typed: number;
  erased: number;
  errors: number;
  /** Returns from another tab since the last change. */
  absences: number;
  /** The page marks it as wrong now. */
  wrong: boolean;
  /** Changed or sent since it was judged, so that a next mark is a new error. */
  open: boolean;
  /** Marked, not counted yet. */
  fresh: boolean;
}

/** What one signal has collected: the reason it can give. */
export interface Evidence {
  code: ReasonCode;
  weight: number;
  amount: number;
  count: number;
  field?: string | undefined;
  ratio?: number | undefined;
}

/** What starts anew with every step of a form. */
export interface Step {
  step: string;
  fields: Map<string, Field>;
  /** In focus now, or last in focus. */
  field?: Field | undefined;
  focused: boolean;
  /** This focus came back to where nothing was left to do. */
  returning: boolean;
  /** Changed last. */
  changed?: Field | undefined;
  /** Marks are judged with this happening, and these fields are counted as wrong. */
  judging: boolean;
  wrong: Field[];
  /** Wrong twice or more. */
  stuck?: Field | undefined;
  sending: boolean;
  refused: boolean;
  submitted: boolean;
  /** Between two things: a good moment to speak. */
  pausing: boolean;
}

export interface Page extends Step {
  pointer: Pointer;
  now: number;
  /** Seconds in view. */
  active: number;
  hidden: boolean;
  /** When each type of happening was last heard. */
  heard: Partial<Record<Happening['type'], number>>;
  /** Active time of the last act or the last error. */
  calmSince: number;
  slips: number;
  done: number;
  /** Sum and precision of what is known about this person's pace. */
  paceSum: number;
  precision: number;
  progress: number;
  /** Way scrolled in this direction, and in the one before. */
  run: number;
  runBefore: number;
  x: number;
  y: number;
  presses: number;
  evidence: Evidence[];
}

export const createStep = (step: string): Step => ({
  step,
  fields: new Map(),
  field: undefined,
  focused: false,
  returning: false,
  changed: undefined,
  judging: false,
  wrong: [],
  stuck: undefined,
  sending: false,
  refused: false,
  submitted: false,
  pausing: true,
});

/** Seconds since the last happening of this type. */
export const since = (page: Page, type: Happening['type']): number =>
  page.now - (page.heard[type] ?? Number.NEGATIVE_INFINITY);

/** Since the last key, IME or paste (detection.md, section 3, "Gates"). */
const TYPING = 3;
export const isTyping = (page: Page): boolean => since(page, 'input') < TYPING;
