// How long an average person needs for a field: reading its words, then filling it (detection.md, sections 2 and 3).
import type { FieldKind, ObservedField } from '#protocol';
import { type Field, NEW, type Page } from './page.ts';

/** KLM: one mental step. */
const THINK = 1.35;
/** Dutch officialese is read at 202 words a minute (Brysbaert 2019, Sui 2021). */
const PER_WORD = 60 / 202;
/** From focus to the first key: median, measured. */
const START_TYPING = 1.4;
/** Seconds per character: 52 words a minute with a keyboard, 36 on touch (Palin 2019). */
const KEYBOARD = 0.25;
const TOUCH = 0.33;
/** Characters of an ordinary answer where the markup does not tell [U]. */
const TYPED: Partial<Record<FieldKind, number>> = { text: 12, textarea: 80, email: 20, tel: 10, number: 4 };
/** Seconds for what is not typed: medians of section 2; a file dialogue is ten pointing steps [U]. */
const CHOSEN: Partial<Record<FieldKind, number>> = { date: 3.3, 'date-parts': 7, file: 11 };
/** Select 2.8, radio 1.6 + 1.1. */
const CHOOSE = 2.8;

export function createField({ field, kind, words, chars }: ObservedField): Field {
  const typed = TYPED[kind];
  return {
    id: field,
    progress: NEW,
    base: THINK + words * PER_WORD + (typed ? START_TYPING : (CHOSEN[kind] ?? CHOOSE)),
    characters: chars ?? typed ?? 0,
    dwell: 0,
    typed: 0,
    erased: 0,
    errors: 0,
    absences: 0,
    wrong: false,
    open: true,
    fresh: false,
  };
}

/** Whoever gives a longer answer than most gets the time for it. */
export const expectedSeconds = (page: Page, { base, characters, typed }: Field): number =>
  base + (page.pointer === 'fine' ? KEYBOARD : TOUCH) * Math.max(characters, typed);
