// A high score waits for the right moment; clocks that jump and streams that lie do no harm.
import { describe, expect, test } from 'vitest';
import { createDetector } from '../../../../widget/detector/detector.ts';
import { relive } from '../../../../widget/detector/relive.ts';
import { aField, play, tell } from './session.ts';

/** Stuck beyond doubt: wrong three times, the explanation did not help, and its words are looked up. */
const stuck = (lead = 16_000) => {
  const story = tell().step('Stap', aField('naam'), aField('iban')).wait(lead).fill('iban', 8);
  return story
    .refusedFor('iban')
    .fill('iban', 3)
    .refusedFor('iban')
    .fill('iban', 3)
    .refusedFor('iban')
    .wait(1_000)
    .say({ type: 'help', field: 'iban' })
    .say({ type: 'copy', on: 'label' })
    .wait(5_000);
};

const gatesAfter = (story: ReturnType<typeof tell>, wait = 0) => play(story, wait).last.gates;

describe('gates', () => {
  test('nothing in the way', () => {
    expect(play(stuck(), 5_000).last).toMatchObject({ gates: [], offer: true });
  });
  test('typing', () => {
    expect(gatesAfter(stuck().keys('iban', 1, 1_000), 1_000)).toContain('typing');
  });
  test('hidden, and just returned', () => {
    expect(gatesAfter(stuck().say({ type: 'hidden' }), 3_000)).toEqual(['hidden']);
    expect(gatesAfter(stuck().away(5_000), 5_000)).toEqual(['just-returned']);
    expect(gatesAfter(stuck().away(5_000), 8_000)).toEqual([]);
  });
  test('too early: fifteen seconds in view', () => {
    const story = tell()
      .step('Stap', aField('iban'))
      .focus('iban')
      .refusedFor('iban')
      .refusedFor('iban')
      .refusedFor('iban')
      .say({ type: 'help', field: 'iban' });
    const { offeredAt, ticks } = play(story, 30_000);
    expect(offeredAt).toBeGreaterThanOrEqual(15_000);
    expect(ticks.some(({ t, score, threshold }) => t < 14_000 && score > threshold)).toBe(true);
    expect(ticks.filter(({ t }) => t < 15_000).every(({ gates }) => gates.includes('too-early'))).toBe(true);
  });
  test('a page that begins with a refusal was read before it was sent', () => {
    const cameBack = (refusals: number) => {
      const story = tell().step('Vraag', aField('nummer'));
      for (let count = 0; count < refusals; count += 1) {
        if (count > 0) story.say({ type: 'submit' });
        story.invalid('nummer').say({ type: 'submit-failed' });
      }
      return story.wait(1_500).focus('nummer');
    };
    expect(play(cameBack(1), 25_000).offeredAt).toBeUndefined();
    expect(play(cameBack(2), 25_000).offeredAt).toBeLessThan(15_000);
  });
  test('submitted, until there is a new form', () => {
    const story = stuck().say({ type: 'submit' }).wait(500).say({ type: 'submitted' });
    expect(gatesAfter(story, 9_000)).toContain('submitted');
    expect(gatesAfter(story.step('Volgende', aField('anders')), 3_000)).not.toContain('submitted');
  });
  test('one high second is not enough', () => {
    const { ticks } = play(stuck());
    const high = ticks.findIndex(({ score, threshold }) => score >= threshold);
    expect(ticks[high]?.gates).toContain('one-tick');
    expect(ticks[high]?.offer).toBe(false);
  });
  test('no breakpoint: stopped in the middle of typing, then after eight seconds anyway', () => {
    const story = stuck().focus('iban').keys('iban', 1, 200);
    const stopped = story.now();
    const { ticks } = play(story, 20_000);
    const later = ticks.filter(({ t }) => t > stopped);
    expect(later.find(({ offer }) => offer)?.t).toBeGreaterThan(stopped + 8_000);
    expect(later.some(({ gates }) => gates.includes('no-breakpoint'))).toBe(true);
    expect(later.at(-1)?.offer).toBe(true);
  });
  test('scrolling: not before it stops', () => {
    const story = stuck();
    const began = story.now();
    for (let more = 0; more < 6; more += 1) story.wait(500).say({ type: 'scroll', dy: 0.1 });
    const ticks = play(story, 5_000).ticks.filter(({ t }) => t > began + 500);
    expect(ticks.find(({ offer }) => offer)?.t).toBeGreaterThanOrEqual(story.now() + 1_000);
  });
});

describe('robustness', () => {
  test('a machine that sleeps for an hour is an absence, not an hour of dwelling', () => {
    const detector = createDetector();
    for (const observation of tell().step('Stap', aField('iban')).focus('iban').observations)
      detector.observe(observation);
    for (let t = 1_000; t <= 20_000; t += 1_000) detector.assess(t);
    const before = detector.assess(20_500);
    const woken = detector.assess(3_620_000);
    expect(woken.score).toBeCloseTo(before.score, 5);
    expect(woken.gates).toContain('just-returned');
  });
  test('a detector that comes late and relives the past knows what one that was there knows', () => {
    const story = stuck();
    const now = story.now() + 400;
    const late = createDetector();
    relive(late, story.observations, { until: now });
    const there = createDetector();
    const halfway = story.observations.findIndex(({ t }) => t > 20_000);
    relive(there, story.observations.slice(0, halfway), { until: 20_000 });
    relive(there, story.observations.slice(halfway), { since: 20_000, until: now });
    expect(JSON.stringify(late.assess(now + 600))).toBe(JSON.stringify(there.assess(now + 600)));
    const { score, threshold } = late.assess(now + 1_600);
    expect(score).toBeGreaterThan(threshold);
  });
  test('time in another tab does not count, and evidence does not fade there', () => {
    const weight = (awayMs: number) =>
      play(stuck().away(awayMs), 2_000).last.reasons.find(({ code }) => code === 'repeated-error')?.weight;
    expect(weight(600_000)).toBeGreaterThan(1);
    expect(weight(600_000)).toBeCloseTo(weight(1_000) ?? 0, 1);
  });
  test('a new step starts with little of the old trouble', () => {
    const { last } = play(stuck().step('Twee', aField('datum', 'date')), 3_000);
    expect(last.score).toBeLessThan(last.threshold / 2);
  });
  test('fields that no step announced work like others', () => {
    const story = tell().wait(16_000).fill('x', 8).refusedFor('x').fill('x', 3).refusedFor('x');
    expect(play(story).offeredAt).toBeDefined();
  });
  test.each(['__proto__', 'constructor', ''])(
    'a field that is called "%s" is a field like others',
    (name) => {
      const story = tell().step('Stap', aField(name)).wait(16_000).fill(name, 8).refusedFor(name);
      const { offeredAt, first } = play(story.fill(name, 3).refusedFor(name));
      expect(offeredAt).toBeDefined();
      expect(first?.reasons[0]).toMatchObject({ code: 'repeated-error', field: name, count: 2 });
    },
  );
});
