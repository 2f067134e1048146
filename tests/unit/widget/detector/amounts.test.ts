// How much a signal says: more the second time, less of who does it always.
import { describe, expect, test } from 'vitest';
import { aField, foundBy, play, type Story, tell } from './session.ts';

const aForm = () => tell().step('Stap', aField('naam'), aField('iban'), aField('reden')).wait(2_000);

describe('says more or less', () => {
  const returned = (times: number) => {
    const story = aForm().focus('iban');
    for (let time = 0; time < times; time += 1) story.wait(3_000).away(5_000);
    return story.wait(13_000);
  };
  test('a first return that leads to nothing less than half of a second', () => {
    const [first, second] = [1, 2].map((times) => foundBy('return-without-progress', returned(times)));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan((first ?? 0) * 2);
  });
  test('copying words of the page less than those of a question', () => {
    const [text, label] = (['text', 'label'] as const).map((on) =>
      foundBy('label-copied', aForm().say({ type: 'copy', on })),
    );
    expect(text).toBeGreaterThan(0);
    expect(text).toBeLessThan((label ?? 0) / 2);
  });
  test('three characters wiped out of four are rework', () => {
    expect(foundBy('rework', aForm().focus('naam').keys('naam', 4, 200).erase('naam', 3))).toBeGreaterThan(0);
  });
  test('typed and wiped out again is left empty', () => {
    const story = aForm().focus('naam').wait(1_000).keys('naam', 2, 900).erase('naam', 2, 900);
    expect(foundBy('left-empty', story.blur('naam').wait(500).focus('iban'))).toBeGreaterThan(0);
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
  test('silence after a second error, as long as attention stays there: by itself enough at normal', () => {
    const wrongTwice = () =>
      aForm().fill('iban').refusedFor('iban').fill('iban', 3).refusedFor('iban').wait(400);
    const stays = play(wrongTwice().focus('iban'), 14_000).last;
    expect(stays.score).toBeGreaterThanOrEqual(stays.threshold);
    expect(stays.reasons[0]).toMatchObject({ code: 'repeated-error', field: 'iban', count: 2 });
    const goesOn = play(wrongTwice().focus('reden'), 14_000).last;
    expect(goesOn.score).toBeLessThan(goesOn.threshold / 2);
  });
  test('the same silence, where fewer offers are asked for: not enough by itself', () => {
    const story = aForm().fill('iban').refusedFor('iban').fill('iban', 3).refusedFor('iban').wait(400);
    const { offeredAt } = play(story.focus('iban'), 14_000, { sensitivity: 'reserved' });
    expect(offeredAt).toBeUndefined();
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
      for (let act = 0; act < acts; act += 1)
        story.wait(1_200).say({ type: 'press', on: 'text', x: act * 50, y: 10, effect: true });
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
    expect(foundBy('dwell', story(), { byTouch: false })).toBeGreaterThan(
      foundBy('dwell', story(), { byTouch: true }),
    );
  });
});
