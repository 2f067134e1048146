// When the counter is open, in Amsterdam time: a weekly table, days with hours of their own, public holidays and closures.
import { readWallTime, splitDay, weekdayOfDay } from './amsterdam-time.ts';
import { type ClosingReason, explainHoliday } from './closing-reason.ts';
import { type Closure, findClosure, skipClosures } from './closures.ts';
import { findHoliday, type HolidayChoice } from './holidays.ts';

/** Minutes after midnight, local time; `to` is the first closed minute. */
export interface OpenPeriod {
  from: number;
  to: number;
}

/** Seven days, Monday first; the periods of a day in order. */
export type WeeklyHours = readonly (readonly OpenPeriod[])[];

export interface Calendar {
  week: WeeklyHours;
  /** By day since 1970: its hours instead of those of the week, on a holiday too. No period: closed all day. */
  days: ReadonlyMap<number, readonly OpenPeriod[]>;
  /** Null: holidays are days like any other. */
  holidays: HolidayChoice | null;
  /** They win from everything else. */
  closures: readonly Closure[];
}

/** A bare week has no exceptions. */
export type OpeningHours = WeeklyHours | Calendar;

/** Who opens at no moment of a whole year has no hours that anybody can be told. */
const LOOK_AHEAD_DAYS = 400;
const MINUTE = 60_000;

export function toCalendar(hours: OpeningHours): Calendar {
  return 'week' in hours ? hours : { week: hours, days: new Map(), holidays: null, closures: [] };
}

/** A site that never filled in its hours has none, rather than being closed for ever. */
export function hasHours(hours: OpeningHours): boolean {
  const { week, days } = toCalendar(hours);
  return [...week, ...days.values()].some((periods) => periods.length > 0);
}

/** By the calendar alone; closures are moments, not days. */
function readPeriods({ week, days, holidays }: Calendar, day: number): readonly OpenPeriod[] {
  const own = days.get(day);
  if (own) return own;
  const usual = week[weekdayOfDay(day)] ?? [];
  if (usual.length === 0 || holidays === null) return usual;
  return findHoliday(day, holidays) ? [] : usual;
}

export function isOpen(hours: OpeningHours, now: number): boolean {
  const calendar = toCalendar(hours);
  const { day, minute } = readWallTime(now);
  const isInPeriod = readPeriods(calendar, day).some(({ from, to }) => minute >= from && minute < to);
  return isInPeriod && findClosure(calendar.closures, now) === null;
}

/** The first moment of a day, from `now` on, that a period covers: the hour that March skips is not there, the one of October comes twice. */
function findInDay(day: number, periods: readonly OpenPeriod[], now: number): number | null {
  for (const { from, to, midnight } of splitDay(day)) {
    for (const period of periods) {
      const start = Math.max(from, now, midnight + period.from * MINUTE);
      if (start < Math.min(to, midnight + period.to * MINUTE)) return start;
    }
  }
  return null;
}

function listEnds(day: number, periods: readonly OpenPeriod[]): number[] {
  return splitDay(day).flatMap(({ to, midnight }) =>
    periods.map((period) => Math.min(to, midnight + period.to * MINUTE)),
  );
}

/** Until when it is open without a break; null: it is closed now, or open into the day after tomorrow. */
export function findClosingTime(hours: OpeningHours, now: number): number | null {
  const calendar = toCalendar(hours);
  if (!isOpen(calendar, now)) return null;
  const { day } = readWallTime(now);
  const ends = [day, day + 1].flatMap((one) => listEnds(one, readPeriods(calendar, one)));
  const moments = [...ends, ...calendar.closures.map(({ from }) => from)].filter((moment) => moment > now);
  // Where one period ends another may begin, and where the clock is set forward or back none does.
  return moments.sort((one, other) => one - other).find((moment) => !isOpen(calendar, moment)) ?? null;
}

/** The next moment that the counter opens; null when it is open now, or does not open within a year. */
export function findNextOpening(hours: OpeningHours, now: number): number | null {
  if (!hasHours(hours) || isOpen(hours, now)) return null;
  const calendar = toCalendar(hours);
  let moment = skipClosures(calendar.closures, now);
  let { day } = readWallTime(moment);
  for (let looked = 0; looked < LOOK_AHEAD_DAYS; looked++) {
    const found = findInDay(day, readPeriods(calendar, day), moment);
    if (found === null) {
      day += 1;
      continue;
    }
    moment = skipClosures(calendar.closures, found);
    if (moment === found) return found;
    ({ day } = readWallTime(moment));
  }
  return null;
}

/** Why it is closed now; null when it is just the hour. */
export function explainClosing(hours: OpeningHours, now: number): ClosingReason | null {
  const { week, days, holidays, closures } = toCalendar(hours);
  const closure = findClosure(closures, now);
  if (closure) return closure.reason;
  const { day, weekday } = readWallTime(now);
  const isNoReason = days.has(day) || (week[weekday] ?? []).length === 0;
  if (isNoReason || holidays === null) return null;
  const holiday = findHoliday(day, holidays);
  return holiday && explainHoliday(holiday.name);
}
