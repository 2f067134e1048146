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
  function read(at: number): (type: Intl.DateTimeFormatPartTypes) => string {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
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
