/** How many answers the citizen has not seen: over page loads, lost lines and other tabs. */
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
const seen: ConversationInput = { kind: 'seen' };
const opened: ConversationEvent = { seq: 1, at: 0, kind: 'opened', offered: false };
const said = (seq: number, from: 'visitor' | 'operator' = 'operator'): ConversationEvent => ({
  seq,
  at: 0,
  kind: 'message',
  id: `m${seq}`,
  from,
  author: null,
  text: 'tekst',
});
const frame = (one: ToVisitorFrame): ConversationInput => ({ kind: 'frame', frame: one });
const events = (...list: ConversationEvent[]) => frame({ type: 'events', events: list, more: false });
const welcome = (lastSeq: number, epoch = 'epoch'): ConversationInput =>
  frame({
    type: 'welcome',
    protocol: 1,
    epoch,
    conversation: 'AAAAAAAAAAAAAAAAAAAAAA',
    status: 'active',
    lastSeq,
    lastN: 0,
    readSeq: 0,
    operator: 'Anna',
    operatorHere: true,
    serverTime: 0,
    heartbeatMs: 25_000,
  });
const resume = (seenSeq: number): ConversationInput => ({
  kind: 'resume',
  started: true,
  outbox: [],
  seen: seenSeq,
  at: 0,
});
const play = (...inputs: ConversationInput[]): ConversationState =>
  inputs.reduce((state, input) => stepConversation(state, input).state, NO_CONVERSATION);
const talking = [{ kind: 'begin' }, { kind: 'started' }, live, welcome(1), events(opened)] as const;

describe('answers that nobody has seen', () => {
  it('are the messages of operators, not the own ones and not what happened', () => {
    const assigned: ConversationEvent = { seq: 4, at: 0, kind: 'assigned', operator: 'Anna' };
    const state = play(...talking, events(said(2, 'visitor'), said(3), assigned, said(5)));
    expect(state.unread).toBe(2);
    expect(stepConversation(state, seen).state.unread).toBe(0);
  });

  it('are seen also while there is no line, and the operator is told later', () => {
    const state = play(...talking, events(said(2)), lost, seen);
    expect(state).toMatchObject({ unread: 0, seenSeq: 2 });
    const back = [live, welcome(2)].reduce((one, input) => stepConversation(one, input).state, state);
    expect(stepConversation(back, seen).effects).toEqual([{ do: 'send', frame: { type: 'read', seq: 2 } }]);
  });

  it('are counted from where the page before this one was', () => {
    const history = events(opened, said(2), said(3), said(4));
    expect(play(resume(2), live, welcome(4), history).unread).toBe(2);
    expect(play(resume(4), live, welcome(4), history).unread).toBe(0);
    // The line of the page before may have died with the news.
    expect(stepConversation(play(resume(4), live, welcome(4), history), seen).effects).toHaveLength(1);
  });

  it('are seen where another tab shows them', () => {
    const state = play(...talking, events(said(2), said(3)));
    expect(stepConversation(state, { kind: 'seen-elsewhere', upTo: 2 }).state.unread).toBe(1);
    const all = stepConversation(state, { kind: 'seen-elsewhere', upTo: 4 });
    expect(all).toMatchObject({ state: { unread: 0 }, effects: [] });
    expect(stepConversation(all.state, events(said(4))).state.unread).toBe(0);
    expect(stepConversation(all.state, { kind: 'seen-elsewhere', upTo: 1 }).state.seenSeq).toBe(4);
  });

  it('[R5] are counted anew in another history', () => {
    const before = play(...talking, events(said(2)), seen, lost, live, welcome(2, 'put back'));
    expect(stepConversation(before, events(opened, said(2))).state.unread).toBe(1);
    expect(play(resume(9), live, welcome(2), events(opened, said(2), said(3))).unread).toBe(1);
  });
});
