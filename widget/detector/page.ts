// What the detector remembers of a page: counts and active seconds, in memory only. All clocks are in seconds.
// The properties of Page and Field have names that neither the DOM nor a public object has: the build of the tag may shorten them.
import type { Observation, ReasonCode } from '#protocol';

/** How far a field is. A seen field was visited and left as it was; from there on, coming back is a revisit. */
export const NEW = 0;
export const CHANGED = 1;
export const SEEN = 2;
export const DONE = 3;

/**
 * What is known of the marks of a field, to be added up: changed or sent since it was judged, so that a next mark is a new error;
 * marked anew and not counted yet; and marked as wrong now.
 */
export const OPEN = 1;
export const FRESH = 2;
export const MARKED = 4;

/** How many times as long as expected a field takes, and the spread of ln(time) within a person. */
interface Usual {
  crowded: number;
  spread: number;
}

/** What others make of the seconds that we expect for a field, where that is known. */
export type Crowd = (field: string, seconds: number) => Usual | undefined;

export interface Field extends Usual {
  called: string;
  stage: typeof NEW | typeof CHANGED | typeof SEEN | typeof DONE;
  /** Seconds an average person needs without typing; characters of an average answer. */
  toRead: number;
  toType: number;
  /** An answer is asked for; one of several options, and one was picked before. */
  demanded: boolean;
  single: boolean;
  chosen: boolean;
  /** Active seconds in focus. */
  dwelt: number;
  /** Characters typed, and characters that stand there now. */
  typed: number;
  length: number;
  mistakes: number;
  /** OPEN, FRESH and MARKED together. */
  marks: number;
}

export interface Page {
  crowd: Crowd | undefined;
  /** Seconds this device takes for a character. */
  perKey: number;
  pageTime: number;
  /** Seconds in view; and not in view at the last happening. */
  viewed: number;
  outOfView: boolean;
  /** When each of these was last heard, and how many seconds ago the last of some was. */
  heardAt: { [T in HeardType]?: number };
  since(...types: HeardType[]): number;
  asked: Field[];
  /** In focus now; and now or last. */
  inFocus?: Field | undefined;
  attended?: Field | undefined;
  /** Wrong twice or more; and nothing was done about it since. */
  stuckAt?: Field | undefined;
  stranded: boolean;
  /** An attempt was refused, and no signal has said so yet. */
  wasRefused?: boolean;
  /** Of this person: slips and completed fields, what is known of the pace. They start with what is usual. */
  slips: number;
  fieldsDone: number;
  pace: number;
  learned: number;
  /** How much was filled in just now. */
  filled: number;
  /** How old evidence has become, in its half-lives. */
  faded: number;
}

/** Everything that can be heard: the page's observations, and a tick once a second. */
export type Happening = { field?: string } & (Observation | { t: number; type: 'tick' });

/** What comes with each: the happening itself, or the fields of which the marks turned out to be errors; */
type Told = { [T in Happening['type']]: Happening & { type: T } } & { judged: readonly Field[] };
/** and the field it is about, or else the one in focus; of the errors, one that was wrong before. */
type About = { [T in keyof Told]: Told[T] extends { field: string } ? Field : Field | undefined };
type HeardType = keyof Told;

/** What someone does with each of these. */
export type Listener = { [T in HeardType]?: (told: Told[T], field: About[T]) => void };
export type Tell = <T extends HeardType>(type: T, told: Told[T], field: About[T]) => void;

/**
 * What a signal calls to add evidence. Without a field it is about the field in focus, without a count it counts itself.
 * A count of 0 says that it is a state and no series of events: it replaces what was there.
 */
type Add = (amount: number, field?: Field, count?: number, ratio?: number) => void;

/** One reason to think that someone is stuck: what it listens to. The code is for the compiler. */
export type Signal<Code extends ReasonCode = ReasonCode> = ((page: Page, add: Add) => Listener) & {
  readonly code?: Code;
};

/** A key, IME or paste this many seconds ago is typing (detection.md, section 3, "Gates"). */
export const TYPING = 3;
