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

const TYPING = 3;

/** How far a field is. A seen field was visited and left as it was. */
export const NEW = 0;
export const SEEN = 1;
export const CHANGED = 2;
export const DONE = 3;

export interface Field {
  id: string;
  progress: typeof NEW | typeof SEEN | typeof CHANGED | typeof DONE;
  /** Seconds an average person needs without typing; characters of an average answer. */
  base: number;
  characters: number;
  /** Active seconds in focus. */
  dwell: number;
  /** Characters typed and erased. */
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
  /** Changed last. */
  changed?: Field | undefined;
  /** Counted as wrong with this happening; of these, one that was wrong before. */
  wrong: Field[];
  again?: Field | undefined;
  /** Wrong twice or more. */
  stuck?: Field | undefined;
}

export interface Page extends Step {
  pointer: Pointer;
  now: number;
  /** Seconds in view. */
  active: number;
  /** When each type of happening was last heard. */
  heard: Partial<Record<Happening['type'], number>>;
  /** This focus came back to where nothing was left to do. */
  returning: boolean;
  /** Marks are judged with this happening. */
  judging: boolean;
  /** An attempt was refused, and no signal has said so yet. */
  refused: boolean;
  slips: number;
  done: number;
  /** Sum and precision of what is known about this person's pace. */
  pace: number;
  precision: number;
  progress: number;
  /** Way scrolled in this direction, and in the one before. */
  run: number;
  runBefore: number;
  /** Last press, and how many on that spot. */
  x: number;
  y: number;
  presses: number;
  evidence: Evidence[];
}

export const createStep = (step: string): Step => ({
  step,
  fields: new Map(),
  field: undefined,
  changed: undefined,
  wrong: [],
  stuck: undefined,
});

/** Seconds since the last happening of these types. */
export function since(page: Page, ...types: Happening['type'][]): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const type of types) last = Math.max(last, page.heard[type] ?? last);
  return page.now - last;
}

export const isFocused = (page: Page): boolean => since(page, 'focus') <= since(page, 'blur');
export const isHidden = (page: Page): boolean => since(page, 'hidden') < since(page, 'visible');
/** An attempt is under way. */
export const isSending = (page: Page): boolean => since(page, 'submit') < since(page, 'submit-failed');
/** A key, IME or paste in the last 3 s (detection.md, section 3, "Gates"). */
export const isTyping = (page: Page): boolean => since(page, 'input') < TYPING;
