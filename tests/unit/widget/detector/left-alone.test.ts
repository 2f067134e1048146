// People who are fine are left alone, however slow, careful or interrupted they are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aField, play, type Story, tell } from './session.ts';

const expectNoOffer = (story: Story, silenceMs = 120_000) =>
  expect(play(story, silenceMs).offeredAt).toBeUndefined();

const FIELDS = ['naam', 'straat', 'postcode', 'woonplaats', 'email', 'telefoon', 'iban', 'reden'];

const aForm = () =>
  tell()
    .step('Uw gegevens', ...FIELDS.map((field) => aField(field)))
    .wait(3_000);

describe('a smooth completer', () => {
  test('fills in everything, sends, and stays on the last page', () => {
    const story = aForm();
    for (const field of FIELDS) story.fill(field);
    expectNoOffer(story.wait(1_000).say({ type: 'submit' }).wait(800).say({ type: 'submitted' }));
  });

  test('whatever the pace and the pauses', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            count: fc.integer({ min: 1, max: 40 }),
            gap: fc.integer({ min: 60, max: 800 }),
            pause: fc.integer({ min: 0, max: 25_000 }),
          }),
          { minLength: 3, maxLength: 12 },
        ),
        fc.boolean(),
        (fields, oneTypo) => {
          const story = tell().step('Stap', ...fields.map((_, index) => aField(`veld-${index}`)));
          for (const [index, { count, gap, pause }] of fields.entries()) {
            const field = `veld-${index}`;
            story
              .wait(300)
              .focus(field)
              .wait(500 + pause)
              .keys(field, count, gap);
            if (oneTypo && index === 1) story.erase(field, 2).keys(field, 2, gap);
            story.wait(300).blur(field);
          }
          expectNoOffer(story.say({ type: 'submit' }).wait(500).say({ type: 'submitted' }));
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test('makes one mistake, corrects it and goes on', () => {
    const story = aForm();
    for (const field of FIELDS) story.fill(field);
    story
      .refusedFor('postcode')
      .wait(2_000)
      .focus('postcode')
      .wait(1_000)
      .erase('postcode', 6)
      .valid('postcode');
    story.keys('postcode', 6, 250).wait(500).blur('postcode');
    expectNoOffer(story.wait(900).say({ type: 'submit' }).wait(800).say({ type: 'submitted' }));
  });

  test('goes through several steps, with a mistake in one of them', () => {
    const story = tell();
    for (const step of ['een', 'twee', 'drie', 'vier']) {
      story.step(step, ...FIELDS.slice(0, 4).map((field) => aField(`${step}-${field}`))).wait(2_000);
      for (const field of FIELDS.slice(0, 4)) story.fill(`${step}-${field}`);
      if (step === 'twee') story.refusedFor('twee-straat').wait(1_500).fill('twee-straat', 4);
      story.wait(600).say({ type: 'submit' }).wait(500);
    }
    expectNoOffer(story.say({ type: 'submitted' }).step('klaar'));
  });

  test('reads everything again before sending', () => {
    const story = aForm();
    for (const field of FIELDS) story.fill(field);
    story.say({ type: 'scroll', dy: -0.8 }).wait(8_000).say({ type: 'scroll', dy: 0.8 }).wait(3_000);
    expectNoOffer(story.say({ type: 'submit' }).wait(500).say({ type: 'submitted' }));
  });

  test('tabs back through the fields to correct the first', () => {
    const story = aForm();
    for (const field of FIELDS.slice(0, 6)) story.fill(field);
    for (const field of FIELDS.slice(0, 6).reverse()) story.wait(50).focus(field).wait(250).blur(field);
    const { last } = play(story.focus('naam').wait(200), 1_000);
    expect(last.reasons.filter(({ code }) => code === 'revisit')).toEqual([]);
  });
});

describe('"Volgende" once too early', () => {
  const tooEarly = (count: number) =>
    aForm()
      .wait(20_000)
      .refusedFor(...FIELDS.slice(0, count));

  test('six fields marked at once say no more than one', () => {
    expect(play(tooEarly(6)).peak).toBeCloseTo(play(tooEarly(1)).peak, 5);
  });

  test('is not stuck, also after thinking about it', () => {
    expectNoOffer(tooEarly(6));
  });

  test('and then everything is filled in', () => {
    const story = tooEarly(6);
    for (const field of FIELDS) story.fill(field).valid(field);
    expectNoOffer(story.say({ type: 'submit' }).wait(500).say({ type: 'submitted' }));
  });

  test('does not make a later real problem invisible', () => {
    const story = tooEarly(6);
    for (const field of FIELDS) story.fill(field).valid(field);
    story.refusedFor('iban').fill('iban', 4).refusedFor('iban');
    expect(play(story).offeredAt).toBeDefined();
  });
});

