// Amsterdam time by arithmetic against the platform's own calendar, and what it means for the counter's hours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWallTime } from '../../../server/domain/amsterdam-time.ts';
import {
  type Calendar,
  findNextOpening,
  isOpen,
  type WeeklyHours,
} from '../../../server/domain/opening-hours.ts';
import { type Counter, judgeReach } from '../../../server/domain/reach.ts';

const OFFICE = [{ from: 540, to: 1_020 }];
const HOURS: WeeklyHours = [
  OFFICE,
  OFFICE,
  OFFICE,
  [
    { from: 540, to: 720 },
    { from: 780, to: 1_200 },
  ],
  OFFICE,
  [],
  [],
];
const at = (text: string): number => Date.parse(text);

const platform = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function readPlatform(time: number): { weekday: number; minute: number } {
  const parts = Object.fromEntries(platform.formatToParts(time).map(({ type, value }) => [type, value]));
  const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
  return { weekday: DAYS.indexOf(parts['weekday'] ?? ''), minute };
}

describe('the clock in Amsterdam', () => {
  it('agrees with the platform at any moment from 1997 to 2060', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('1997-01-01Z'), max: at('2060-01-01Z') }), (time) => {
        expect(readWallTime(time)).toMatchObject(readPlatform(time));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z'])(
    'agrees at the turn of summer time, %s',
    (text) => expect(readWallTime(at(text))).toMatchObject(readPlatform(at(text))),
  );
});

describe('opening hours', () => {
  it.each([
    ['Tuesday morning, winter', '2026-11-24T08:00:00Z', true],
    ['a minute before', '2026-11-24T07:59:59Z', false],
    ['closing minute', '2026-11-24T16:00:00Z', false],
    ['Thursday lunch', '2026-11-26T11:30:00Z', false],
    ['Thursday evening', '2026-11-26T18:30:00Z', true],
    ['Saturday', '2026-11-28T10:00:00Z', false],
    ['summer', '2026-07-07T07:00:00Z', true],
  ])('%s', (_, text, open) => expect(isOpen(HOURS, at(text))).toBe(open));

  it.each([
    ['later today', '2026-11-24T05:00:00Z', '2026-11-24T08:00:00Z'],
    ['after lunch', '2026-11-26T11:30:00Z', '2026-11-26T12:00:00Z'],
    ['tomorrow', '2026-11-24T20:00:00Z', '2026-11-25T08:00:00Z'],
    ['after the weekend in which summer time starts', '2026-03-27T17:00:00Z', '2026-03-30T07:00:00Z'],
  ])('opens %s', (_, now, opens) => expect(findNextOpening(HOURS, at(now))).toBe(at(opens)));

  it('says nothing about opening while open, or when it never opens', () => {
    expect(findNextOpening(HOURS, at('2026-11-24T10:00:00Z'))).toBeNull();
    expect(findNextOpening([[], [], [], [], [], [], []], at('2026-11-24T10:00:00Z'))).toBeNull();
  });
});

describe('reach', () => {
  const one = { operator: 1, ready: true, active: 0, reserved: 0, held: 0 };
  const [day, night] = [at('2026-11-24T10:00:00Z'), at('2026-11-24T20:00:00Z')];
  const tomorrow = at('2026-11-25T08:00:00Z');
  const judge = (counter: Counter, now: number, more: object = {}, queue = 0) =>
    judgeReach({ operators: [{ ...one, ...more }], unreservedWaiting: queue }, counter, now);
  const kept: Counter = { hours: HOURS, outsideHours: 'closed' };
  const loose: Counter = { hours: HOURS, outsideHours: 'available' };

  it('is honest about free, occupied and absent', () => {
    expect(judge(kept, day).state).toBe('available');
    expect(judge(kept, day, { active: 3 }).state).toBe('busy');
    expect(judge(kept, day, {}, 3).state).toBe('busy');
    expect(judge(kept, day, { ready: false })).toEqual({ state: 'away', opensAt: null });
  });

  it('outside the hours counts on nobody, unless the site lets whoever is there help', () => {
    expect(judge(kept, night)).toEqual({ state: 'away', opensAt: tomorrow });
    expect(judge(loose, night).state).toBe('available');
    expect(judge(loose, night, { ready: false })).toEqual({ state: 'away', opensAt: tomorrow });
  });

  it('without any hours goes by who is there', () => {
    const never: Counter = { hours: [[], [], [], [], [], [], []], outsideHours: 'closed' };
    expect(judge(never, night).state).toBe('available');
    expect(judge(never, night, { ready: false })).toEqual({ state: 'away', opensAt: null });
  });

  it('during a closure is away, whoever is there', () => {
    const closures = [{ from: day - 1, to: day + 1, reason: null }];
    const hours: Calendar = { week: HOURS, days: new Map(), holidays: null, closures };
    for (const outsideHours of ['closed', 'available'] as const) {
      expect(judge({ hours, outsideHours }, day)).toEqual({ state: 'away', opensAt: day + 1 });
      expect(judge({ hours, outsideHours }, day + 1).state).toBe('available');
    }
  });
});
