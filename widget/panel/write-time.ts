// Days and times in words. One formatter for everything: making one costs more than a hundred uses of it.
import type { Texts } from './i18n/nl.ts';

/** The office's clock, for the citizen abroad too: opening hours and appointments are in it. */
const TIME_ZONE = 'Europe/Amsterdam';
const DAY_MS = 86_400_000;

export interface TimeWriter {
  /** "14.05 uur" */
  time(at: number): string;
  /** "Vandaag", "Gisteren", "Morgen" or "maandag 23 november". */
  day(at: number, now: number): string;
  /** Equal for two moments on the same day. */
  dayKey(at: number): string;
}

export function createTimeWriter(texts: Texts): TimeWriter {
  const format = new Intl.DateTimeFormat(texts.locale, {
    timeZone: TIME_ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  /** Messages come in bunches of the same minute. */
  const known = new Map<number, Map<string, string>>();
  function read(at: number): (type: Intl.DateTimeFormatPartTypes) => string {
    const minute = Math.floor(at / 60_000);
    let parts = known.get(minute);
    if (parts === undefined) {
      parts = new Map(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
      known.set(minute, parts);
    }
    return (type) => parts.get(type) ?? '';
  }
  function dayKey(at: number): string {
    const part = read(at);
    return `${part('year')} ${part('month')} ${part('day')}`;
  }
  return {
    dayKey,
    time(at) {
      const part = read(at);
      return texts.clock(String(Number(part('hour'))), part('minute'));
    },
    day(at, now) {
      const key = dayKey(at);
      if (key === dayKey(now)) return texts.today;
      if (key === dayKey(now - DAY_MS)) return texts.yesterday;
      if (key === dayKey(now + DAY_MS)) return texts.tomorrow;
      const part = read(at);
      return `${part('weekday')} ${part('day')} ${part('month')}`;
    },
  };
}
