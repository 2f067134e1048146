// The sum behind the score in rows: for and against, with field, count and ratio; and the score of two minutes as a line.
import { describe, expect, it } from 'vitest';
import { type Observation, REASON_CODES, type ReasonCode } from '#protocol';
import { createDetector } from '../../../../widget/detector/detector.ts';
import type { Evidence } from '../../../../widget/detector/evidence.ts';
import type { Alarm } from '../../../../widget/detector/watch.ts';
import { INTERCEPT, MEETINGS, PROGRESS } from '../../../../widget/detector/weights.ts';
import { en } from '../../../../widget/inspector/i18n/en.ts';
import { nl } from '../../../../widget/inspector/i18n/nl.ts';
import { sayPoints, tellSum } from '../../../../widget/inspector/tell-sum.ts';
import { drawLine, MOST_SAMPLES, remember } from '../../../../widget/inspector/timeline.ts';

const STEP: Observation = {
  t: 0,
  type: 'step',
  step: 'a',
  fields: [{ field: 'f1', kind: 'text', words: 3 }],
};
const nameOf = (field: string) => (field === 'f1' ? 'Geboortedatum' : field);

/** Someone in the first field, of whom the signals found what is said, and nothing else. */
function know(found: Partial<Record<ReasonCode, Partial<Evidence>>>): Alarm {
  const detector = createDetector();
  detector.observe(STEP);
  detector.observe({ t: 100, type: 'focus', field: 'f1' });
  const { alarm } = detector.assess(1_000);
  const { about } = alarm.evidence[0] ?? {};
  const evidence = REASON_CODES.map(
    (code): Evidence => ({
      found: 0,
      weight: 0,
      times: 0,
      about: found[code] && about,
      ratio: undefined,
      ...found[code],
    }),
  );
  return { ...alarm, evidence };
}

describe('the rows', () => {
  it('begin with where everyone begins', () => {
    expect(tellSum(know({}), nl, nameOf)).toEqual([{ name: nl.start, detail: '', weight: INTERCEPT }]);
  });

  it('tell for and against, with label, count and ratio, strongest first, and nothing that does not show', () => {
    const alarm = know({
      dwell: { weight: 1.2, ratio: 2.43 },
      'repeated-error': { weight: 2, times: 3 },
      thrash: { weight: 0.8, times: 1, about: undefined },
      wavering: { weight: 0.04 },
    });
    const sum = { ...alarm, progress: 0.3 };
    expect(tellSum(sum, nl, nameOf).slice(1)).toEqual([
      { name: 'Er wordt ingevuld', detail: '', weight: 0.3 * PROGRESS },
      { name: 'Weer een foutmelding', detail: 'Geboortedatum · 3×', weight: 2 },
      { name: 'Lang bezig', detail: 'Geboortedatum · 2,4× eigen tempo', weight: 1.2 },
      { name: 'Scrolt heen en weer', detail: '', weight: 0.8 },
    ]);
    expect(tellSum(sum, en, nameOf)[3]?.detail).toBe('Geboortedatum · 2.4× own pace');
  });

  it('name two signals that say more together', () => {
    const [one = 0, other = 0, weight = 0] = MEETINGS[0] ?? [];
    const [first, second] = [REASON_CODES[one], REASON_CODES[other]];
    if (!first || !second) throw new Error('A meeting is of two signals.');
    const sum = know({ [first]: { found: 1 }, [second]: { found: 2 } });
    expect(tellSum(sum, nl, nameOf).slice(1)).toEqual([
      { name: 'Samen sterker', detail: `${nl.reason[first]} + ${nl.reason[second]}`, weight },
    ]);
  });

  it.each([
    [0.62, '+0,6', '+0.6'],
    [-4.2, '−4,2', '−4.2'],
    [0, '0,0', '0.0'],
  ])('write %s with its sign', (weight, dutch, english) => {
    expect(sayPoints(weight, nl)).toBe(dutch);
    expect(sayPoints(weight, en)).toBe(english);
  });

  it('add up to the score of the real detector', () => {
    const detector = createDetector();
    detector.observe({ t: 0, type: 'step', step: 'a', fields: [{ field: 'f1', kind: 'text', words: 3 }] });
    detector.observe({ t: 1_000, type: 'focus', field: 'f1' });
    detector.observe({ t: 2_000, type: 'input', field: 'f1', inserted: 4, deleted: 0, how: 'type' });
    detector.observe({ t: 8_000, type: 'submit' });
    detector.observe({ t: 8_100, type: 'invalid', field: 'f1' });
    const { score, alarm } = detector.assess(9_000);
    const rows = tellSum(alarm, nl, nameOf);
    const total = rows.reduce((all, { weight }) => all + weight, 0);
    expect(rows.map(({ name }) => name)).toContain('Verder gaan lukt niet');
    expect(1 / (1 + Math.exp(-total))).toBeCloseTo(score, 2);
  });
});

describe('the timeline', () => {
  it('keeps two minutes, the newest at the end', () => {
    let history: number[] = [];
    for (let second = 0; second < 200; second += 1) history = remember(history, second / 200);
    expect(history).toHaveLength(MOST_SAMPLES);
    expect(history.at(-1)).toBe(199 / 200);
    expect(drawLine(history).split(' ')[0]).toBe('0,60');
  });

  it('starts at the right and stays in its box', () => {
    expect(drawLine([0, 0.5, 1])).toBe('117,100 118,50 119,0');
    expect(drawLine([])).toBe('');
  });
});
