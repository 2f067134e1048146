/** Nothing that a citizen wrote vanishes without a word: what is owed is remembered until the log shows it, and what is nowhere any more is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationEvent, ToVisitorFrame } from '#protocol';
import {
  type ConversationInput,
  type ConversationState,
  NO_CONVERSATION,
} from '../../../../widget/conversation/conversation-state.ts';
import { stepConversation } from '../../../../widget/conversation/step-state.ts';

const live: ConversationInput = { kind: 'line', line: { status: 'live' } };
const lost: ConversationInput = { kind: 'line', line: { status: 'waiting', retryInMs: 1, attempt: 1 } };
const opened: ConversationEvent = { seq: 1, at: 0, kind: 'opened', offered: false };
const stored = (seq: number, id: string): ConversationEvent => ({
  seq,
  at: 0,
  kind: 'message',
  id,
  from: 'visitor',
  author: null,
  text: id,
});
const write = (id: string): ConversationInput => ({ kind: 'write', id, text: id, at: 0 });
const frame = (one: ToVisitorFrame): ConversationInput => ({ kind: 'frame', frame: one });
const events = (...list: ConversationEvent[]) => frame({ type: 'events', events: list, more: false });
const welcome = (
  lastSeq: number,
  status: 'waiting' | 'closed' = 'waiting',
  epoch = 'epoch',
): ConversationInput =>
  frame({
    type: 'welcome',
    protocol: 1,
    epoch,
    conversation: 'AAAAAAAAAAAAAAAAAAAAAA',
    status,
    lastSeq,
    lastN: 0,
    readSeq: 0,
    operator: null,
    operatorHere: false,
    serverTime: 0,
    heartbeatMs: 25_000,
  });
const resume = (owed: readonly string[], ...outbox: string[]): ConversationInput => ({
  kind: 'resume',
  started: true,
  outbox: outbox.map((id) => ({ id, text: id })),
  owed,
  at: 0,
});
/** The device was searched: `kept` stands on it, `found` is ours now. */
const searched = (kept: readonly string[] = [], ...found: string[]): ConversationInput => ({
  kind: 'adopt',
  messages: found.map((id) => ({ id, text: id })),
  kept: [...kept, ...found],
  at: 0,
});
const play = (...inputs: ConversationInput[]): ConversationState =>
  inputs.reduce((state, input) => stepConversation(state, input).state, NO_CONVERSATION);

describe('[M9] what is owed', () => {
  it('is everything that the citizen wrote, until the log shows it; an ack is not enough', () => {
    const begin: ConversationInput[] = [write('a'), write('b'), { kind: 'started' }, live, welcome(1)];
    expect(play(...begin).owed).toEqual(['a', 'b']);
    const ack = frame({ type: 'ack', id: 'a', n: 1, seq: 2, at: 0 });
    expect(play(...begin, ack).owed).toEqual(['a', 'b']);
    expect(play(...begin, ack, events(opened, stored(2, 'a'))).owed).toEqual(['b']);
  });

  it('comes along from page to page, with what other pages left', () => {
    expect(play(resume(['a'], 'b'), searched([], 'c')).owed).toEqual(['a', 'b', 'c']);
  });

  it('is not what is in the message box again', () => {
    const over = events(opened, { seq: 2, at: 0, kind: 'closed', by: 'operator' });
    const state = play(write('a'), { kind: 'started' }, live, welcome(0), over);
    expect(state).toMatchObject({ phase: 'closed', owed: [], lost: [] });
  });
});

