// Reads what the tables tell of opening hours, each row by its place.
import { z } from 'zod';
import { LANGUAGES } from '#protocol';
import { daysFromCivil, fromWallTime } from '../domain/amsterdam-time.ts';
import type { ClosingReason } from '../domain/closing-reason.ts';
import type { Closure } from '../domain/closures.ts';
import type { HolidayChoice } from '../domain/holidays.ts';
import type { OpenPeriod, WeeklyHours } from '../domain/opening-hours.ts';
import type { OutsideHours } from '../domain/reach.ts';
import { understandRow } from './understand-row.ts';

const MINUTES_OF_DAY = 1_440;

const period = z
  .strictObject({ from: z.int().min(0), to: z.int().max(MINUTES_OF_DAY) })
  .refine(({ from, to }) => from < to, 'a period closes after it opens');
const dayHours = z
  .array(period)
  .transform((periods) => periods.toSorted((one, other) => one.from - other.from));
const weeklyHours = z.array(dayHours).length(7);
const outsideHours = z.enum(['closed', 'available']);
const liberationDay = z.enum(['never', 'lustrum', 'always']);

/** `2026-12-24`, or with a time `2026-12-24T15:00`. */
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d))?$/;

interface Moment {
  day: number;
  /** Null: the day as a whole. */
  minute: number | null;
}

function parseMoment(text: string): Moment {
  const [, year, month, dayOfMonth, hour, minute] = MOMENT.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)];
  const day = daysFromCivil(y, m, d);
  // The 31st of February is in March: such a day is a slip of the pen, not a date.
  const isDate = m >= 1 && m <= 12 && d >= 1 && day < daysFromCivil(m === 12 ? y + 1 : y, (m % 12) + 1, 1);
  if (!isDate) throw new Error(`"${text}" is not a day or a moment.`);
  return { day, minute: hour === undefined ? null : Number(hour) * 60 + Number(minute) };
}

interface ClosureRow {
  id: number;
  starts: string;
  ends: string;
  reason: string | null;
}

interface ReasonRow {
  closure_id: number;
  language: string;
  reason: string;
}

const otherLanguage = z.enum(LANGUAGES).exclude(['nl']);

function parseReason(row: ClosureRow, reasons: readonly ReasonRow[]): ClosingReason | null {
  const others = reasons.map(({ language, reason }) => [otherLanguage.parse(language), reason]);
  if (row.reason !== null) return { dutch: row.reason, others: Object.fromEntries(others) };
  if (others.length > 0) throw new Error('A reason is there in Dutch first.');
  return null;
}

function parseClosure(row: ClosureRow, reasons: readonly ReasonRow[]): Closure {
  const [starts, ends] = [parseMoment(row.starts), parseMoment(row.ends)];
  const from = fromWallTime(starts.day, starts.minute ?? 0);
  const to = fromWallTime(ends.day, ends.minute ?? MINUTES_OF_DAY);
  if (from >= to) throw new Error('A closure ends after it starts.');
  return { from, to, reason: parseReason(row, reasons) };
}

export const readWeek = (place: string, text: string): WeeklyHours =>
  understandRow(place, () => weeklyHours.parse(JSON.parse(text)));

export function readSpecialDay(row: {
  id: number;
  day: string;
  hours: string;
}): readonly [day: number, periods: OpenPeriod[]] {
  return understandRow(`special_day ${row.id}`, () => {
    const { day, minute } = parseMoment(row.day);
    if (minute !== null) throw new Error('A special day is a whole day.');
    return [day, dayHours.parse(JSON.parse(row.hours))];
  });
}

export const readClosure = (row: ClosureRow, reasons: readonly ReasonRow[]): Closure =>
  understandRow(`closure ${row.id}`, () =>
    parseClosure(
      row,
      reasons.filter((one) => one.closure_id === row.id),
    ),
  );

interface SiteSettings {
  key: string;
  outside_hours: string;
  closed_on_holidays: number;
  closed_on_good_friday: number;
  closed_on_liberation_day: string;
}

export const readOutsideHours = (row: SiteSettings): OutsideHours =>
  understandRow(`site ${row.key}`, () => outsideHours.parse(row.outside_hours));

export function readHolidayChoice(row: SiteSettings): HolidayChoice | null {
  if (row.closed_on_holidays !== 1) return null;
  return understandRow(`site ${row.key}`, () => ({
    goodFriday: row.closed_on_good_friday === 1,
    liberationDay: liberationDay.parse(row.closed_on_liberation_day),
  }));
}
