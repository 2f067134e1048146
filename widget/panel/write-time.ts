// Days and times in words. One formatter for everything: making one costs more than a hundred uses of it.
import type { Texts } from './i18n/nl.ts';

/** The office's clock, for the citizen abroad too: opening hours and appointments are in it. */
const TIME_ZONE = 'Europe/Amsterdam';
const DAY_MS = 86_400_000;
/** Every draw asks for the same moments again, and each costs some 20 µs on a phone; "now" is another one each time. */
const MOST_KEPT = 500;

export interface TimeWriter {
  /** "14.05 uur" */
  time(at: number): string;
  /** "Vandaag", "Gisteren", "Morgen" or "maandag 23 november". */
  day(at: number, now: number): string;
  /** The same in the middle of a sentence: "vandaag". */
  dayInside(at: number, now: number): string;
}

interface Moment {
  /** Without the year: nothing here is a year away. */
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

/** The day in the order of the language: up to the last of its words. */
function readParts(parts: readonly Intl.DateTimeFormatPart[]): Moment {
  const find = (wanted: Intl.DateTimeFormatPartTypes) =>
    parts.find(({ type }) => type === wanted)?.value ?? '';
  const last = parts.findLastIndex(({ type }) => type === 'weekday' || type === 'day' || type === 'month');
  const day = parts.slice(0, last + 1).map(({ value }) => value);
  return { day: day.join(''), hour: find('hour'), minute: find('minute') };
}

export function createTimeWriter(texts: Texts): TimeWriter {
  const format = new Intl.DateTimeFormat(texts.locale, {
    timeZone: TIME_ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const kept = new Map<number, Moment>();
  function read(at: number): Moment {
    const known = kept.get(at);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const moment = readParts(format.formatToParts(at));
    kept.set(at, moment);
    return moment;
  }
  function findNear(at: number, now: number): string | undefined {
    const { day } = read(at);
    const near = [texts.yesterday, texts.today, texts.tomorrow];
    return near.find((_, index) => day === read(now + (index - 1) * DAY_MS).day);
  }
  const name = (at: number) => texts.dayName(read(at).day);
  return {
    time(at) {
      const { hour, minute } = read(at);
      return texts.clock(String(Number(hour)), minute);
    },
    day: (at, now) => findNear(at, now) ?? name(at),
    dayInside(at, now) {
      const near = findNear(at, now);
      return near === undefined ? name(at) : near.charAt(0).toLowerCase() + near.slice(1);
    },
  };
}
