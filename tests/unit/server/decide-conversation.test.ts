// The rules of one conversation, command by command.
import { describe, expect, it } from 'vitest';
import { LEASE_MS, RESERVATION_MS } from '../../../server/domain/conversation.ts';
import { decideConversation, openConversation } from '../../../server/domain/decide-conversation.ts';
import {
  ANNA,
  apply,
  BRAM,
  known,
  NOW,
  operatorSays,
  refusalOf,
  taken,
  visitorSays,
  waiting,
} from './a-conversation.ts';

describe('writing', () => {
  it('gives a message the next seq, and the citizen has no name', () => {
    const command = visitorSays(1, 'Hallo', '00000000-0000-4000-8000-000000000001');
    const decision = decideConversation(waiting(), command, NOW, known());
    expect(decision).toMatchObject({
      ok: true,
      events: [{ seq: 2, kind: 'message', from: 'visitor', author: null, text: 'Hallo' }],
      lastN: 1,
      ack: { seq: 2, at: NOW },
    });
  });

  it('[M1] asks first for the id, then for n, then whether it is open, then who writes', () => {
    const closed = apply(taken(), { do: 'end' });
    const stranger = (n: number, duplicate: { seq: number; at: number; same: boolean } | null) =>
      refusalOf(decideConversation(closed, operatorSays(n, 9, BRAM), NOW, known({ duplicate })));
    expect(stranger(7, { seq: 2, at: 7, same: true })).toBe('none');
    expect(stranger(7, { seq: 2, at: 7, same: false })).toBe('id-conflict');
    expect(stranger(7, null)).toBe('expected');
    expect(stranger(1, null)).toBe('closed');
    const open = decideConversation(taken(), operatorSays(1, 9, BRAM), NOW, known());
    expect(refusalOf(open)).toBe('not-assignee');
  });

  it('[M2] answers a known id with its first seq and stores nothing', () => {
    const duplicate = { seq: 2, at: 7, same: true };
    const decision = decideConversation(waiting(), visitorSays(1), NOW, known({ lastN: 5, duplicate }));
    expect(decision).toMatchObject({ ok: true, events: [], ack: { seq: 2, at: 7 }, lastN: 5 });
  });

  it('[M2] refuses a known id with another text', () => {
    const duplicate = { seq: 2, at: 7, same: false };
    expect(refusalOf(decideConversation(waiting(), visitorSays(1), NOW, known({ duplicate })))).toBe(
      'id-conflict',
    );
  });

  it('[M2] answers a retry even after the conversation was closed', () => {
    const closed = apply(waiting(), { do: 'end' });
    const duplicate = { seq: 2, at: 7, same: true };
    expect(decideConversation(closed, visitorSays(1), NOW, known({ duplicate }))).toMatchObject({ ok: true });
  });

  it('[M3] says which n it expects', () => {
    const decision = decideConversation(waiting(), visitorSays(4), NOW, known({ lastN: 1 }));
    expect(decision).toEqual({ ok: false, refusal: { reason: 'expected', expected: 2 } });
  });

  it('[M8] lets a known id with the next n count as this device’s n', () => {
    const duplicate = { seq: 2, at: 7, same: true };
    const decision = decideConversation(waiting(), visitorSays(3), NOW, known({ lastN: 2, duplicate }));
    expect(decision).toMatchObject({ ok: true, lastN: 3 });
  });

  it('[M7] refuses an operator who does not have the conversation, or had it before', () => {
    const state = taken();
    const say = (epoch: number, by = ANNA) =>
      refusalOf(decideConversation(state, operatorSays(1, epoch, by), NOW, known()));
    expect(say(1)).toBe('none');
    expect(say(1, BRAM)).toBe('not-assignee');
    expect(say(0)).toBe('not-assignee');
    expect(say(2)).toBe('not-assignee');
  });

  it('[A4] takes no message once closed', () => {
    const closed = apply(waiting(), { do: 'end' });
    expect(refusalOf(decideConversation(closed, visitorSays(1), NOW, known()))).toBe('closed');
  });
});