describe('[M9] what is owed, and neither on the device nor in the log', () => {
  it('is lost as soon as the page knows both, and not before', () => {
    const steps = [resume(['a']), live, welcome(2), events(opened), events(stored(2, 'x')), searched()];
    for (let count = 1; count < steps.length; count += 1)
      expect(play(...steps.slice(0, count)).lost, `after ${count}`).toEqual([]);
    expect(play(...steps).lost).toEqual(['a']);
  });

  it('is not lost while it may still go out: from here, or from another tab', () => {
    const state = play(resume(['a', 'b', 'c'], 'a'), searched(['c'], 'b'), live, welcome(1), events(opened));
    expect(state.lost).toEqual([]);
    const later = stepConversation(state, searched(['b'])).state;
    expect(later.lost).toEqual(['c']);
  });

  it('is not lost when the log shows it, also when that comes late', () => {
    const state = play(resume(['a']), searched(), live, welcome(1), events(opened));
    expect(state.lost).toEqual(['a']);
    expect(stepConversation(state, events(stored(2, 'a'))).state).toMatchObject({ owed: [], lost: [] });
  });

  it('is told once more after another page load, until the citizen writes again', () => {
    const state = play(resume(['a']), searched(), live, welcome(1), events(opened));
    expect(state.owed).toEqual(['a']);
    expect(stepConversation(state, write('b')).state).toMatchObject({ owed: ['b'], lost: [] });
  });

  it('is not taken for told by what is written while nobody could know of it', () => {
    expect(play(resume(['a']), searched(), lost, write('b')).owed).toEqual(['a', 'b']);
  });

  it('is also told when the conversation was closed in the meantime', () => {
    const closed: ConversationEvent = { seq: 2, at: 0, kind: 'closed', by: 'system' };
    const state = play(resume(['a']), searched(), live, welcome(2, 'closed'), events(opened, closed));
    expect(state).toMatchObject({ phase: 'closed', lost: ['a'] });
    const line: ConversationInput = { kind: 'line', line: { status: 'idle' } };
    expect(stepConversation(state, line).state.lost).toEqual(['a']);
  });

  it('is not guessed about a conversation of which nothing was read', () => {
    const gone: ConversationInput = { kind: 'line', line: { status: 'stopped', code: 4001 } };
    expect(play(resume(['a']), searched(), gone)).toMatchObject({ phase: 'closed', lost: [] });
  });

  it('is nothing on a page that began the conversation itself', () => {
    const state = play(write('a'), { kind: 'started' }, live, welcome(1), events(opened));
    expect(state.lost).toEqual([]);
  });

  it('changes nothing when the device is searched and there is no news', () => {
    const state = play(resume(['a']), searched(['b']));
    expect(stepConversation(state, searched(['b'])).state).toBe(state);
  });
});

type Act = 'write' | 'arrive' | 'reload' | 'reload-late' | 'connect' | 'lose';

describe('[M9] over pages that come and go, some of them too late', () => {
  it('every message is in the log, or on the device, or was told to be lost', () => {
    const act = fc.constantFrom<Act>('write', 'arrive', 'arrive', 'reload', 'reload-late', 'connect', 'lose');
    fc.assert(fc.property(fc.array(act, { maxLength: 60 }), playStory), { numRuns: 500 });
  });
});

function playStory(story: readonly Act[]): void {
  const log: ConversationEvent[] = [opened];
  const told = new Set<string>();
  let written = 0;
  let state = play(resume([]), searched());
  const step = (input: ConversationInput): void => {
    ({ state } = stepConversation(state, input));
    for (const id of state.lost) told.add(id);
  };
  const acts: Record<Act, () => void> = {
    write: () => step(write(`m${++written}`)),
    arrive() {
      const sent = state.outbox.entries.find((entry) => entry.state === 'sent');
      if (state.line !== 'live' || sent === undefined) return;
      const event = stored(log.length + 1, sent.id);
      log.push(event);
      step(frame({ type: 'ack', id: sent.id, n: sent.n, seq: event.seq, at: 0 }));
      step(events(event));
    },
    lose: () => step(lost),
    connect() {
      if (state.line === 'live') return;
      const { lastSeq } = state.log;
      step(live);
      step(welcome(log.length));
      step(events(...log.slice(lastSeq)));
    },
    reload: () => load(state.outbox.entries.map(({ id }) => id)),
    'reload-late': () => load([]),
  };
  function load(ids: readonly string[]): void {
    step(resume(state.owed, ...ids));
    step(searched());
  }
  for (const act of story) acts[act]();
  acts.lose();
  acts.connect();
  const inLog = new Set(log.flatMap((event) => (event.kind === 'message' ? event.id : [])));
  const waiting = new Set(state.outbox.entries.map(({ id }) => id));
  for (let number = 1; number <= written; number += 1) {
    const id = `m${number}`;
    expect(inLog.has(id) || waiting.has(id) || told.has(id), id).toBe(true);
    expect(told.has(id) && (inLog.has(id) || waiting.has(id)), `${id} told in vain`).toBe(false);
  }
}
