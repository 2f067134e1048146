// By when somebody calls back, and which moments can be promised: never one at which the counter is closed.
import type { ContactMoment, ContactMoments, DayPart } from '#protocol';
import { CONTACT_LIMITS } from '#protocol';
import { readWallTime } from './amsterdam-time.ts';
import { toDate } from './civil-date.ts';
import {
  countOpenMinutes,
  findClosing,
  findOpen,
  findOpenDay,
  findOpenMinute,
  type Hours,
} from './open-days.ts';

/** Minutes after midnight; `to` is the first minute that is not in it. */
const PARTS: Record<DayPart, { from: number; to: number }> = {
  morning: { from: 0, to: 720 },
  afternoon: { from: 720, to: 1_440 },
  any: { from: 0, to: 1_440 },
};

/** A part of the day that is nearly over is no promise that anybody can keep. */
const LEAST_LEFT_MS = 30 * 60_000;

/** Where a promise is counted from. */
export interface Asked {
  hours: Hours;
  now: number;
  /** The site's norm, in days on which the counter is open. */
  workingDays: number;
}

/** A site that never filled in its hours still promises something that people can keep. */
const OFFICE = [{ from: 540, to: 1_020 }];
const USUAL_HOURS: Hours = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []];

function withHours(asked: Asked): Asked {
  return findOpen(asked.hours, asked.now) === null ? { ...asked, hours: USUAL_HOURS } : asked;
}

/** What comes in at night counts as come in at the opening; a day that is left whole is one day. */
export function promiseWithoutWish(asked: Asked): number {
  const { hours, now, workingDays } = withHours(asked);
  const arrived = findOpen(hours, now) ?? now;
  const passed = countOpenMinutes(hours, arrived);
  let { day } = readWallTime(arrived);
  for (let ahead = passed === 0 ? 1 : 0; ahead < workingDays; ahead += 1) {
    day = findOpenDay(hours, day) ?? day;
  }
  const end = passed === 0 ? findClosing(hours, day, PARTS.any) : findOpenMinute(hours, day, passed);
  return end ?? arrived;
}

/** Until when it lasts; null: closed, or nearly over. */
function promisePart({ hours, now }: Asked, day: number, part: DayPart): number | null {
  const end = findClosing(hours, day, PARTS[part]);
  return end !== null && end - now >= LEAST_LEFT_MS ? end : null;
}

/** Today, when enough is left of it, and the open days after it. */
function listDays(asked: Asked): number[] {
  const { hours, now } = asked;
  const { day: today } = readWallTime(now);
  const days = promisePart(asked, today, 'any') === null ? [] : [today];
  let next = findOpenDay(hours, today);
  while (next !== null && days.length < CONTACT_LIMITS.days) {
    days.push(next);
    next = findOpenDay(hours, next);
  }
  return days;
}

export function listMoments(from: Asked): ContactMoments {
  const asked = withHours(from);
  const parts = ['morning', 'afternoon'] as const;
  const days = listDays(asked).map((day) => ({
    date: toDate(day),
    parts: parts.flatMap((part) => {
      const promisedBy = promisePart(asked, day, part);
      return promisedBy === null ? [] : [{ part, promisedBy }];
    }),
  }));
  return { promisedBy: promiseWithoutWish(asked), days };
}

export type Promised =
  | { ok: true; promisedBy: number }
  /** `next`: the first moment behind the wish that can be promised, else the first at all; null: none. */
  | { ok: false; next: { date: string; part: 'morning' | 'afternoon' } | null };

export function promiseMoment(from: Asked, wish: ContactMoment | null): Promised {
  const asked = withHours(from);
  if (wish === null || (wish.date === null && wish.part === 'any')) {
    return { ok: true, promisedBy: promiseWithoutWish(asked) };
  }
  const days = listDays(asked);
  const wished = days.filter((day) => wish.date === null || toDate(day) === wish.date);
  for (const day of wished) {
    const promisedBy = promisePart(asked, day, wish.part);
    if (promisedBy !== null) return { ok: true, promisedBy };
  }
  return { ok: false, next: findNextMoment(asked, wish) };
}

function findNextMoment(asked: Asked, { date, part }: ContactMoment) {
  const moments = listMoments(asked).days.flatMap((day) =>
    day.parts.map((one) => ({ date: day.date, part: one.part })),
  );
  // Dates of this form, and then the parts, sort as text: "morning" comes behind "afternoon".
  const isBehind = (one: (typeof moments)[number]): boolean =>
    date === null || one.date > date || (one.date === date && part === 'morning');
  return moments.find(isBehind) ?? moments[0] ?? null;
}
