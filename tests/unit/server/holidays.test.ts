// Dutch holidays: the dates that were published, the choices of a gemeente, and what they do to the hours.
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { fromWallTime } from '../../../server/domain/amsterdam-time.ts';
import { type HolidayChoice, listHolidays } from '../../../server/domain/holidays.ts';
import {
  type Calendar,
  explainClosing,
  findNextOpening,
  isOpen,
  type OpenPeriod,
} from '../../../server/domain/opening-hours.ts';

const DAY = 24 * 60 * 60_000;
const OFFICE: readonly OpenPeriod[] = [{ from: 510, to: 1_020 }];
const USUAL: HolidayChoice = { goodFriday: false, liberationDay: 'lustrum' };

const at = (text: string): number => Date.parse(text);
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
const toText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const list = (year: number, choice: HolidayChoice = USUAL): string[] =>
  listHolidays(year, choice).map(({ day, name }) => `${toText(day)} ${name}`);

const calendar = (more: Partial<Calendar> = {}): Calendar => ({
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  days: new Map(),
  holidays: USUAL,
  closures: [],
  ...more,
});

describe('public holidays', () => {
  it('are those that rijksoverheid.nl published for 2027', () => {
    expect(list(2027)).toEqual([
      '2027-01-01 Nieuwjaarsdag',
      '2027-03-28 Eerste Paasdag',
      '2027-03-29 Tweede Paasdag',
      '2027-04-27 Koningsdag',
      '2027-05-06 Hemelvaartsdag',
      '2027-05-16 Eerste Pinksterdag',
      '2027-05-17 Tweede Pinksterdag',
      '2027-12-25 Eerste Kerstdag',
      '2027-12-26 Tweede Kerstdag',
    ]);
  });

  it('are, from 2014 to 2100, those that the library of the world’s holidays knows', () => {
    const library = new Holidays('NL', { languages: 'nl' });
    const isDayOff = ({ type, name }: { type: string; name: string }) =>
      type === 'public' || name === 'Goede Vrijdag' || name === 'Bevrijdingsdag';
    for (let year = 2014; year <= 2100; year += 1) {
      const theirs = library.getHolidays(year).filter(isDayOff);
      const ours = listHolidays(year, { goodFriday: true, liberationDay: 'always' });
      // Two can fall on one day, as Hemelvaartsdag and Bevrijdingsdag did in 2016.
      expect(new Set(ours.map(({ day }) => toText(day)))).toEqual(
        new Set(theirs.map(({ date }) => date.slice(0, 10))),
      );
    }
  });

  it.each([2014, 2025, 2031, 2036])(
    'keep Koningsdag on the Saturday when the 27th is a Sunday, %d',
    (year) => {
      expect(new Date(`${year}-04-27T12:00:00Z`).getUTCDay()).toBe(0);
      expect(list(year)).toContain(`${year}-04-26 Koningsdag`);
    },
  );

  it.each([
    ['never', 2030, false],
    ['lustrum', 2030, true],
    ['lustrum', 2029, false],
    ['always', 2029, true],
  ] as const)('have Bevrijdingsdag by choice: %s in %d', (liberationDay, year, has) => {
    expect(list(year, { ...USUAL, liberationDay }).includes(`${year}-05-05 Bevrijdingsdag`)).toBe(has);
  });

  it('have Goede Vrijdag by choice', () => {
    expect(list(2027, { ...USUAL, goodFriday: true })).toContain('2027-03-26 Goede Vrijdag');
  });
});

