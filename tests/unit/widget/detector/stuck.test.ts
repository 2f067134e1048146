// Someone is stuck: the offer must come in time, and never during typing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellReasons } from '../../../../widget/detector/explain.ts';
import { aField, play, type Story, tell } from './session.ts';

const WITHIN = 15_000;

const aForm = () =>
  tell().step(
    'Uw gegevens',
    aField('naam'),
    aField('email', 'email'),
    aField('iban'),
    aField('reden', 'textarea'),
  );

/** Filled in at an ordinary pace, up to the field that goes wrong. */
const started = () => aForm().fill('naam', 10).fill('email', 18);

const expectTimely = (story: Story, second: number) => {
  const played = play(story);
  expect(played.offeredAt).toBeGreaterThan(second);
  expect(played.offeredAt).toBeLessThanOrEqual(second + WITHIN);
  expect(played.first?.reasons[0]?.field).toBe('iban');
  expect(played.first?.reasons.map(({ code }) => code)).toContain('repeated-error');
  for (const tick of played.ticks.filter(({ offer }) => offer)) expect(tick.gates).toEqual([]);
  return played;
};

describe('the same field wrong twice, and then hesitation', () => {
  test('the page removes the mark while typing and sets it again', () => {
    const story = started().fill('iban', 18).refusedFor('iban');
    story
      .wait(3_000)
      .focus('iban')
      .wait(1_500)
      .erase('iban', 4)
      .valid('iban')
      .keys('iban', 4, 300)
      .blur('iban');
    story.refusedFor('iban');
    const second = story.now();
    expectTimely(story.wait(400).focus('iban'), second);
  });

  test('the mark stays until the next attempt, so only the attempt tells', () => {
    const story = started().fill('iban', 18).refusedFor('iban');
    story.wait(3_000).focus('iban').wait(1_500).erase('iban', 4).keys('iban', 4, 300).blur('iban');
    story.refusedFor();
    expectTimely(story, story.now());
  });

  test('the page checks at leaving the field, without any attempt', () => {
    const story = started().fill('iban', 18).wait(50).invalid('iban');
    story
      .wait(3_000)
      .focus('iban')
      .wait(1_500)
      .erase('iban', 4)
      .valid('iban')
      .keys('iban', 4, 300)
      .blur('iban');
    story.wait(50).invalid('iban');
    const second = story.now();
    expectTimely(story.wait(500).focus('iban'), second);
  });

  test('sent with Enter, focus never left the field', () => {
    const story = started().wait(400).focus('iban').wait(1_400).keys('iban', 18, 250).refusedFor('iban');
    story.wait(2_500).erase('iban', 4).valid('iban').keys('iban', 4, 300).refusedFor('iban');
    expectTimely(story, story.now());
  });

  test('the page answers after a round trip of two seconds', () => {
    const story = started().fill('iban', 18);
    story.wait(900).say({ type: 'submit' }).wait(2_000).invalid('iban').say({ type: 'submit-failed' });
    story.wait(3_000).focus('iban').erase('iban', 4).keys('iban', 4, 300).blur('iban');
    story
      .wait(900)
      .say({ type: 'submit' })
      .valid('iban')
      .wait(2_000)
      .invalid('iban')
      .say({ type: 'submit-failed' });
    expectTimely(story, story.now());
  });

  test('much else was filled in between the two errors', () => {
    const story = started().fill('iban', 18).refusedFor('iban').fill('reden', 120);
    story.fill('iban', 4).refusedFor('iban');
    expectTimely(story, story.now());
  });

  test('in the first field of the page', () => {
    const story = tell().step('Rekening', aField('iban')).wait(5_000).fill('iban', 18).refusedFor('iban');
    story.wait(2_000).fill('iban', 3).refusedFor('iban');
    expectTimely(story, story.now());
  });

  test('filled in by a script, in no time', () => {
    const story = aForm().wait(12_000);
    for (const field of ['naam', 'email', 'iban'])
      story.wait(30).focus(field).wait(5).input(field, 12).wait(5).blur(field);
    story.wait(4_000).refusedFor('iban').wait(4_000).focus('iban').input('iban', 3, 12).wait(20).blur('iban');
    story.refusedFor('iban');
    expectTimely(story, story.now());
  });

  test('by a script that corrects at once, between two seconds', () => {
    const story = started().fill('iban', 18).wait(16_000);
    for (const attempt of [1, 2]) {
      story.wait(10).focus('iban').wait(5).input('iban', 18, 18).valid('iban').wait(5).blur('iban');
      story
        .wait(20)
        .say({ type: 'submit' })
        .wait(30 * attempt)
        .invalid('iban')
        .say({ type: 'submit-failed' });
    }
    expectTimely(story, story.now());
  });

  test('a choice of which the required answer stays away', () => {
    const story = tell()
      .step('Keuze', aField('iban', 'radio', 20))
      .wait(16_000)
      .refusedFor('iban');
    story.wait(6_000).refusedFor();
    expectTimely(story, story.now());
  });

  test('a choice that was looked at, and not made', () => {
    const story = tell()
      .step('Keuze', aField('iban', 'radio', 20))
      .wait(16_000)
      .refusedFor('iban');
    story.wait(400).focus('iban').wait(6_000).refusedFor();
    expectTimely(story, story.now());
  });

  test.each([
    ['from quick to ordinary pace', [90, 300], WITHIN],
    // Reading a message takes them longer as well.
    ['of someone slow', [300, 900], WITHIN * 1.5],
  ] as const)('whatever the form and the time between, %s', (_, [min, max], within) => {
    fc.assert(
      fc.property(
        fc.record({
          gap: fc.integer({ min, max }),
          fields: fc.integer({ min: 1, max: 6 }),
          between: fc.integer({ min: 500, max: 60_000 }),
          retyped: fc.integer({ min: 1, max: 18 }),
          redraws: fc.boolean(),
          returns: fc.boolean(),
        }),
        ({ gap, fields, between, retyped, redraws, returns }) => {
          const names = Array.from({ length: fields }, (_, index) => `veld-${index}`);
          const story = tell()
            .step('Stap', ...names.map((name) => aField(name)), aField('iban'))
            .wait(5_000);
          for (const name of names) story.fill(name, 10, gap);
          story.fill('iban', 18, gap).refusedFor('iban').wait(between).focus('iban').wait(1_000);
          story.erase('iban', retyped, gap);
          if (redraws) story.valid('iban');
          story
            .keys('iban', retyped, gap)
            .wait(500)
            .blur('iban')
            .refusedFor(...(redraws ? ['iban'] : []));
          const second = story.now();
          if (returns) story.wait(1_000).focus('iban');
          const { offeredAt, ticks } = play(story);
          expect(ticks.filter(({ t, offer }) => offer && t > second && t <= second + within)).not.toEqual([]);
          expect(offeredAt).toBeDefined();
        },
      ),
      { seed: 2026, numRuns: 60 },
    );
  });
});

