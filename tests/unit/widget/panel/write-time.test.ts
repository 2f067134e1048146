// The office's clock, kept by its law: the same as the platform's own, at every change of the clocks too.
import { describe, expect, it } from 'vitest';
import { nl } from '../../../../widget/panel/i18n/nl.ts';
import { createTimeWriter, toOfficeClock } from '../../../../widget/panel/write-time.ts';

const HOUR = 3_600_000;

const platform = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});
const ours = (at: number) => toOfficeClock(at).toISOString().slice(0, 16).replace('T', ' ');

describe('the office clock', () => {
  it('is that of Amsterdam, all through twenty years', () => {
    const end = Date.UTC(2046, 0);
    for (let at = Date.UTC(2026, 0); at < end; at += 7 * HOUR) expect(ours(at)).toBe(platform.format(at));
  });

  it('changes at the same minute, in March and in October', () => {
    for (let year = 2000; year < 2050; year++)
      for (const month of [2, 9])
        for (let at = Date.UTC(year, month, 24); at < Date.UTC(year, month + 1, 1); at += HOUR) {
          expect(ours(at)).toBe(platform.format(at));
          expect(ours(at - 60_000)).toBe(platform.format(at - 60_000));
        }
  });

  it('says today, yesterday and tomorrow by it, and else the day', () => {
    const { day, dayInside, time } = createTimeWriter(nl);
    // A quarter past midnight in Amsterdam, and still the day before in Greenwich.
    const now = Date.parse('2026-07-01T22:15:00Z');
    expect(day(now, now)).toBe('Vandaag');
    expect(time(now)).toBe('00.15 uur');
    expect(dayInside(now - HOUR, now)).toBe('gisteren');
    expect(day(now + 24 * HOUR, now)).toBe('Morgen');
    expect(day(now + 48 * HOUR, now)).toBe('zaterdag 4 juli');
  });
});
