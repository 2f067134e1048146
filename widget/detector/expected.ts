// How long an average person needs for a field: reading its words, then filling it; and how much one person may differ (detection.md, sections 2 and 3).
import type { FieldKind, ObservedField } from '#protocol';
import { type Field, NEW, OPEN, type Page } from './page.ts';

/** One mental step (KLM, 1.35), and from focus to the first key or choice (median, measured, 1.4). */
const START = 2.75;
/** Dutch officialese is read at 202 words a minute (Brysbaert 2019, Sui 2021). */
const PER_WORD = 0.297;
/** Seconds per character: 52 words a minute with a keyboard, 36 on touch (Palin 2019). */
export const KEYBOARD = 0.25;
export const TOUCH = 0.33;
/** Work in characters' worth where the markup tells no length: a date in three parts takes 7 s (measured), a file dialogue ten pointing steps [U]. */
const WORK: Partial<Record<FieldKind, number>> = { textarea: 80, file: 40, 'date-parts': 22 };
/** Everything else: a name, a postcode; choosing (2.8 s, measured) is not far from it. */
const ORDINARY_WORK = 8;

/**
 * Spread of ln(time) within a person (measured 0.76). Between people it is 0.55 (measured 0.57), so what is usual weighs as much as
 * 0.75² / 0.55² = 1.86 completed fields.
 */
export const WITHIN = 0.75;
export const PRIOR = 1.86;
/** One odd field must not decide the pace: ln(time) over ln(expected) is taken between these. */
export const MOST_UNUSUAL = 1.2;

type Announced = Pick<ObservedField, 'kind' | 'words' | 'chars' | 'required'>;

/** A field that no step announced has a short label [U]. */
export function fieldOf(
  page: Page,
  called: string,
  { kind, words, chars, required }: Announced = { kind: 'text', words: 5 },
): Field {
  let field = page.asked.find((one) => one.called === called);
  if (!field) {
    const toRead = START + words * PER_WORD;
    const toType = chars ?? WORK[kind] ?? ORDINARY_WORK;
    field = {
      called,
      stage: NEW,
      toRead,
      toType,
      crowded: 1,
      spread: WITHIN,
      ...page.crowd?.(called, toRead + page.perKey * toType),
      demanded: required !== false,
      single: /radio|select/.test(kind),
      chosen: false,
      dwelt: 0,
      typed: 0,
      length: 0,
      mistakes: 0,
      marks: OPEN,
    };
    page.asked.push(field);
  }
  return field;
}

/** Time spent over the time an average person needs. Whoever gives a longer answer than most gets the time for it. */
export const ratioOf = (page: Page, { dwelt, toRead, toType, typed, crowded }: Field): number =>
  dwelt / crowded / (toRead + page.perKey * Math.max(toType, typed));

/** How many times as long as most people this person needs, as far as it is known. */
export const paceOf = ({ pace, learned }: Page): number => Math.exp(pace / learned);
