// Days and times in words.
import type { Texts } from './i18n/nl.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface TimeWriter {
  /** "14.05 uur" */
  time(at: number): string;
  /** "Vandaag", "Gisteren", "Morgen" or "maandag 23 november". */
  day(at: number, now: number): string;
  /** The same in the middle of a sentence: "vandaag". */
  dayInside(at: number, now: number): string;
}

/** When the clocks change in that year: on the last Sunday of a month of 31 days, at 1.00 hours in Greenwich (Directive 2000/84/EC). */
function findChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.setUTCDate(31 - last.getUTCDay());
}

/**
 * The office's clock, Europe/Amsterdam, for the citizen abroad too: opening hours and appointments are in it. Read it as if it were Greenwich.
 * By its law and not by a formatter: the first formatter of a page takes ten times as long as the rest of a draw.
 */
export function toOfficeClock(at: number): Date {
  const year = new Date(at).getUTCFullYear();
  const isSummer = at >= findChange(year, 2) && at < findChange(year, 9);
  return new Date(at + (isSummer ? 2 : 1) * HOUR_MS);
}

const dayOf = (at: number) => Math.floor(+toOfficeClock(at) / DAY_MS);

export function createTimeWriter(texts: Texts): TimeWriter {
  let format: Intl.DateTimeFormat | undefined;
  /** Every draw asks for the same names again, and each costs some 20 µs on a phone. */
  const named = new Map<number, string>();
  /** The day in the order of the language: up to the last of its words, without the year, as nothing here is a year away. */
  function spell(at: number): string {
    // Only when it is needed, and one for everything: making one costs more than a hundred uses of it.
    format ??= new Intl.DateTimeFormat(texts.locale, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return format.format(toOfficeClock(at));
  }
  function name(at: number): string {
    const day = dayOf(at);
    const known = named.get(day) ?? texts.dayName(spell(at));
    named.set(day, known);
    return known;
  }
  const findNear = (at: number, now: number): string | undefined =>
    [texts.yesterday, texts.today, texts.tomorrow][dayOf(at) - dayOf(now) + 1];
  return {
    time(at) {
      const clock = toOfficeClock(at);
      const pad = (part: number) => `${part}`.padStart(2, '0');
      return texts.clock(pad(clock.getUTCHours()), pad(clock.getUTCMinutes()));
    },
    day: (at, now) => findNear(at, now) ?? name(at),
    dayInside(at, now) {
      const near = findNear(at, now);
      return near === undefined ? name(at) : near.charAt(0).toLowerCase() + near.slice(1);
    },
  };
}
