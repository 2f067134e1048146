// A page life added up: what counts as filling in, what is left out, how it ended, and that it always fits on the wire.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formSums } from '#protocol/schemas';
import type { Told } from '../../../../widget/crowd/stopwatch.ts';
import { sumVisit } from '../../../../widget/crowd/sum-visit.ts';

const SECOND = 1_000;
const show = (t: number, ...names: string[]): Told => ({
  t,
  type: 'fields',
  fields: names.map((field) => ({ field })),
  name: '',
});
const focus = (t: number, field: string): Told => ({ t, type: 'focus', field });
const blur = (t: number, field: string): Told => ({ t, type: 'blur', field });
const wrong = (t: number, field: string): Told => ({ t, type: 'invalid', field });
const key = (t: number, field: string, more = {}): Told => ({
  t,
  type: 'input',
  field,
  inputType: 'insertText',
  filled: false,
  keyed: true,
  ...more,
});
/** Filled in from `from`, in so many seconds. */
const fillIn = (from: number, field: string, seconds: number): Told[] => [
  focus(from, field),
  key(from + (seconds * SECOND) / 2, field),
  blur(from + seconds * SECOND, field),
];

const sum = (past: Told[], since = 0, until = (past.at(-1)?.t ?? 0) + SECOND) => {
  const sums = sumVisit(past, { since, until });
  return sums && formSums.parse({ form: 'Bijstand', ...sums });
};
const fieldOf = (past: Told[], field: string, since = 0) =>
  sum(past, since)?.fields.find((one) => one.field === field);

describe('[C2] a field that was filled in', () => {
  it('counts once, with its seconds in focus', () => {
    const field = fieldOf(fillIn(SECOND, 'iban', 8), 'iban');
    expect(field).toMatchObject({ count: 1, errors: 0 });
    expect(Math.exp(field?.sumLn ?? 0)).toBeCloseTo(8, 6);
  });

  it('and left again and again counts once, with the time up to the first time it was complete', () => {
    const past = [focus(0, 'iban'), blur(2 * SECOND, 'iban'), ...fillIn(9 * SECOND, 'iban', 4)];
    const field = fieldOf([...past, ...fillIn(60 * SECOND, 'iban', 30)], 'iban');
    expect(field?.count).toBe(1);
    expect(Math.exp(field?.sumLn ?? 0)).toBeCloseTo(6, 6);
  });

  it('while the page was hidden: that time does not count', () => {
    const past: Told[] = [
      focus(0, 'iban'),
      { t: 2 * SECOND, type: 'hidden' },
      { t: 600 * SECOND, type: 'visible' },
      key(601 * SECOND, 'iban'),
      blur(602 * SECOND, 'iban'),
    ];
    expect(Math.exp(fieldOf(past, 'iban')?.sumLn ?? 0)).toBeCloseTo(4, 6);
  });

  it('on another step with the same name counts again', () => {
    const past = [
      show(0, 'naam', 'kind'),
      ...fillIn(1, 'naam', 3),
      show(9 * SECOND, 'partner', 'kind 2', 'naam'),
    ];
    expect(fieldOf([...past, ...fillIn(10 * SECOND, 'naam', 3)], 'naam')?.count).toBe(2);
  });

  it('on a step where a question came in is the same field', () => {
    const past = [
      show(0, 'naam', 'kind'),
      ...fillIn(1, 'naam', 3),
      show(9 * SECOND, 'naam', 'kind', 'leeftijd'),
    ];
    expect(fieldOf([...past, ...fillIn(10 * SECOND, 'naam', 3)], 'naam')?.count).toBe(1);
  });
});

describe('[C2] no time is told of a field', () => {
  it.each<[string, Told[]]>([
    ['that was only looked at', [focus(0, 'iban'), blur(9 * SECOND, 'iban')]],
    [
      'that the browser filled',
      [focus(0, 'iban'), key(SECOND, 'iban', { filled: true }), blur(2 * SECOND, 'iban')],
    ],
    [
      'that the browser filled, without saying so',
      [
        focus(0, 'iban'),
        key(SECOND, 'iban', { keyed: false, inputType: '' }),
        key(SECOND + 5, 'naam', { keyed: false, inputType: '' }),
        blur(2 * SECOND, 'iban'),
      ],
    ],
    ['that a script filled in 0.1 s', fillIn(0, 'iban', 0.1)],
    ['that is still in focus', [focus(0, 'iban'), key(SECOND, 'iban')]],
    ['that was wrong before', [wrong(0, 'iban'), ...fillIn(SECOND, 'iban', 4)]],
    ['that was found wrong when it was left', [...fillIn(0, 'iban', 4), wrong(4_060, 'iban')]],
    ['in which somebody sat for an hour', fillIn(0, 'iban', 3_600)],
  ])('%s', (_, past) => {
    expect(fieldOf(past, 'iban')).toMatchObject({ count: 0, sumLn: 0, sumLn2: 0 });
  });

  it('that is found wrong when it is left; by an attempt it is told', () => {
    const submit: Told = { t: 4_010, type: 'submit' };
    expect(fieldOf([...fillIn(0, 'iban', 4), submit, wrong(4_060, 'iban')], 'iban')?.count).toBe(1);
  });

  it('but its errors are', () => {
    const past = [...fillIn(0, 'iban', 4), wrong(9 * SECOND, 'iban'), wrong(19 * SECOND, 'iban')];
    expect(fieldOf(past, 'iban')).toMatchObject({ count: 1, errors: 2 });
  });
});