test('an offer never comes within three seconds of a key', () => {
  const story = started().fill('iban', 18).refusedFor('iban').fill('iban', 4).refusedFor('iban');
  story.wait(700).focus('iban');
  const resumed = story.now();
  const played = play(story.keys('iban', 20, 2_500), 1_000);
  expect(played.ticks.filter(({ t, offer }) => offer && t > resumed + 2_500)).toEqual([]);
});

test('the reason names the field, the times it was wrong and how long it took', () => {
  const story = started().fill('iban', 18).refusedFor('iban').fill('iban', 4).refusedFor('iban');
  const { last } = play(story.wait(400).focus('iban'), 40_000);
  expect(last.reasons).toContainEqual(
    expect.objectContaining({ code: 'repeated-error', field: 'iban', count: 2 }),
  );
  const dwell = tellReasons(last.alarm).find(({ code }) => code === 'dwell');
  expect(dwell?.ratio).toBeGreaterThan(1);
  expect(dwell?.count).toBeUndefined();
  expect(last.reasons.length).toBeLessThanOrEqual(3);
  const weights = last.reasons.map(({ weight }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

test('a button that does nothing, pressed again and again', () => {
  const story = started().fill('iban', 18).fill('reden', 40);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    story.wait(1_500).say({ type: 'submit' }).wait(3_000);
    story.say({ type: 'press', on: 'control', x: 40, y: 600, effect: false }).say({ type: 'submit-failed' });
  }
  const { first } = play(story);
  expect(first?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['failed-submit', 'rage']));
});

test('long on a field, help opened twice, and away twice without filling in', () => {
  const story = started().wait(500).focus('iban').wait(40_000).say({ type: 'help', field: 'iban' });
  story.wait(15_000).away(20_000).wait(10_000).away(20_000).wait(9_000);
  const { first } = play(story.say({ type: 'help', field: 'iban' }));
  expect(first?.reasons.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['help-seeking', 'return-without-progress']),
  );
});
