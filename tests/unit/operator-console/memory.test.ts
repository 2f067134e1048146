// @vitest-environment happy-dom
// What survives a reload of the tab, and what a next operator on the same tab never gets.
import { beforeEach, expect, it, vi } from 'vitest';
import {
  forgetKept,
  loadKept,
  loadTaste,
  saveKept,
  saveTaste,
} from '../../../operator-console/desk-memory.ts';
import { openDesk } from '../../../operator-console/desk-state.ts';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import { Desk, followed, heard, mine, OPENED, OTHER, TALK } from './a-desk.ts';

beforeEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
  localStorage.clear();
});

function writeSomething(): Desk {
  const desk = new Desk().do({ type: 'select', conversation: TALK }).connect(mine(), mine({ id: OTHER }));
  desk.hear(followed(mine()), heard(OPENED));
  desk.do({ type: 'draft', conversation: TALK, text: 'verzonden', now: 0 });
  desk.do({ type: 'write', conversation: TALK, id: 'm1', now: 60_000 });
  return desk.do({ type: 'draft', conversation: OTHER, text: 'concept', now: 0 });
}

it('[M5] sends after a reload what had no answer yet, with the same id and the old assignment', () => {
  saveKept('anna', writeSomething().state.threads);
  const desk = new Desk();
  desk.state = openDesk(loadKept('anna'), null);
  expect(threadOf(desk.state, OTHER).draft).toBe('concept');
  const again = mine({ assignmentEpoch: 4 });
  desk.connect(again).hear(followed(again), heard(OPENED));
  expect(desk.sent()).toContainEqual({
    type: 'send',
    conversation: TALK,
    id: 'm1',
    n: 1,
    assignmentEpoch: 1,
    seenSeq: 1,
    text: 'verzonden',
  });
});

it('[M6] a reply that was shown as not sent comes back as text, and never goes out by itself', () => {
  const before = writeSomething();
  before.hear({ type: 'nack', conversation: TALK, id: 'm1', n: 1, reason: 'closed' });
  saveKept('anna', before.state.threads);
  const desk = new Desk();
  desk.state = openDesk(loadKept('anna'), null);
  desk.connect(mine()).hear(followed(mine()), heard(OPENED));
  expect(threadOf(desk.state, TALK).draft).toBe('verzonden');
  expect(desk.sent().filter((frame) => frame.type === 'send')).toEqual([]);
});

it('gives nothing to another operator, and nothing after signing out', () => {
  saveKept('anna', writeSomething().state.threads);
  expect(loadKept('bram')).toEqual({});
  forgetKept();
  expect(loadKept('anna')).toEqual({});
});

it.each(['', '{', 'null', '[]', '{"operator":"anna","threads":{"x":{"draft":1}}}'])(
  'starts empty with %s in storage',
  (junk) => {
    sessionStorage.setItem('vangnet-console:kept', junk);
    expect(loadKept('anna')).toEqual({});
  },
);

it('works without storage', () => {
  const refuse = (): never => {
    throw new Error('SecurityError');
  };
  const forbidden = { getItem: refuse, setItem: refuse, removeItem: refuse };
  vi.stubGlobal('sessionStorage', forbidden);
  vi.stubGlobal('localStorage', forbidden);
  saveKept('anna', writeSomething().state.threads);
  expect(loadKept('anna')).toEqual({});
  saveTaste('sound', false);
  expect(loadTaste('sound')).toBe(true);
});

it('remembers what the operator turned off', () => {
  expect(loadTaste('sound')).toBe(true);
  saveTaste('sound', false);
  expect(loadTaste('sound')).toBe(false);
});
