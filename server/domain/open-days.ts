// The days on which the counter is open, and until when: everything that is promised to a citizen is read from here.
import { fromWallTime, readWallTime } from './amsterdam-time.ts';
import { findNextOpening, isOpen } from './opening-hours.ts';

export type Hours = Parameters<typeof isOpen>[0];

const MINUTE = 60_000;
const MINUTES_OF_DAY = 1_440;
/** A counter that stays closed longer than this promises nothing. */
const MOST_DAYS_AHEAD = 40;

/** When the counter is open at this moment or later; null: never. */
export function findOpen(hours: Hours, from: number): number | null {
  return isOpen(hours, from) ? from : findNextOpening(hours, from);
}

/** The first day after this one, on the local calendar, on which the counter opens. */
export function findOpenDay(hours: Hours, after: number): number | null {
  const opening = findOpen(hours, fromWallTime(after + 1, 0));
  if (opening === null) return null;
  const { day } = readWallTime(opening);
  return day - after > MOST_DAYS_AHEAD ? null : day;
}

/** The first closed minute behind the last open one of these minutes of a day; null: all of them are closed. */
export function findClosing(
  hours: Hours,
  day: number,
  { from, to }: { from: number; to: number },
): number | null {
  for (let minute = to - 1; minute >= from; minute -= 1) {
    const at = fromWallTime(day, minute);
    if (isOpen(hours, at)) return at + MINUTE;
  }
  return null;
}

/** How long the counter was open on this day before this moment. */
export function countOpenMinutes(hours: Hours, at: number): number {
  const { day, minute } = readWallTime(at);
  let open = 0;
  for (let passed = 0; passed < minute; passed += 1) if (isOpen(hours, fromWallTime(day, passed))) open += 1;
  return open;
}

/** The moment on this day at which the counter was open for so long; on a shorter day its closing. */
export function findOpenMinute(hours: Hours, day: number, minutes: number): number | null {
  let open = 0;
  for (let minute = 0; minute < MINUTES_OF_DAY; minute += 1) {
    const at = fromWallTime(day, minute);
    if (!isOpen(hours, at)) continue;
    open += 1;
    if (open === minutes) return at + MINUTE;
  }
  return findClosing(hours, day, { from: 0, to: MINUTES_OF_DAY });
}
