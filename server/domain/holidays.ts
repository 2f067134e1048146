// Dutch public holidays by rule, as rijksoverheid.nl lists them. A test compares every day with a library that is kept up to date.
import { daysFromCivil, weekdayOfDay, yearOfDay } from './amsterdam-time.ts';

/** What a gemeente decides for itself: the collective agreements differ. */
export interface HolidayChoice {
  goodFriday: boolean;
  /** `lustrum`: once every five years, as most agreements have it. */
  liberationDay: 'never' | 'lustrum' | 'always';
}

/** As it goes after "vanwege". */
export type HolidayName =
  | 'Nieuwjaarsdag'
  | 'Goede Vrijdag'
  | 'Eerste Paasdag'
  | 'Tweede Paasdag'
  | 'Koningsdag'
  | 'Bevrijdingsdag'
  | 'Hemelvaartsdag'
  | 'Eerste Pinksterdag'
  | 'Tweede Pinksterdag'
  | 'Eerste Kerstdag'
  | 'Tweede Kerstdag';

export interface Holiday {
  /** Days since 1 January 1970. */
  day: number;
  name: HolidayName;
}

const SUNDAY = 6;

/** Easter Sunday; "Anonymous Gregorian algorithm", J. Meeus, Astronomical Algorithms, chapter 8. */
function findEaster(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * correction + 114;
  return daysFromCivil(year, Math.floor(count / 31), (count % 31) + 1);
}

/** On Saturday the 26th when the 27th is a Sunday. */
function findKingsDay(year: number): number {
  const day = daysFromCivil(year, 4, 27);
  return weekdayOfDay(day) === SUNDAY ? day - 1 : day;
}

function hasLiberationDay(year: number, choice: HolidayChoice['liberationDay']): boolean {
  return choice === 'always' || (choice === 'lustrum' && year % 5 === 0);
}

export function listHolidays(year: number, choice: HolidayChoice): Holiday[] {
  const easter = findEaster(year);
  return [
    { day: daysFromCivil(year, 1, 1), name: 'Nieuwjaarsdag' },
    ...(choice.goodFriday ? [{ day: easter - 2, name: 'Goede Vrijdag' } as const] : []),
    { day: easter, name: 'Eerste Paasdag' },
    { day: easter + 1, name: 'Tweede Paasdag' },
    { day: findKingsDay(year), name: 'Koningsdag' },
    ...(hasLiberationDay(year, choice.liberationDay)
      ? [{ day: daysFromCivil(year, 5, 5), name: 'Bevrijdingsdag' } as const]
      : []),
    { day: easter + 39, name: 'Hemelvaartsdag' },
    { day: easter + 49, name: 'Eerste Pinksterdag' },
    { day: easter + 50, name: 'Tweede Pinksterdag' },
    { day: daysFromCivil(year, 12, 25), name: 'Eerste Kerstdag' },
    { day: daysFromCivil(year, 12, 26), name: 'Tweede Kerstdag' },
  ];
}

export function findHoliday(day: number, choice: HolidayChoice): Holiday | null {
  return listHolidays(yearOfDay(day), choice).find((holiday) => holiday.day === day) ?? null;
}
