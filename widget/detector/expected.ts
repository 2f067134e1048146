// How long an average person needs for a field: reading its words, then filling it (detection.md, sections 2 and 3).
import type { FieldKind, ObservedField } from '#protocol';
import { type Field, NEW, type Page } from './page.ts';

/** KLM: one mental step. */
const THINK = 1.35;
/** Dutch officialese is read at 202 words a minute (Brysbaert 2019, Sui 2021). */
const PER_WORD = 60 / 202;
/** From focus to the first key or choice: median, measured. */
const START = 1.4;
/** Seconds per character: 52 words a minute with a keyboard, 36 on touch (Palin 2019). */
const KEYBOARD = 0.25;
const TOUCH = 0.33;
/** Work in characters' worth where the markup tells no length: a date in three parts takes 7 s (measured), a file dialogue ten pointing steps [U]. */
const WORK: Partial<Record<FieldKind, number>> = { textarea: 80, file: 40, 'date-parts': 22 };
/** Everything else: a name, a postcode; choosing (2.8 s, measured) is not far from it. */
const ORDINARY_WORK = 8;

export const createField = ({ field, kind, words, chars }: ObservedField): Field => ({
  id: field,
  progress: NEW,
  base: THINK + words * PER_WORD + START,
  characters: chars ?? WORK[kind] ?? ORDINARY_WORK,
  dwell: 0,
  typed: 0,
  erased: 0,
  errors: 0,
  absences: 0,
  wrong: false,
  open: true,
  fresh: false,
});

/** Whoever gives a longer answer than most gets the time for it. */
export const expectedSeconds = (page: Page, { base, characters, typed }: Field): number =>
  base + (page.pointer === 'fine' ? KEYBOARD : TOUCH) * Math.max(characters, typed);
