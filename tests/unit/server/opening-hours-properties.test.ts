// Random weeks, days, holidays and closures against a slow reading of the wall clock of the platform, minute by minute.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWallTime, readWallTime, splitDay } from '../../../server/domain/amsterdam-time.ts';
import type { Closure } from '../../../server/domain/closures.ts';
import { listHolidays } from '../../../server/domain/holidays.ts';
import {
  type Calendar,
  findNextOpening,
  isOpen,
  type OpenPeriod,
} from '../../../server/domain/opening-hours.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const SEED = 20_261_124;
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;

/** Around what goes wrong elsewhere: both turns of summer time, Koningsdag on a Sunday, Easter, the turn of a leap year. */
const TURNS = [
  '2026-10-25',
  '2027-03-28',
  '2031-04-27',
  '2030-05-05',
  '2027-12-31',
  '2028-02-29',
  '2028-12-31',
].map(dayOf);

const platform = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What the clock on the wall says, from the platform's own calendar. */
function readPlatform(time: number): { day: number; minute: number; year: number; weekday: number } {
  const text = platform.format(time);
  const day = dayOf(text.slice(0, 10));
  return {
    day,
    minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)),
    year: Number(text.slice(0, 4)),
    weekday: (new Date(day * DAY).getUTCDay() + 6) % 7,
  };
}

function isOpenSlowly({ week, days, holidays, closures }: Calendar, time: number): boolean {
  if (closures.some(({ from, to }) => from <= time && time < to)) return false;
  const { day, minute, year, weekday } = readPlatform(time);
  const isHoliday = holidays !== null && listHolidays(year, holidays).some((one) => one.day === day);
  const periods = days.get(day) ?? (isHoliday ? [] : week[weekday]) ?? [];
  return periods.some(({ from, to }) => from <= minute && minute < to);
}

