// When the desk is fetched: early enough for someone who gets stuck, not at all for someone who just fills in a form.
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../../widget/memory.ts';
import type { Happened } from '../../../../widget/sensors/happening.ts';

const SECOND = 1_000;

function worriesAt(happenings: Happened[]): number | undefined {
  const memory = createMemory();
  return happenings.find((happened) => memory.keep(happened))?.t;
}

const type = (t: number, field: string, letters: number): Happened[] =>
  Array.from({ length: letters }, (_, i) => ({
    t: t + i * 200,
    type: 'input',
    field,
    inputType: 'insertText',
    filled: false,
    keyed: true,
  }));

const smoothField = (t: number, field: string): Happened[] => [
  { t, type: 'focus', field },
  ...type(t + SECOND, field, 12),
  { t: t + 6 * SECOND, type: 'blur', field },
];

describe('memory', () => {
  it('a smooth citizen over three steps never needs it', () => {
    const steps = ['a', 'b', 'c'].flatMap((step, i): Happened[] => [
      { t: i * 30 * SECOND, type: 'fields', fields: [], name: step },
      ...smoothField(i * 30 * SECOND + SECOND, `${step}1`),
      ...smoothField(i * 30 * SECOND + 9 * SECOND, `${step}2`),
      { t: i * 30 * SECOND + 20 * SECOND, type: 'click', at: undefined, field: undefined, x: 1, y: 1 },
      { t: i * 30 * SECOND + 20 * SECOND, type: 'submit' },
    ]);
    expect(worriesAt(steps)).toBeUndefined();
  });

  it('a slow typist who makes four mistakes in a field and goes on', () => {
    const mistakes = type(5 * SECOND, 'a', 4).map((one) => ({ ...one, inputType: 'deleteContentBackward' }));
    expect(
      worriesAt([{ t: 0, type: 'focus', field: 'a' }, ...type(SECOND, 'a', 8), ...mistakes]),
    ).toBeUndefined();
  });

  it.each<[string, Happened[]]>([
    ['a field that is marked wrong', [{ t: 1, type: 'invalid', field: 'a' }]],
    [
      'a second try on the same step',
      [
        { t: 1, type: 'submit' },
        { t: 2, type: 'submit' },
      ],
    ],
    ['twenty seconds in one field', [{ t: 0, type: 'focus', field: 'a' }, ...type(25 * SECOND, 'a', 1)]],
    [
      'leaving, coming back and copying',
      [
        { t: 1, type: 'hidden' },
        { t: 2, type: 'hidden' },
        { t: 3, type: 'copy', at: undefined },
      ],
    ],
    [
      'going up and down',
      Array.from({ length: 6 }, (_, i): Happened => ({ t: i, type: 'scroll', dy: -0.5 })),
    ],
    [
      'pressing beside the fields again and again',
      Array.from(
        { length: 6 },
        (_, t): Happened => ({ t, type: 'click', at: undefined, field: undefined, x: 1, y: 1 }),
      ),
    ],
  ])('wakes at %s', (_name, happenings) => {
    expect(worriesAt(happenings)).toBeDefined();
  });

  it('keeps the newest two thousand', () => {
    const memory = createMemory();
    for (const one of type(0, 'a', 2_500)) memory.keep(one);
    expect(memory.past).toHaveLength(2_000);
    expect(memory.past.at(-1)?.t).toBe(2_499 * 200);
  });
});
