// Which session a form has: its own, that of all other forms of the site, or none that was told of.
import { expect, it } from 'vitest';
import { type FormSession, findFormSession } from '../../../server/domain/form-session.ts';

const lasting = (minutes: number): FormSession => ({
  lastsMs: minutes * 60_000,
  warnsMs: 60_000,
  origins: [],
});
const [usual, own] = [lasting(15), lasting(30)];

it.each([
  [
    'a form with a session of its own',
    [
      ['', usual],
      ['Bijstand', own],
    ],
    'Bijstand',
    own,
  ],
  [
    'a form without one',
    [
      ['', usual],
      ['Bijstand', own],
    ],
    'Paspoort',
    usual,
  ],
  ['a form that is not known', [['', usual]], null, usual],
  ['only other forms have one', [['Bijstand', own]], 'Paspoort', null],
  ['nobody told of any', [], 'Bijstand', null],
] as const)('[Y1] %s', (_, sessions, form, found) => {
  expect(findFormSession(new Map<string, FormSession>(sessions), form)).toBe(found);
});
