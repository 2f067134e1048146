// When the counter is open: a weekly table in Amsterdam time. Holidays and local closures come on top of this later.
import { fromWallTime, readWallTime } from './amsterdam-time.ts';

/** Minutes after midnight, local time; `to` is the first closed minute. */
export interface OpenPeriod {
  from: number;
  to: number;
}

/** Seven days, Monday first; the periods of a day in order. */
export type WeeklyHours = readonly (readonly OpenPeriod[])[];

export function isOpen(hours: WeeklyHours, now: number): boolean {
  const { weekday, minute } = readWallTime(now);
  return (hours[weekday] ?? []).some((period) => minute >= period.from && minute < period.to);
}

/** The next moment that the counter opens; null when it is open now, or never opens. */
export function findNextOpening(hours: WeeklyHours, now: number): number | null {
  if (isOpen(hours, now)) return null;
  const { day, weekday, minute } = readWallTime(now);
  for (let ahead = 0; ahead <= 7; ahead++) {
    const periods = hours[(weekday + ahead) % 7] ?? [];
    const next = periods.find((period) => ahead > 0 || period.from > minute);
    if (next) return fromWallTime(day + ahead, next.from);
  }
  return null;
}
