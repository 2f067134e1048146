// The sum behind the score in rows: for and against, with field, count and ratio; and the score of two minutes as a line.
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../../widget/detector/detector.ts';
import { en } from '../../../../widget/inspector/i18n/en.ts';
import { nl } from '../../../../widget/inspector/i18n/nl.ts';
import { sayPoints, tellSum } from '../../../../widget/inspector/tell-sum.ts';
import { drawLine, MOST_SAMPLES, remember } from '../../../../widget/inspector/timeline.ts';

type Sum = Parameters<typeof tellSum>[0];
const QUIET: Sum = { start: -4.2, progress: 0, evidence: [], meetings: [] };
const nameOf = (field: string) => (field === 'f1' ? 'Geboortedatum' : field);

describe('the rows', () => {
  it('begin with where everyone begins', () => {
    expect(tellSum(QUIET, nl, nameOf)).toEqual({
      rows: [{ name: nl.start, detail: '', weight: -4.2 }],
      meetings: [],
    });
  });

  it('tell for and against, with label, count and ratio', () => {
    const sum: Sum = {
      ...QUIET,
      progress: -0.4,
      evidence: [
        { code: 'repeated-error', field: 'f1', count: 3, weight: 2 },
        { code: 'dwell', field: 'f1', ratio: 2.43, weight: 1.2 },
        { code: 'thrash', count: 1, weight: 0.8 },
        { code: 'wavering', weight: 0.04 },
      ],
    };
    expect(tellSum(sum, nl, nameOf).rows.slice(1)).toEqual([
      { name: 'Er wordt ingevuld', detail: '', weight: -0.4 },
      { name: 'Weer een foutmelding', detail: 'Geboortedatum · 3×', weight: 2 },
      { name: 'Lang bezig', detail: 'Geboortedatum · 2,4× eigen tempo', weight: 1.2 },
      { name: 'Scrolt heen en weer', detail: '', weight: 0.8 },
    ]);
    expect(tellSum(sum, en, nameOf).rows[3]?.detail).toBe('Geboortedatum · 2.4× own pace');
  });

  it('name two signals that say more together', () => {
    const meetings: Sum['meetings'] = [{ codes: ['repeated-error', 'dwell'], weight: 0.62 }];
    expect(tellSum({ ...QUIET, meetings }, nl, nameOf).meetings).toEqual([
      'Samen sterker: Weer een foutmelding + Lang bezig, +0,6 (al meegeteld)',
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
    const { score, sum } = detector.assess(9_000);
    const { rows } = tellSum(sum, nl, nameOf);
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