describe('changing hands', () => {
  it('[A1] gives a conversation to the first and names that to the second', () => {
    expect(taken()).toMatchObject({ status: 'active', assignee: ANNA, leaseUntil: NOW + LEASE_MS });
    expect(decideConversation(taken(), { do: 'take', by: BRAM }, NOW)).toEqual({
      ok: false,
      refusal: { reason: 'already-taken', assignee: ANNA.name },
    });
  });

  it('[A1] changes nothing when one takes one’s own', () => {
    expect(decideConversation(taken(), { do: 'take', by: ANNA }, NOW)).toEqual({
      ok: true,
      events: [],
      next: taken(),
    });
  });

  it('[A2] adds one to the assignment epoch with every change, and logs it', () => {
    const released = decideConversation(taken(), { do: 'release', operator: 1, assignmentEpoch: 1 }, NOW);
    expect(released).toMatchObject({
      ok: true,
      events: [{ kind: 'unassigned', because: 'released' }],
      next: { assignmentEpoch: 2, assignee: null, status: 'waiting' },
    });
  });

  it('[A3] ends a lease only when it is over, and puts the citizen in front of the queue', () => {
    const lose = (now: number) =>
      decideConversation(taken(), { do: 'lose-lease' }, now, known({ oldestWaiting: NOW - 50 }));
    expect(lose(NOW + LEASE_MS - 1)).toMatchObject({ events: [] });
    expect(lose(NOW + LEASE_MS)).toMatchObject({
      events: [{ kind: 'unassigned', because: 'lease-lost' }],
      next: { waitingSince: NOW - 51, assignmentEpoch: 2 },
    });
  });

  it('[A3] lets the operator who lost it write no more', () => {
    const lost = apply(taken(), { do: 'lose-lease' }, NOW + LEASE_MS);
    expect(refusalOf(decideConversation(lost, operatorSays(1, 1), NOW, known()))).toBe('not-assignee');
    expect(refusalOf(decideConversation(lost, { do: 'finish', operator: 1, assignmentEpoch: 1 }, NOW))).toBe(
      'not-assignee',
    );
  });

  it('[A4] closes on finish and on end, once', () => {
    const finished = apply(taken(), { do: 'finish', operator: 1, assignmentEpoch: 1 });
    expect(finished.status).toBe('closed');
    expect(decideConversation(finished, { do: 'end' }, NOW)).toMatchObject({ events: [] });
    expect(refusalOf(decideConversation(finished, { do: 'take', by: ANNA }, NOW))).toBe('closed');
  });

  it('[O4] keeps the place of an accepted offer for a minute, for anyone to take', () => {
    const { next } = openConversation({ offered: true, context: null, reservedFor: 1 }, NOW);
    expect(next.reservation).toEqual({ operator: 1, until: NOW + RESERVATION_MS });
    expect(apply(next, { do: 'take', by: BRAM })).toMatchObject({ assignee: BRAM, reservation: null });
  });
});

describe('reading and leaving', () => {
  it('[R6] lets marks only grow, never beyond what exists', () => {
    let state = apply(waiting(), visitorSays(1));
    state = apply(state, visitorSays(2), NOW, known({ lastN: 1 }));
    expect(state.unread).toEqual([{ from: 2, to: 3 }]);
    state = apply(state, { do: 'read', by: 'operator', seq: 2 });
    expect(state).toMatchObject({ operatorRead: 2, unread: [{ from: 3, to: 3 }] });
    state = apply(state, { do: 'read', by: 'operator', seq: 1 });
    expect(state.operatorRead).toBe(2);
    expect(apply(state, { do: 'read', by: 'visitor', seq: 99 }).visitorRead).toBe(3);
  });

  it('closes what nobody wrote in, and nothing else', () => {
    expect(apply(waiting(), { do: 'abandon' }).status).toBe('closed');
    expect(apply(apply(waiting(), visitorSays(1)), { do: 'abandon' }).status).toBe('waiting');
    expect(apply(taken(), { do: 'abandon' }).status).toBe('active');
  });
});
