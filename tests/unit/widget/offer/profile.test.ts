// What a form is set to: asked once, never waited for, never believed blindly.
import { expect, it } from 'vitest';
import { createCrowd } from '../../../../widget/detector/crowd.ts';
import { askProfile, USUAL } from '../../../../widget/offer/profile.ts';
import { createRelay } from '../../../../widget/offer/relay.ts';

const relay = createRelay('http://127.0.0.1:9', 'proef');
const FIELD = { field: 'iban', completions: 60, sumLn: 120, sumLn2: 250 };
const never = () => {};

const answering = (answer: unknown) => ({
  ...relay,
  profile: async () => JSON.parse(JSON.stringify(answer)),
});

it('[C1] is what the relay says, the crowd by field', async () => {
  const told = { sensitivity: 'generous', manner: 'nudge', fields: [FIELD] };
  const { crowd, ...set } = await askProfile(answering(told), never, 'Bijstand');
  expect(set).toEqual({ sensitivity: 'generous', manner: 'nudge' });
  expect(crowd?.('iban', 20)).toEqual(createCrowd(new Map([['iban', FIELD]]))('iban', 20));
  expect(crowd?.('naam', 20)).toBeUndefined();
});

it.each([
  ['words that nobody knows', { sensitivity: 'wild', manner: 'shout', fields: [] }],
  ['another shape', { code: 'down' }],
  ['nothing', null],
])('is the usual one with %s', async (_, answer) => {
  expect(await askProfile(answering(answer), never, 'Bijstand')).toMatchObject(USUAL);
});

it('is the usual one when the relay is out of reach', async () => {
  expect(await askProfile(relay, never, 'Bijstand')).toEqual(USUAL);
});

it('is the usual one when the answer takes more than two seconds', async () => {
  let passTime = never;
  let waits = 0;
  const slow = { ...relay, profile: () => new Promise<never>(never) };
  const asked = askProfile(
    slow,
    (ms, run) => {
      waits = ms;
      passTime = run;
    },
    'Bijstand',
  );
  passTime();
  expect([await asked, waits]).toEqual([USUAL, 2_000]);
});
