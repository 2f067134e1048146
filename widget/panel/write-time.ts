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
  const kept = new Map<number, Map<string, string>>();
  function readParts(at: number): Map<string, string> {
    const known = kept.get(at);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const parts = new Map<string, string>(format.formatToParts(at).map(({ type, value }) => [type, value]));
    kept.set(at, parts);
    return parts;
  }
  function read(at: number): (type: Intl.DateTimeFormatPartTypes) => string {
    const parts = readParts(at);
    return (type) => parts.get(type) ?? '';
  }
  /** Without the year: nothing here is a year away. */
  function name(at: number): string {
    const part = read(at);
    return `${part('weekday')} ${part('day')} ${part('month')}`;
  }
  return {
    time(at) {
      const part = read(at);
      return texts.clock(String(Number(part('hour'))), part('minute'));
    },
    day(at, now) {
      const day = name(at);
      const near = [texts.yesterday, texts.today, texts.tomorrow];
      return near.find((_, index) => day === name(now + (index - 1) * DAY_MS)) ?? day;
    },
  };
}
