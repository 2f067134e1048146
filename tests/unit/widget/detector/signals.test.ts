// Each signal: what it hears, and what it must not mistake for trouble.
import { describe, expect, test } from 'vitest';
import { REASON_CODES, type ReasonCode } from '#protocol';
import { aField, findAll, play, type Story, tell } from './session.ts';

const aForm = () => tell().step('Stap', aField('naam'), aField('iban'), aField('reden')).wait(2_000);
const press = (
  story: Story,
  on: 'field' | 'control' | 'link' | 'text' | 'nothing',
  effect: boolean,
  x = 10,
) => story.say({ type: 'press', on, x, y: 10, effect });
const scroll = (story: Story, ...ways: number[]) => {
  for (const dy of ways) story.wait(400).say({ type: 'scroll', dy });
  return story;
};

const hover = (story: Story, on: 'label' | 'submit', ms: number) =>
  story.wait(ms).say({ type: 'hover', on, ...(on === 'label' && { field: 'iban' }), ms });

const heard = (story: Story) => {
  const found = findAll(story);
  return REASON_CODES.filter((code) => found[code]);
};

const SEEN: Record<ReasonCode, () => Story> = {
  dwell: () => aForm().focus('naam').wait(90_000),
  'repeated-error': () =>
    aForm().fill('naam').invalid('naam').wait(2_000).fill('naam', 3).invalid('naam').wait(4_000),
  rework: () => aForm().focus('naam').keys('naam', 8, 200).erase('naam', 7),
  revisit: () => aForm().fill('naam').focus('iban').wait(2_000).blur('iban').focus('naam').wait(1_500),
  thrash: () => scroll(aForm(), 0.5, -0.5),
  'failed-submit': () => aForm().say({ type: 'submit' }).wait(3_000).say({ type: 'submit-failed' }),
  rage: () =>
    press(press(press(aForm(), 'nothing', false).wait(300), 'nothing', false).wait(300), 'nothing', false),
  'help-seeking': () => aForm().say({ type: 'help', field: 'iban' }),
  'return-without-progress': () =>
    aForm().focus('iban').wait(3_000).away(5_000).wait(3_000).away(5_000).wait(13_000),
  rereading: () => {
    const story = aForm();
    for (let time = 0; time < 5; time += 1) hover(story, 'label', 3_000);
    return story;
  },
  'label-copied': () => aForm().say({ type: 'copy', on: 'label' }),
  'left-empty': () => {
    const story = aForm();
    for (const field of ['naam', 'iban', 'reden']) story.focus(field).wait(5_000).blur(field).wait(500);
    return story;
  },
  wavering: () => {
    const story = tell().step('Stap', aField('soort', 'radio')).wait(2_000).focus('soort');
    for (let time = 0; time < 4; time += 1) story.wait(3_000).say({ type: 'choose', field: 'soort' });
    return story;
  },
  wandering: () => {
    const story = aForm();
    for (let time = 0; time < 20; time += 1) press(story.wait(1_500), 'text', false, time * 50);
    return story;
  },
};

describe('every signal of the protocol', () => {
  test.each(REASON_CODES)('%s is heard', (code) => {
    expect(heard(SEEN[code]())).toContain(code);
  });
  test.each(REASON_CODES.filter((code) => code !== 'repeated-error'))(
    '%s alone is no reason for an offer',
    (code) => {
      expect(play(SEEN[code]()).offeredAt).toBeUndefined();
    },
  );
  test.each([
    ['failed-submit', { type: 'submit-failed' }],
    ['rage', { type: 'press', on: 'control', x: 5, y: 5, effect: false }],
    ['help-seeking', { type: 'help' }],
    ['label-copied', { type: 'copy', on: 'label' }],
  ] as const)('%s twice is none either', (_, told) => {
    const story = aForm().wait(15_000).say(told).wait(2_000).say(told);
    expect(play(story, 60_000).offeredAt).toBeUndefined();
  });
  test('the pointer that leaves through the top is none, however often', () => {
    const story = aForm().wait(15_000);
    for (let again = 0; again < 30; again += 1) story.wait(2_000).say({ type: 'leave-top' });
    expect(play(story).offeredAt).toBeUndefined();
  });
});

