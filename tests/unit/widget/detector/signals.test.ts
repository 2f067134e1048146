// Each signal: what it hears, and what it must not mistake for trouble.
import { describe, expect, test } from 'vitest';
import { REASON_CODES, type ReasonCode } from '#protocol';
import { aField, findAll, foundBy, play, type Story, tell } from './session.ts';

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
    aForm().focus('iban').wait(3_000).away(5_000).wait(3_000).away(5_000).wait(8_000),
  rereading: () => {
    const story = aForm();
    for (let time = 0; time < 5; time += 1) hover(story, 'label', 3_000);
    return story;
  },
  'label-copied': () => aForm().say({ type: 'copy', on: 'label' }),
  hesitation: () => hover(hover(aForm(), 'submit', 4_000).wait(2_000), 'submit', 4_000).wait(2_000),
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

describe('says more or less', () => {
  const returned = (times: number) => {
    const story = aForm().focus('iban');
    for (let time = 0; time < times; time += 1) story.wait(3_000).away(5_000);
    return story.wait(9_000);
  };
  test('a first return that leads to nothing half of a second', () => {
    const [first, second] = [1, 2].map((times) => foundBy('return-without-progress', returned(times)));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan((first ?? 0) * 1.5);
  });
  test('copying words of the page less than those of a question', () => {
    const [text, label] = (['text', 'label'] as const).map((on) =>
      foundBy('label-copied', aForm().say({ type: 'copy', on })),
    );
    expect(text).toBeGreaterThan(0);
    expect(text).toBeLessThan((label ?? 0) / 2);
  });
  test('three characters wiped out of four are rework', () => {
    expect(heard(aForm().focus('naam').keys('naam', 4, 200).erase('naam', 3))).toContain('rework');
  });
  test('typed and wiped out again is left empty', () => {
    const story = aForm().focus('naam').wait(1_000).keys('naam', 2, 900).erase('naam', 2, 900);
    expect(heard(story.blur('naam').wait(500).focus('iban'))).toContain('left-empty');
  });
  test('a third error more than a second', () => {
    const wrong = (times: number) => {
      const story = aForm().fill('naam').fill('iban');
      for (let time = 0; time < times; time += 1) story.refusedFor('iban').wait(3_500).fill('iban', 3);
      return story;
    };
    const [second, third] = [2, 3].map((times) => foundBy('repeated-error', wrong(times)));
    expect(second).toBeGreaterThan(0);
    expect(third).toBeGreaterThan((second ?? 0) * 1.5);
  });
  test('silence after a second error, as long as attention stays there', () => {
    const wrongTwice = () =>
      aForm().fill('iban').refusedFor('iban').fill('iban', 3).refusedFor('iban').wait(400);
    const stays = foundBy('repeated-error', wrongTwice().focus('iban').wait(14_000));
    const goesOn = foundBy('repeated-error', wrongTwice().focus('reden').wait(14_000));
    expect(stays).toBeGreaterThan(goesOn * 4);
    expect(goesOn).toBeGreaterThan(0);
  });
  test('what someone did before and went on all the same: less', () => {
    const asked = (before: boolean) => {
      const names = ['a', 'b', 'c', 'd'];
      const story = tell()
        .step('Stap', ...names.map((name) => aField(name)), aField('iban'))
        .wait(2_000);
      for (const name of names) {
        if (before) story.say({ type: 'help', field: name });
        story.fill(name);
      }
      return story.wait(200_000).focus('iban').say({ type: 'help', field: 'iban' });
    };
    const habit = foundBy('help-seeking', asked(true));
    expect(habit).toBeGreaterThan(0);
    expect(habit).toBeLessThan(foundBy('help-seeking', asked(false)) / 2);
  });
  test('much that leads to nothing: less of someone who does much before every answer', () => {
    const moves = (story: Story, acts: number) => {
      for (let act = 0; act < acts; act += 1) press(story.wait(1_200), 'text', true, act * 50);
      return story;
    };
    const wandered = (usual: number) => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const story = tell()
        .step('Stap', ...names.map((name) => aField(name)), aField('iban'))
        .wait(2_000);
      for (const name of names) moves(story, usual).fill(name);
      return moves(story.focus('iban'), 16);
    };
    const [brisk, restless] = [1, 12].map((usual) => foundBy('wandering', wandered(usual)));
    expect(restless).toBeGreaterThan(0);
    expect(restless).toBeLessThan((brisk ?? 0) * 0.75);
  });
});

describe('fairness', () => {
  test('who often slips is judged more mildly', () => {
    const wrongTwice = (slips: boolean) => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const story = tell()
        .step('Stap', ...names.map((name) => aField(name)), aField('iban'))
        .wait(2_000);
      for (const name of names) {
        story.fill(name, 6);
        if (slips) story.wait(50).invalid(name).wait(3_500).fill(name, 2).valid(name);
      }
      for (let time = 0; time < 2; time += 1) story.fill('iban').wait(50).invalid('iban').wait(3_500);
      return story;
    };
    const careless = foundBy('repeated-error', wrongTwice(true));
    expect(careless).toBeGreaterThan(0);
    expect(careless).toBeLessThan(foundBy('repeated-error', wrongTwice(false)) / 2);
  });
  test('the same dwell says less of someone who is slow everywhere', () => {
    const dwellAfter = (gap: number) => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const story = tell().step('Stap', ...names.map((name) => aField(name)), aField('iban'));
      for (const name of names) story.fill(name, 10, gap);
      return foundBy('dwell', story.wait(30_000).focus('iban').wait(35_000));
    };
    expect(dwellAfter(200)).toBeGreaterThan(dwellAfter(2_000) * 1.5);
  });
  test('touch gets more time for typing', () => {
    const story = () => tell().step('Stap', aField('reden', 'textarea')).focus('reden').wait(100_000);
    expect(foundBy('dwell', story(), { pointer: 'fine' })).toBeGreaterThan(
      foundBy('dwell', story(), { pointer: 'coarse' }),
    );
  });
});