describe('[C2] how it ended', () => {
  const submit = (t: number): Told => ({ t, type: 'submit' });
  const filled = fillIn(0, 'iban', 4);
  it.each<[string, Told[], boolean]>([
    ['the page went after an attempt', [...filled, submit(5 * SECOND)], true],
    [
      'the form went after an attempt',
      [...filled, submit(5 * SECOND), show(6 * SECOND), blur(90 * SECOND, 'x')],
      true,
    ],
    ['nobody tried', filled, false],
    ['the attempt was refused', [...filled, submit(5 * SECOND), wrong(5_100, 'iban')], false],
    ['refused once, then not', [...filled, submit(5_000), wrong(5_100, 'iban'), submit(9_000)], true],
    [
      'tried again with the error still there, and stayed',
      [...filled, submit(5_000), wrong(5_100, 'iban'), submit(9_000), focus(14_000, 'iban')],
      false,
    ],
    [
      'put right, tried again, and a slow server took the page away',
      [
        ...filled,
        submit(5_000),
        wrong(5_100, 'iban'),
        { t: 6_000, type: 'valid', field: 'iban' },
        submit(9_000),
        blur(14_000, 'iban'),
      ],
      true,
    ],
    ['tried, and stayed a minute', [...filled, submit(5 * SECOND), focus(65 * SECOND, 'iban')], false],
    ['on to the next step, and no further', [...filled, submit(5 * SECOND), show(6 * SECOND, 'naam')], false],
    ['the form went without an attempt', [...filled, show(6 * SECOND)], false],
  ])('%s', (_, past, finished) => {
    expect(sum(past)?.finished).toBe(finished);
  });

  it('tells the field touched last, also when it is still in focus', () => {
    expect(sum(filled)?.last).toBe('iban');
    expect(sum([...filled, focus(9 * SECOND, 'naam')])?.last).toBe('naam');
    expect(sum([...filled, focus(9 * SECOND, 'naam'), blur(9_200, 'naam')])?.last).toBe('iban');
  });
});

describe('[C2] nothing is told', () => {
  it.each<[string, Told[]]>([
    ['of a page where nothing happened', []],
    ['of fields that were only there', [show(0, 'iban')]],
    ['of a form that came back wrong and was left alone', [show(0, 'iban'), wrong(60, 'iban')]],
  ])('%s', (_, past) => expect(sum(past)).toBeUndefined());

  it('twice: back from the back/forward cache only what is new', () => {
    const first = fillIn(0, 'iban', 4);
    const until = 5 * SECOND;
    expect(sum(first, until)).toBeUndefined();
    const again = sum([...first, ...fillIn(6 * SECOND, 'naam', 4)], until);
    expect(again?.fields.map(({ field }) => field)).toEqual(['naam']);
  });

  it('of a field begun before the page went and completed after, but once', () => {
    const past = [focus(0, 'iban'), key(SECOND, 'iban'), blur(9 * SECOND, 'iban')];
    const until = 5 * SECOND;
    expect(sum(past.slice(0, 2), 0, until)?.fields[0]?.count).toBe(0);
    expect(fieldOf(past, 'iban', until)?.count).toBe(1);
  });
});

it('[C3] whatever happens, what is told fits on the wire', () => {
  const names = Array.from({ length: 80 }, (_, i) => `veld ${i}`);
  const happened = fc
    .array(
      fc.record({
        wait: fc.integer({ min: 0, max: 60_000 }),
        field: fc.constantFrom(...names),
        type: fc.constantFrom('focus', 'blur', 'input', 'invalid', 'hidden', 'visible', 'submit', 'fields'),
      }),
      { maxLength: 400 },
    )
    .map((moves) => {
      let t = 0;
      return moves.map(({ wait, field, type }): Told => {
        t += wait;
        if (type === 'input') return key(t, field);
        if (type === 'fields') return show(t, field);
        return type === 'focus' || type === 'blur' || type === 'invalid' ? { t, type, field } : { t, type };
      });
    });
  fc.assert(
    fc.property(happened, fc.integer({ min: 0, max: 100_000 }), (past, since) => {
      const sums = sumVisit(past, { since, until: past.at(-1)?.t ?? 0 });
      if (sums) formSums.parse({ form: 'Bijstand', ...sums });
    }),
    { seed: 17, numRuns: 200 },
  );
});