describe('hours on holidays', () => {
  it('close Koningsdag that fell on a Sunday on the Saturday, and not the Monday after it', () => {
    const saturdays = calendar({ week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []] });
    const now = at('2031-04-26T08:00:00Z');
    expect(isOpen(saturdays, now)).toBe(false);
    expect(findNextOpening(saturdays, now)).toBe(at('2031-04-28T06:30:00Z'));
    expect(isOpen(calendar({ week: saturdays.week, holidays: null }), now)).toBe(true);
  });

  it('go on behind Easter, over the night in which summer time begins', () => {
    expect(findNextOpening(calendar(), at('2027-03-26T16:00:00Z'))).toBe(at('2027-03-30T06:30:00Z'));
  });

  it('go on behind Christmas and the turn of the year', () => {
    expect(findNextOpening(calendar(), at('2025-12-24T17:00:00Z'))).toBe(at('2025-12-29T07:30:00Z'));
    expect(findNextOpening(calendar(), at('2026-12-31T17:00:00Z'))).toBe(at('2027-01-04T07:30:00Z'));
  });

  it('give way to a day with hours of its own', () => {
    const days = new Map([
      [dayOf('2026-12-26'), [{ from: 600, to: 720 }]],
      [dayOf('2026-12-24'), [{ from: 510, to: 900 }]],
      [dayOf('2026-12-28'), []],
    ]);
    const special = calendar({ days });
    expect(isOpen(special, at('2026-12-24T14:00:00Z'))).toBe(false);
    expect(findNextOpening(special, at('2026-12-24T14:00:00Z'))).toBe(at('2026-12-26T09:00:00Z'));
    expect(findNextOpening(special, at('2026-12-26T11:00:00Z'))).toBe(at('2026-12-29T07:30:00Z'));
  });

  it('finds a single day when the week is empty', () => {
    const single = calendar({ week: [], days: new Map([[dayOf('2027-06-05'), OFFICE]]) });
    expect(findNextOpening(single, at('2026-12-01T12:00:00Z'))).toBe(at('2027-06-05T06:30:00Z'));
  });
});

describe('closures', () => {
  const MOVE = 'Wij zijn gesloten vanwege een verhuizing.';
  const closed = (from: string, to: string, reason: string | null = MOVE) => ({
    from: at(from),
    to: at(to),
    reason: reason === null ? null : { dutch: reason, others: {} },
  });

  it('close in the middle of a day, and open in the middle of one', () => {
    const moving = calendar({ closures: [closed('2026-11-24T12:00:00Z', '2026-11-26T09:15:00Z')] });
    expect(isOpen(moving, at('2026-11-24T11:59:59Z'))).toBe(true);
    expect(isOpen(moving, at('2026-11-24T12:00:00Z'))).toBe(false);
    expect(findNextOpening(moving, at('2026-11-24T12:00:00Z'))).toBe(at('2026-11-26T09:15:00Z'));
  });

  it('join when they overlap or follow one another', () => {
    const closures = [
      closed('2026-11-25T09:00:00Z', '2026-11-26T23:00:00Z', null),
      closed('2026-11-24T20:00:00Z', '2026-11-25T09:00:00Z'),
      closed('2026-11-26T12:00:00Z', '2026-11-27T10:00:00Z', null),
    ];
    expect(findNextOpening(calendar({ closures }), at('2026-11-24T18:00:00Z'))).toBe(
      at('2026-11-27T10:00:00Z'),
    );
  });

  it('last longer than anybody looks ahead, and the end is still told', () => {
    const closures = [closed('2026-11-24T00:00:00Z', '2029-06-01T00:00:00Z')];
    expect(findNextOpening(calendar({ closures }), at('2026-11-24T10:00:00Z'))).toBe(
      at('2029-06-01T06:30:00Z'),
    );
  });

  it.each([
    ['a closure by its reason', '2026-11-24T12:00:00Z', MOVE],
    ['a closure on a holiday by its reason', '2026-12-25T12:00:00Z', MOVE],
    ['a holiday by its name', '2027-05-06T12:00:00Z', 'Wij zijn gesloten vanwege Hemelvaartsdag.'],
    ['a holiday on which it is never open not at all', '2027-03-28T12:00:00Z', null],
    ['an evening not at all', '2026-11-23T20:00:00Z', null],
    ['a day with its own hours not at all', '2027-01-01T12:00:00Z', null],
  ])('are explained: %s', (_, now, words) => {
    const closures = [
      closed('2026-11-24T12:00:00Z', '2026-11-25T09:00:00Z'),
      closed('2026-12-24T12:00:00Z', '2026-12-28T09:00:00Z'),
    ];
    const days = new Map([[dayOf('2027-01-01'), [{ from: 0, to: 60 }]]]);
    expect(explainClosing(calendar({ closures, days }), at(now))?.dutch ?? null).toBe(words);
  });

  it('in wall time: the hour that is skipped comes an hour later, of the hour that comes twice it is the second', () => {
    expect(fromWallTime(dayOf('2027-03-28'), 150)).toBe(at('2027-03-28T01:30:00Z'));
    expect(fromWallTime(dayOf('2026-10-25'), 150)).toBe(at('2026-10-25T01:30:00Z'));
  });
});
