// What a crowd remembers: sums that fade, that one visit hardly moves, and that a server can tell from made-up ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areTimesPossible, LONGEST_FILL, SHORTEST_FILL } from '#protocol';
import { formSums } from '#protocol/schemas';
import { addVisit, type FieldCrowd, fade, isKnown, splitVisit } from '../../../server/domain/crowd.ts';

const DAY = 24 * 60 * 60_000;

const sumUp = (...seconds: number[]) => {
  const logs = seconds.map(Math.log);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return { count: seconds.length, sumLn: sum(logs), sumLn2: sum(logs.map((ln) => ln * ln)) };
};

const visit = (...seconds: number[]) => ({ ...sumUp(...seconds), errors: 0, last: false, finished: true });

/** Of people who need about as long as these. */
function crowdOf(people: number, seconds = [6, 8, 10, 12, 16]): FieldCrowd {
  let crowd: FieldCrowd | null = null;
  for (let i = 0; i < people; i++) crowd = addVisit(crowd, visit(seconds[i % seconds.length] ?? 10), 0);
  if (!crowd) throw new Error('A crowd has people.');
  return crowd;
}

const meanOf = ({ sumLn, count }: FieldCrowd) => Math.exp(sumLn / count);

describe('times that can be', () => {
  const seconds = fc.array(fc.double({ min: SHORTEST_FILL, max: LONGEST_FILL, noNaN: true }), {
    maxLength: 5,
  });

  it('[C3] every real visit passes', () => {
    fc.assert(
      fc.property(seconds, (times) => areTimesPossible(sumUp(...times))),
      { seed: 3 },
    );
  });

  it.each([
    ['times without completions', { count: 0, sumLn: 1, sumLn2: 1 }],
    ['faster than a hand', sumUp(0.01, 5)],
    ['longer than half an hour', sumUp(7_200, 7_200)],
    ['squares that are too small', { count: 2, sumLn: 4, sumLn2: 7.9 }],
    ['squares that are too large', { count: 2, sumLn: 4, sumLn2: 60 }],
  ])('[C3] not %s', (_, sums) => expect(areTimesPossible(sums)).toBe(false));
});

describe('the shape of what a page tells', () => {
  const field = (name: string, more = {}) => ({ field: name, ...sumUp(9), errors: 0, ...more });
  const told = (more = {}) => ({
    form: 'Bijstand',
    finished: true,
    last: 'iban',
    fields: [field('iban')],
    ...more,
  });

  it('is accepted', () => expect(formSums.safeParse(told()).success).toBe(true));

  it.each([
    [
      'more fields than a form has',
      { fields: Array.from({ length: 61 }, (_, i) => field(`${i}`)), last: '1' },
    ],
    ['a field twice', { fields: [field('iban'), field('iban')] }],
    ['a last field that is not among them', { last: 'naam' }],
    ['no field', { fields: [], last: null }],
    ['six completions of one field', { fields: [field('iban', sumUp(9, 9, 9, 9, 9, 9))] }],
    ['more errors than anyone makes', { fields: [field('iban', { errors: 21 })] }],
    ['an impossible time', { fields: [field('iban', sumUp(1e9))] }],
    ['half a completion', { fields: [field('iban', { count: 0.5 })] }],
    ['a visitor', { visitor: 'x' }],
    ['a value', { fields: [field('iban', { value: 'x' })] }],
    ['a name without end', { form: 'x'.repeat(201) }],
  ])('[C3] not with %s', (_, more) => expect(formSums.safeParse(told(more)).success).toBe(false));
});

describe('the crowd', () => {
  it('[C4] forgets by halves: after ninety days everything counts half', () => {
    const crowd = crowdOf(80);
    const later = fade(crowd, 90 * DAY);
    for (const name of ['count', 'sumLn', 'sumLn2', 'finished'] as const)
      expect(later[name]).toBeCloseTo(crowd[name] / 2, 10);
    expect(meanOf(later)).toBeCloseTo(meanOf(crowd), 10);
    expect([isKnown(crowd), isKnown(later)]).toEqual([true, false]);
  });

  it('[C4] fades by time alone, however often it is written to, and never backwards', () => {
    const crowd = crowdOf(80);
    const often = Array.from({ length: 30 }, (_, day) => (day + 1) * DAY).reduce(fade, crowd);
    expect(often.count).toBeCloseTo(fade(crowd, 30 * DAY).count, 8);
    expect(fade(often, 0)).toEqual(often);
  });

  it('[C1] is known from fifty completions on', () => {
    expect([isKnown(crowdOf(49)), isKnown(crowdOf(50))]).toEqual([false, true]);
  });

  it('[C5] a liar at the edge of what is possible moves it by little', () => {
    const crowd = crowdOf(100);
    const liar = visit(...Array.from({ length: 5 }, () => LONGEST_FILL));
    expect(meanOf(addVisit(crowd, liar, 0)) / meanOf(crowd)).toBeLessThan(1.06);
    const drawn = addVisit(crowd, liar, 0).sumLn - crowd.sumLn;
    expect(drawn).toBeLessThan(liar.sumLn / 2);
  });

  it('[C5] takes ordinary times as they are', () => {
    const crowd = crowdOf(100);
    const after = addVisit(crowd, visit(11), 0);
    expect(after.sumLn - crowd.sumLn).toBeCloseTo(Math.log(11), 10);
  });

  it('[C5] stays a set of times that can be, whatever comes', () => {
    const times = fc.array(fc.double({ min: SHORTEST_FILL, max: LONGEST_FILL, noNaN: true }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 120 }), (visits) => {
        let crowd: FieldCrowd | null = null;
        for (const seconds of visits) crowd = addVisit(crowd, visit(...seconds), 0);
        return crowd === null || areTimesPossible(crowd);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it('[C4] one visit counts once for the form and once for each field, and tells where it ended', () => {
    const fields = ['naam', 'iban'].map((field) => ({ field, ...sumUp(9), errors: 2 }));
    const split = new Map(splitVisit({ form: 'Bijstand', finished: false, last: 'iban', fields }));
    expect(split.get('')).toMatchObject({ count: 0, finished: false, last: false });
    expect(split.get('naam')).toMatchObject({ count: 1, errors: 2, last: false });
    expect(split.get('iban')).toMatchObject({ count: 1, errors: 2, last: true });
    expect(addVisit(null, split.get('iban') ?? visit(), 7)).toMatchObject({
      finished: 0,
      unfinished: 1,
      last: 1,
      fadedAt: 7,
    });
  });
});
