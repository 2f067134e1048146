// Days and times in words.
import type { Texts } from './i18n/nl.ts';

/** The office's clock, for the citizen abroad too: opening hours and appointments are in it. */
const TIME_ZONE = 'Europe/Amsterdam';
/** Minutes behind Greenwich on that clock, in January and in July: with the clocks that keep the same law, but no other. */
const OFFSETS = [-60, -120];
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

interface Moment<Day = string | number> {
  /** Another one for each day. */
  readonly day: Day;
  readonly hour: string | number;
  readonly minute: string | number;
}

/** Null on a device that keeps another time than the office. The first formatter of a page takes ten times as long as the rest of a draw. */
function readDevice(at: number): Moment | null {
  const date = new Date(at);
  const year = date.getFullYear();
  if (OFFSETS.some((offset, half) => new Date(year, half * 6).getTimezoneOffset() !== offset)) return null;
  return { hour: date.getHours(), minute: date.getMinutes(), day: date.setHours(0, 0, 0, 0) };
}

/** The day in the order of the language: up to the last of its words, without the year, as nothing here is a year away. */
function readParts(parts: readonly Intl.DateTimeFormatPart[]): Moment<string> {
  const find = (wanted: Intl.DateTimeFormatPartTypes) =>
    parts.find(({ type }) => type === wanted)?.value ?? '';
  const last = parts.findLastIndex(({ type }) => type === 'weekday' || type === 'day' || type === 'month');
  const day = parts.slice(0, last + 1).map(({ value }) => value);
  return { day: day.join(''), hour: find('hour'), minute: find('minute') };
}

export function createTimeWriter(texts: Texts): TimeWriter {
  let format: Intl.DateTimeFormat | undefined;
  const spelled = new Map<number, Moment<string>>();
  function spell(at: number): Moment<string> {
    const known = spelled.get(at);
    if (known !== undefined) return known;
    if (spelled.size >= MOST_KEPT) spelled.clear();
    // Only when it is needed, and one for everything: making one costs more than a hundred uses of it.
    format ??= new Intl.DateTimeFormat(texts.locale, {
      timeZone: TIME_ZONE,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const moment = readParts(format.formatToParts(at));
    spelled.set(at, moment);
    return moment;
  }
  const read = (at: number): Moment => readDevice(at) ?? spell(at);
  function findNear(at: number, now: number): string | undefined {
    const { day } = read(at);
    const near = [texts.yesterday, texts.today, texts.tomorrow];
    return near.find((_, index) => day === read(now + (index - 1) * DAY_MS).day);
  }
  const name = (at: number) => texts.dayName(spell(at).day);
  return {
    time(at) {
      const { hour, minute } = read(at);
      return texts.clock(`${hour}`.padStart(2, '0'), `${minute}`.padStart(2, '0'));
    },
    day: (at, now) => findNear(at, now) ?? name(at),
    dayInside(at, now) {
      const near = findNear(at, now);
      return near === undefined ? name(at) : near.charAt(0).toLowerCase() + near.slice(1);
    },
  };
}
