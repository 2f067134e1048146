// By when somebody calls back: counted in hours that the counter is open, never at a closed moment.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWallTime } from '../../../server/domain/amsterdam-time.ts';
import { toDate } from '../../../server/domain/civil-date.ts';
import { listMoments, promiseMoment, promiseWithoutWish } from '../../../server/domain/contact-promise.ts';
import { isOpen, type WeeklyHours } from '../../../server/domain/opening-hours.ts';

const OFFICE = [{ from: 540, to: 1_020 }];
/** Thursday evening is open, Wednesday only in the morning, the weekend is closed. */
const HOURS: WeeklyHours = [
  OFFICE,
  OFFICE,
  [{ from: 540, to: 720 }],
  [
    { from: 540, to: 720 },
    { from: 780, to: 1_200 },
  ],
  OFFICE,
  [],
  [],
];
const NEVER: WeeklyHours = [[], [], [], [], [], [], []];

/** In the week of Monday 30 November 2026, on winter time. */
const at = (day: number, clock: string): number => Date.parse(`2026-12-0${day}T${clock}:00+01:00`);
const MONDAY = (clock: string): number => Date.parse(`2026-11-30T${clock}:00+01:00`);
const asked = (now: number, hours = HOURS, workingDays = 1) => ({ hours, now, workingDays });

describe('[K3] the promise without a wish', () => {
  it.each([
    ['while open: the same opening minute of the next open day', MONDAY('14:00'), at(1, '14:00')],
    ['on a shorter day: its closing', at(1, '15:00'), at(2, '12:00')],
    [
      'at night: counts as come in at the opening, and a whole day is that day',
      MONDAY('07:00'),
      MONDAY('17:00'),
    ],
    ['after closing: the next day', MONDAY('20:00'), at(1, '17:00')],
    ['over the lunch break, which does not count', at(3, '14:00'), at(4, '13:00')],
    ['on Friday afternoon: Monday', at(4, '16:00'), Date.parse('2026-12-07T16:00:00+01:00')],
    ['at the weekend: Monday before closing', at(5, '11:00'), Date.parse('2026-12-07T17:00:00+01:00')],
  ])('%s', (_, now, promised) => {
    expect(promiseWithoutWish(asked(now))).toBe(promised);
  });

  it('follows the norm of the site', () => {
    expect(promiseWithoutWish(asked(MONDAY('14:00'), HOURS, 2))).toBe(at(2, '12:00'));
    expect(promiseWithoutWish(asked(MONDAY('07:00'), HOURS, 2))).toBe(at(1, '17:00'));
  });

  it('over the end of summer time is at the same time on the clock', () => {
    const friday = Date.parse('2026-10-23T14:00:00+02:00');
    expect(promiseWithoutWish(asked(friday))).toBe(Date.parse('2026-10-26T14:00:00+01:00'));
  });

  it('goes by office hours where a site has none', () => {
    expect(promiseWithoutWish(asked(MONDAY('14:00'), NEVER))).toBe(at(1, '14:00'));
    expect(listMoments(asked(MONDAY('14:00'), NEVER)).days).toHaveLength(10);
  });

  it('always lies ahead, at the end of an open minute', () => {
    const period = fc
      .tuple(fc.integer({ min: 360, max: 1_200 }), fc.integer({ min: 30, max: 230 }))
      .map(([from, length]) => ({ from, to: from + length }));
    const hours = fc.array(fc.option(period), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(hours, fc.integer({ min: MONDAY('00:00'), max: MONDAY('00:00') + 3e10 }), (week, now) => {
        const table = week.map((day) => (day === null ? [] : [day]));
        const promised = promiseWithoutWish(asked(now, table));
        const isEmpty = table.every((day) => day.length === 0);
        return promised > now && (isEmpty || isOpen(table, promised - 60_000));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe('[K3] a wished moment', () => {
  it('is promised by the end of that part of the day', () => {
    const now = asked(MONDAY('10:00'));
    expect(promiseMoment(now, { date: '2026-12-01', part: 'morning' })).toEqual({
      ok: true,
      promisedBy: at(1, '12:00'),
    });
    expect(promiseMoment(now, { date: '2026-12-03', part: 'afternoon' })).toEqual({
      ok: true,
      promisedBy: at(3, '20:00'),
    });
    expect(promiseMoment(now, { date: '2026-12-02', part: 'any' })).toEqual({
      ok: true,
      promisedBy: at(2, '12:00'),
    });
  });

  it('without a date is the first such part that is open', () => {
    expect(promiseMoment(asked(at(2, '13:00')), { date: null, part: 'morning' })).toEqual({
      ok: true,
      promisedBy: at(3, '12:00'),
    });
    expect(promiseMoment(asked(at(1, '16:45')), { date: null, part: 'afternoon' })).toEqual({
      ok: true,
      promisedBy: at(3, '20:00'),
    });
  });

  it.each([
    ['a closed day', '2026-12-05', 'any', { date: '2026-12-07', part: 'morning' }],
    ['a closed part of an open day', '2026-12-02', 'afternoon', { date: '2026-12-03', part: 'morning' }],
    ['a day that is past', '2026-11-29', 'morning', { date: '2026-11-30', part: 'afternoon' }],
    ['further ahead than ten open days', '2026-12-20', 'any', { date: '2026-11-30', part: 'afternoon' }],
    ['a day that is not on the calendar', '2026-02-31', 'any', { date: '2026-11-30', part: 'afternoon' }],
  ] as const)('is refused on %s, with the next one', (_, date, part, next) => {
    expect(promiseMoment(asked(MONDAY('13:00')), { date, part })).toEqual({ ok: false, next });
  });

  it('is not promised when the part is nearly over', () => {
    const morning = { date: '2026-11-30', part: 'morning' } as const;
    expect(promiseMoment(asked(MONDAY('11:45')), morning)).toEqual({
      ok: false,
      next: { date: '2026-11-30', part: 'afternoon' },
    });
    expect(promiseMoment(asked(MONDAY('11:30')), morning)).toMatchObject({ ok: true });
  });

  it('is in the list of what can be promised, which has ten days', () => {
    const { promisedBy, days } = listMoments(asked(MONDAY('18:00')));
    expect(promisedBy).toBe(at(1, '17:00'));
    expect(days.map(({ date }) => date)).toEqual([
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-08',
      '2026-12-09',
      '2026-12-10',
      '2026-12-11',
      '2026-12-14',
    ]);
    expect(days[1]?.parts).toEqual([{ part: 'morning', promisedBy: at(2, '12:00') }]);
    for (const { date, parts } of days)
      for (const { part, promisedBy: end } of parts)
        expect(promiseMoment(asked(MONDAY('18:00')), { date, part })).toEqual({ ok: true, promisedBy: end });
  });
});

describe('a date', () => {
  it('is that of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        return toDate(day) === new Date(day * 86_400_000).toISOString().slice(0, 10);
      }),
    );
    expect(toDate(readWallTime(at(1, '00:10')).day)).toBe('2026-12-01');
  });
});