describe('is not mistaken', () => {
  const expectSilence = (code: ReasonCode, story: Story) => expect(heard(story)).not.toContain(code);

  test('a mark that the page draws again without an act of the citizen', () => {
    const story = aForm().fill('naam').invalid('naam').wait(3_000);
    expectSilence(
      'repeated-error',
      story.valid('naam').invalid('naam').wait(3_000).valid('naam').invalid('naam').wait(3_000),
    );
  });
  test('a page that marks at the first key and unmarks at the last', () => {
    const story = aForm().focus('iban');
    for (let key = 0; key < 17; key += 1) story.keys('iban', 1, 300).invalid('iban');
    story.keys('iban', 1, 300).valid('iban').wait(4_000).blur('iban');
    // So the first that counts is the next.
    expectSilence('repeated-error', story.refusedFor('iban').wait(4_000));
  });
  test('and one that still marks it when the citizen stops', () => {
    const story = aForm().focus('iban').keys('iban', 5, 300).invalid('iban').wait(4_000);
    story.keys('iban', 13, 300).valid('iban').blur('iban').refusedFor('iban').wait(4_000);
    expect(heard(story)).toContain('repeated-error');
  });
  test('both words for one refusal', () => {
    const once = play(aForm().wait(15_000).refusedFor('naam'), 1_000).peak;
    const story = aForm().wait(15_000).say({ type: 'submit' }).wait(40).invalid('naam').wait(3_000);
    expect(play(story.say({ type: 'submit-failed' }), 1_000).peak).toBeCloseTo(once, 2);
  });
  test('a correction of a few characters', () => {
    expectSilence(
      'rework',
      aForm().focus('naam').keys('naam', 10, 200).erase('naam', 3).keys('naam', 3, 200),
    );
  });
  test('all of two characters', () => {
    expectSilence('rework', aForm().focus('naam').keys('naam', 2, 200).erase('naam', 2));
  });
  test('an optional question that is left open', () => {
    const story = tell()
      .step('Stap', { ...aField('extra'), required: false }, aField('naam'))
      .wait(2_000);
    expectSilence('left-empty', story.focus('extra').wait(9_000).blur('extra').wait(500).focus('naam'));
  });
  test('what the browser replaced or pasted', () => {
    expectSilence(
      'rework',
      aForm().focus('naam').input('naam', 12, 12, 'replace').input('naam', 12, 12, 'paste'),
    );
  });
  test('scrolling by the browser after a focus or a virtual keyboard', () => {
    const story = aForm()
      .focus('naam')
      .wait(300)
      .say({ type: 'scroll', dy: 0.6 })
      .wait(300)
      .say({ type: 'scroll', dy: -0.6 });
    expectSilence('thrash', story);
    expectSilence(
      'thrash',
      aForm()
        .say({ type: 'resize' })
        .say({ type: 'scroll', dy: 0.6 })
        .wait(300)
        .say({ type: 'scroll', dy: -0.6 }),
    );
  });
  test('reading on, and small ways back', () => {
    expectSilence('thrash', scroll(aForm(), 0.5, 0.5, -0.1, 0.5, -0.2, 0.5));
  });
  test('filling in on the way', () => {
    expectSilence('thrash', scroll(scroll(aForm(), 0.5).fill('naam'), -0.5));
  });
  test.each(['text', 'field'] as const)('a triple click to select: %s', (on) => {
    expectSilence('rage', press(press(press(aForm(), on, false).wait(200), on, false).wait(200), on, false));
  });
  test('a stepper that answers every click', () => {
    expectSilence(
      'rage',
      press(press(press(aForm(), 'control', true).wait(200), 'control', true).wait(200), 'control', true),
    );
  });
  test('one click beside everything', () => {
    expectSilence('rage', press(aForm(), 'nothing', false));
  });
  test('clicks in different places', () => {
    expectSilence(
      'rage',
      press(
        press(press(aForm(), 'nothing', false).wait(200), 'nothing', false, 60).wait(200),
        'nothing',
        false,
        120,
      ),
    );
  });
  test('back from another tab, and not begun yet', () => {
    expectSilence('return-without-progress', aForm().focus('iban').wait(3_000).away(60_000).wait(5_000));
  });
  test('two absences with input in between', () => {
    expectSilence(
      'return-without-progress',
      aForm()
        .focus('iban')
        .away(9_000)
        .wait(2_000)
        .keys('iban', 4, 300)
        .away(9_000)
        .wait(2_000)
        .keys('iban', 4, 300)
        .wait(9_000),
    );
  });
  test('a glance at a field on the way', () => {
    const story = aForm()
      .fill('naam')
      .focus('iban')
      .wait(2_000)
      .blur('iban')
      .focus('naam')
      .wait(300)
      .blur('naam');
    expectSilence('revisit', story.focus('reden').wait(3_000));
  });
  test('back to a field to repair it', () => {
    const story = aForm().fill('naam').fill('iban').refusedFor('naam').wait(2_000).focus('naam').wait(2_000);
    expectSilence('revisit', story);
  });
});