describe('a slow typist', () => {
  test('one digit every two seconds', () => {
    const story = aForm();
    for (const field of FIELDS)
      story.wait(2_000).focus(field).wait(8_000).keys(field, 14, 2_000).wait(4_000).blur(field);
    expectNoOffer(story.say({ type: 'submit' }).wait(500).say({ type: 'submitted' }));
  });

  test('whatever the slowness, looking down at the card now and then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 2_900 }),
        fc.integer({ min: 2, max: 10 }),
        fc.integer({ min: 0, max: 15_000 }),
        (gap, fields, look) => {
          const names = Array.from({ length: fields }, (_, index) => `veld-${index}`);
          const story = tell().step('Stap', ...names.map((name) => aField(name)));
          for (const name of names) {
            story.wait(1_500).focus(name).wait(5_000).keys(name, 6, gap).wait(look).keys(name, 6, gap);
            story.erase(name, 2, gap).keys(name, 2, gap).wait(2_000).blur(name);
          }
          expectNoOffer(story, 60_000);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  test('who makes one mistake', () => {
    const story = aForm();
    for (const field of FIELDS)
      story.wait(2_000).focus(field).wait(8_000).keys(field, 14, 2_000).wait(4_000).blur(field);
    story
      .refusedFor('iban')
      .wait(9_000)
      .focus('iban')
      .wait(8_000)
      .erase('iban', 3, 1_500)
      .keys('iban', 3, 2_000)
      .blur('iban');
    expectNoOffer(story.wait(3_000).say({ type: 'submit' }).wait(500).say({ type: 'submitted' }));
  });
});

describe('looking something up', () => {
  test('one other tab, for the IBAN', () => {
    const story = aForm().fill('naam').wait(500).focus('iban').wait(6_000).away(70_000);
    expectNoOffer(story.wait(2_500).keys('iban', 18, 400).blur('iban'));
  });

  test('the browser moves the focus out and in with it', () => {
    const story = aForm()
      .fill('naam')
      .wait(500)
      .focus('iban')
      .wait(6_000)
      .blur('iban')
      .away(70_000)
      .focus('iban');
    const { peak, offeredAt } = play(story.wait(2_500).keys('iban', 18, 400).blur('iban'));
    expect(offeredAt).toBeUndefined();
    expect(peak).toBeLessThan(0.1);
  });

  test('any field, any time, and back and forth with digits in between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 0, max: 20 }),
        (awaySeconds, before) => {
          const story = aForm()
            .fill('naam')
            .focus('iban')
            .wait(before * 1_000);
          story
            .away(awaySeconds * 1_000)
            .wait(2_000)
            .keys('iban', 9, 300)
            .away(5_000)
            .wait(2_000)
            .keys('iban', 9, 300);
          expectNoOffer(story.blur('iban'), 30_000);
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  test('a phone call in front of an open field', () => {
    expectNoOffer(aForm().fill('naam').wait(500).focus('iban').wait(900_000));
  });
});

describe('filled in by the browser', () => {
  const filled = (how: 'autofill' | 'type') => {
    const story = aForm().wait(16_000).focus('naam').wait(1_500);
    for (const field of FIELDS) story.wait(5).input(field, 12, 0, how);
    return story.wait(2_000).blur('naam');
  };

  test.each(['autofill', 'type'] as const)('seen as %s', (how) => {
    const { offeredAt, peak } = play(filled(how), 120_000);
    expect(offeredAt).toBeUndefined();
    expect(peak).toBeLessThan(0.1);
  });

  test('and checked field by field, then sent', () => {
    const story = filled('autofill');
    for (const field of FIELDS) story.wait(200).focus(field).wait(1_500).blur(field);
    expectNoOffer(story.say({ type: 'submit' }).wait(600).say({ type: 'submitted' }));
  });

  test('says nothing about the pace of the person', () => {
    const slow = (story: Story) => story.wait(500).focus('extra').wait(120_000);
    expect(play(slow(filled('autofill')), 0).peak).toBeCloseTo(play(slow(aForm().wait(17_540)), 0).peak, 2);
  });
});