const period: fc.Arbitrary<OpenPeriod> = fc
  .tuple(fc.nat(1_439), fc.integer({ min: 1, max: 1_440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));
/** Short ones in the hours that the clock skips and repeats. */
const nightly: fc.Arbitrary<OpenPeriod> = fc
  .tuple(fc.integer({ min: 100, max: 190 }), fc.integer({ min: 1, max: 45 }))
  .map(([from, length]) => ({ from, to: from + length }));
const inOrder = (periods: readonly OpenPeriod[]) => periods.toSorted((one, other) => one.from - other.from);
const day = fc.array(fc.oneof(period, nightly), { maxLength: 3 }).map(inOrder);
/** Some weeks are open every day, most are not, and some hardly ever. */
const week = fc.oneof(
  fc.array(day, { minLength: 7, maxLength: 7 }),
  fc
    .tuple(fc.nat(6), day)
    .map(([at, periods]) => Array.from({ length: 7 }, (_, i) => (i === at ? periods : []))),
);
const holidays = fc.option(
  fc.record({
    goodFriday: fc.boolean(),
    liberationDay: fc.constantFrom('never' as const, 'lustrum' as const, 'always' as const),
  }),
);

interface Case {
  calendar: Calendar;
  now: number;
}

const aCase: fc.Arbitrary<Case> = fc.constantFrom(...TURNS).chain((turn) => {
  const moment = fc
    .integer({ min: -3 * 1_440, max: 3 * 1_440 })
    .map((minutes) => turn * DAY + minutes * MINUTE);
  const closure: fc.Arbitrary<Closure> = fc
    .tuple(moment, fc.integer({ min: 1, max: 2 * 1_440 }))
    .map(([from, minutes]) => ({ from, to: from + minutes * MINUTE, reason: null }));
  const ownDay = fc.tuple(fc.integer({ min: turn - 2, max: turn + 4 }), day);
  return fc.record({
    calendar: fc.record({
      week,
      holidays,
      days: fc.array(ownDay, { maxLength: 2 }).map((days) => new Map(days)),
      closures: fc.array(closure, { maxLength: 3 }),
    }),
    now: fc.tuple(moment, fc.nat(MINUTE - 1)).map(([start, ms]) => start + ms),
  });
});

const check = (numRuns: number, holds: (one: Case) => void): void =>
  fc.assert(fc.property(aCase, holds), { numRuns, seed: SEED });

describe('opening hours, whatever they are', () => {
  it('are open exactly when the slow reading says so, each minute of a day', () => {
    check(60, ({ calendar, now }) => {
      for (let time = now; time < now + DAY + 60 * MINUTE; time += MINUTE)
        if (isOpen(calendar, time) !== isOpenSlowly(calendar, time))
          throw new Error(`${new Date(time).toISOString()}: ${isOpen(calendar, time)}`);
    });
  });

  it('open next at the first minute that is open, and at no other', () => {
    check(150, ({ calendar, now }) => {
      const next = findNextOpening(calendar, now);
      if (isOpenSlowly(calendar, now)) {
        expect(next).toBeNull();
        return;
      }
      // Nine days: a week over a holiday and a closure. Farther on, only that nothing opens before.
      const until = Math.min(next ?? Number.POSITIVE_INFINITY, now + 9 * DAY);
      const first = Math.floor(now / MINUTE) * MINUTE + MINUTE;
      for (let time = first; time < until; time += MINUTE)
        if (isOpenSlowly(calendar, time))
          throw new Error(`${new Date(time).toISOString()} is open before ${next}`);
      if (next !== null) expect(isOpenSlowly(calendar, next)).toBe(true);
    });
  });

  it('never name a moment that is past, closed, or open a moment before', () => {
    check(3_000, ({ calendar, now }) => {
      const next = findNextOpening(calendar, now);
      expect(next !== null && isOpen(calendar, now)).toBe(false);
      if (next === null) return;
      expect(next).toBeGreaterThan(now);
      expect(isOpen(calendar, next)).toBe(true);
      expect(isOpen(calendar, next - 1)).toBe(false);
    });
  });
});

describe('days on the wall', () => {
  const anyDay = fc.oneof(
    fc.integer({ min: dayOf('1997-01-01'), max: dayOf('2060-01-01') }),
    fc.constantFrom(...TURNS),
  );

  it('have 24 hours, 23 in March and 25 in October, without a hole', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const stretches = splitDay(one);
        const [from, to] = [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 0];
        expect(readWallTime(from)).toMatchObject({ day: one, minute: 0 });
        expect(readWallTime(to)).toMatchObject({ day: one + 1, minute: 0 });
        expect(stretches[1]?.from ?? to).toBe(stretches.length === 1 ? to : stretches[0]?.to);
        for (const { from: start, midnight } of stretches)
          expect(readWallTime(start).minute).toBe((start - midnight) / MINUTE);
      }),
      { numRuns: 2_000, seed: SEED },
    );
    const hours = (text: string) =>
      splitDay(dayOf(text)).reduce((sum, { from, to }) => sum + (to - from) / (60 * MINUTE), 0);
    expect([hours('2027-03-28'), hours('2026-10-25'), hours('2026-11-24')]).toEqual([23, 25, 24]);
  });

  it('come back from a moment to the same minute, but for the hour that is not there', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(1_439), (one, minute) => {
        const wall = readWallTime(fromWallTime(one, minute));
        const isSkipped =
          splitDay(one).length === 2 && minute >= 120 && minute < 180 && wall.minute !== minute;
        expect(wall).toMatchObject({ day: one, minute: isSkipped ? minute + 60 : minute });
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });
});

describe('the nights in which the clock is changed', () => {
  const nightly = (from: number, to: number): Calendar => ({
    week: Array.from({ length: 7 }, () => [{ from, to }]),
    days: new Map(),
    holidays: null,
    closures: [],
  });
  const opens = (calendar: Calendar, now: string): string | null => {
    const next = findNextOpening(calendar, Date.parse(now));
    return next === null ? null : new Date(next).toISOString();
  };

  it('open at 3.00 what opens at 2.30, when 2.30 is not there', () => {
    expect(opens(nightly(150, 240), '2027-03-28T00:45:00Z')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('do not open at all what is only open in the hour that is not there', () => {
    expect(opens(nightly(120, 180), '2027-03-28T00:45:00Z')).toBe('2027-03-29T00:00:00.000Z');
  });

  it('open twice what opens in the hour that comes twice', () => {
    expect(opens(nightly(150, 165), '2026-10-24T23:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(opens(nightly(150, 165), '2026-10-25T00:45:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(opens(nightly(150, 165), '2026-10-25T01:45:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });
});
