// The clock on the wall in Amsterdam, by arithmetic: summer time from the last Sunday of March to that of October, 01:00 UTC
// (Directive 2000/84/EC). No Date here: time comes in as epoch ms.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days since 1 January 1970 of a civil date; H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function yearOf(time: number): number {
  const days = Math.floor(time / DAY);
  const guess = 1970 + Math.floor(days / 365.2425);
  if (daysFromCivil(guess + 1, 1, 1) <= days) return guess + 1;
  return daysFromCivil(guess, 1, 1) > days ? guess - 1 : guess;
}

export function yearOfDay(day: number): number {
  return yearOf(day * DAY);
}

/** 0 = Monday; 1 January 1970 was a Thursday. */
export function weekdayOfDay(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** Epoch ms of 01:00 UTC on the last Sunday of a month with 31 days. */
function lastSundayAtOne(year: number, month: number): number {
  const last = daysFromCivil(year, month, 31);
  const sunday = last - ((weekdayOfDay(last) + 1) % 7);
  return sunday * DAY + HOUR;
}

function offsetInAmsterdam(time: number): number {
  const year = yearOf(time);
  const summer = time >= lastSundayAtOne(year, 3) && time < lastSundayAtOne(year, 10);
  return summer ? 2 * HOUR : HOUR;
}

export interface WallTime {
  /** Days since 1 January 1970 on the local calendar. */
  day: number;
  /** 0 = Monday. */
  weekday: number;
  minute: number;
}

export function readWallTime(time: number): WallTime {
  const local = time + offsetInAmsterdam(time);
  const day = Math.floor(local / DAY);
  return { day, weekday: weekdayOfDay(day), minute: Math.floor((local - day * DAY) / MINUTE) };
}

/** In the hour that summer time skips: an hour later on the wall. In the hour that comes twice: the second time. */
export function fromWallTime(day: number, minute: number): number {
  const local = day * DAY + minute * MINUTE;
  return local - offsetInAmsterdam(local - offsetInAmsterdam(local - HOUR));
}

/** A stretch of a day in which the wall keeps the same distance to UTC; `midnight` is where 00:00 would be by that distance. */
export interface EvenStretch {
  from: number;
  to: number;
  midnight: number;
}

/** One stretch a day, and two on the days of 23 and of 25 hours. */
export function splitDay(day: number): EvenStretch[] {
  const [from, to] = [fromWallTime(day, 0), fromWallTime(day + 1, 0)];
  const [first, last] = [offsetInAmsterdam(from), offsetInAmsterdam(to - 1)];
  const midnight = day * DAY;
  if (first === last) return [{ from, to, midnight: midnight - first }];
  const turn = midnight + HOUR;
  return [
    { from, to: turn, midnight: midnight - first },
    { from: turn, to, midnight: midnight - last },
  ];
}
