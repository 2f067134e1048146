// What everyone needs for a field counts, from fifty completions on (detection.md, section 3, "Expected duration").
import { describe, expect, test } from 'vitest';
import { REASON_CODES } from '#protocol';
import { createCrowd } from '../../../../widget/detector/crowd.ts';
import type { Crowd } from '../../../../widget/detector/detector.ts';
import { createWatch } from '../../../../widget/detector/watch.ts';
import { aField, foundBy, play, tell } from './session.ts';

/** So many people, each with the same time but for a factor to either side. */
const aCrowd = (completions: number, seconds: number, factor = 2): Crowd => {
  const [mean, spread] = [Math.log(seconds), Math.log(factor)];
  const sums = { completions, sumLn: completions * mean, sumLn2: completions * (mean ** 2 + spread ** 2) };
  return createCrowd(new Map([['iban', sums]]));
};

const onIban = (seconds: number) =>
  tell()
    .step('Stap', aField('iban'))
    .focus('iban')
    .wait(seconds * 1_000);

const dwellFor = (seconds: number, crowd?: Crowd) => foundBy('dwell', onIban(seconds), crowd && { crowd });

describe('crowd', () => {
  test('a field that takes everyone long gives no dwell', () => {
    expect(dwellFor(90)).toBeGreaterThan(0);
    expect(dwellFor(90, aCrowd(200, 80))).toBe(0);
  });
  test('longer than everyone still does', () => {
    expect(dwellFor(900, aCrowd(200, 80))).toBeGreaterThan(0);
  });
  test('a field that everyone does quickly gives it sooner', () => {
    const seconds = 18;
    expect(dwellFor(seconds, aCrowd(500, 2, 1.2))).toBeGreaterThan(dwellFor(seconds));
  });
  test('from fifty completions on', () => {
    expect(dwellFor(90, aCrowd(49, 80))).toBe(dwellFor(90));
    expect(dwellFor(90, aCrowd(50, 80))).toBeLessThan(dwellFor(90));
  });
  test('says nothing of another field', () => {
    const story = () => tell().step('Stap', aField('naam')).focus('naam').wait(90_000);
    expect(foundBy('dwell', story(), { crowd: aCrowd(200, 80) })).toBe(foundBy('dwell', story()));
  });
  test('does not hide a field that is wrong twice', () => {
    const story = onIban(20).keys('iban', 18, 250).blur('iban').refusedFor('iban').fill('iban', 3);
    expect(play(story.refusedFor('iban'), 20_000, { crowd: aCrowd(200, 80) }).offeredAt).toBeDefined();
  });
});

describe('ln m = (20 ln m0 + sum ln d) / (20 + n), s² = (20 × 0.75² + n var) / (20 + n)', () => {
  /** What dwell finds after so many seconds in the field, of someone of whom nothing else is known. */
  const dwellAfter = (seconds: number, crowd?: Crowd) => {
    const watch = createWatch(false, 0, crowd);
    for (const observation of tell().step('Stap', aField('iban')).focus('iban').observations)
      watch.observe(observation);
    for (let second = 1; second < seconds; second += 1) watch.assess(second * 1_000);
    const { ratio, found } = watch.assess(seconds * 1_000).evidence[REASON_CODES.indexOf('dwell')] ?? {};
    if (ratio === undefined || found === undefined) throw new Error('Dwell always tells a ratio.');
    return { ratio, found };
  };
  const alone = 60 / dwellAfter(60).ratio;
  test.each([
    [50, 30, 2],
    [73, 6, 3],
    [4_000, 200, 4],
  ])('%i people who take %i s, give or take a factor %i', (n, d, factor) => {
    const expected = Math.exp((20 * Math.log(alone) + n * Math.log(d)) / (20 + n));
    // Of the spread of a crowd, 0.55² is between people; what is unknown of this person comes on top.
    const within = Math.max(0, Math.log(factor) ** 2 - 0.55 ** 2);
    const spread = Math.sqrt(((20 * 0.75 ** 2 + n * within) / (20 + n)) * (1 + (0.55 / 0.75) ** 2));
    const seconds = Math.round(expected * Math.exp(2 * spread));
    const { ratio, found } = dwellAfter(seconds, aCrowd(n, d, factor));
    expect(ratio).toBeCloseTo(seconds / expected, 8);
    expect(found).toBeCloseTo(Math.log(seconds / expected) / spread - 1, 2);
  });
});
