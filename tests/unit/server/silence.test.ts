// When a silent conversation is warned, extended and ended: the rules alone, with times as data.
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../server/domain/conversation.ts';
import { decideConversation } from '../../../server/domain/decide-conversation.ts';
import { judgeSilence, type Signs, USUAL_SILENCE } from '../../../server/domain/silence.ts';
import { ANNA, apply, known, NOW, operatorSays, taken, visitorSays, waiting } from './a-conversation.ts';

const MINUTE = 60_000;
const UNHEARD: Signs = { heardAt: 0, servingSince: 0 };
const WARN_AT = NOW + 13 * MINUTE;

const answered = (): Conversation =>
  apply(apply(taken(), visitorSays(1)), operatorSays(1, 1), NOW, known({ lastN: 0 }));
const mind = (state: Conversation, now: number, signs: Partial<Signs> = {}): Conversation =>
  apply(state, { do: 'mind-silence', setting: USUAL_SILENCE, signs: { ...UNHEARD, ...signs } }, now);
const judge = (state: Conversation, now: number, signs: Partial<Signs> = {}) =>
  judgeSilence(state, USUAL_SILENCE, { ...UNHEARD, ...signs }, now);
const warned = (): Conversation => mind(answered(), WARN_AT);

describe('[W1] only a citizen whose turn it is', () => {
  const late = NOW + 24 * 60 * MINUTE;

  it.each([
    ['nobody has taken it', waiting()],
    ['somebody took it and nobody wrote', taken()],
    ['the citizen waits for an answer', apply(answered(), visitorSays(2), NOW, known({ lastN: 1 }))],
    ['it went back to the queue', apply(answered(), { do: 'release', operator: 1, assignmentEpoch: 1 })],
    ['it is over', apply(answered(), { do: 'end' })],
  ])('is never asked: %s', (_, state) => {
    expect(judge(state, late)).toMatchObject({ do: 'rest' });
    expect(mind(state, late)).toBe(state);
  });

  it('who takes it again begins the silence anew', () => {
    const back = apply(answered(), { do: 'release', operator: 1, assignmentEpoch: 1 });
    const again = apply(back, { do: 'take', by: ANNA }, NOW + 60 * MINUTE);
    expect(judge(again, NOW + 72 * MINUTE)).toEqual({ do: 'rest', lookAt: NOW + 73 * MINUTE });
  });

  it('nobody is asked where the site wants no end', () => {
    expect(judgeSilence(answered(), null, UNHEARD, late)).toMatchObject({ do: 'rest' });
    expect(judgeSilence(warned(), null, UNHEARD, late)).toEqual({ do: 'stay' });
  });

  it('typing of either side moves the question away', () => {
    const heardAt = NOW + 10 * MINUTE;
    expect(judge(answered(), WARN_AT, { heardAt })).toEqual({ do: 'rest', lookAt: heardAt + 13 * MINUTE });
  });
});

describe('[W2] the question', () => {
  it('comes two minutes before the end, and not before', () => {
    expect(judge(answered(), WARN_AT - 1)).toEqual({ do: 'rest', lookAt: WARN_AT });
    expect(warned().warning).toEqual({ at: WARN_AT, endsAt: NOW + 15 * MINUTE });
  });

  it('gives all of its time, however late it was noticed', () => {
    const late = NOW + 3 * 60 * MINUTE;
    expect(mind(answered(), late).warning).toEqual({ at: late, endsAt: late + 2 * MINUTE });
  });

  it('is asked again after a restart: before that nobody could answer', () => {
    const servingSince = NOW + 14 * MINUTE + 59_000;
    const again = mind(warned(), servingSince, { servingSince });
    expect(again.warning).toEqual({ at: servingSince, endsAt: servingSince + 2 * MINUTE });
    expect(judge(again, servingSince + 1, { servingSince })).toMatchObject({ do: 'rest' });
    expect(mind(again, servingSince + 2 * MINUTE, { servingSince }).status).toBe('closed');
  });

  it('is in no log: only the state changes', () => {
    const command = { do: 'mind-silence', setting: USUAL_SILENCE, signs: UNHEARD } as const;
    expect(decideConversation(answered(), command, WARN_AT)).toMatchObject({ ok: true, events: [] });
  });
});

describe('[W3] an answer', () => {
  it('takes it back and begins the silence anew, as often as it is given', () => {
    let state = warned();
    for (let time = 1; time <= 20; time += 1) {
      const { at } = state.warning ?? { at: 0 };
      const heardAt = at + 90_000;
      state = mind(state, heardAt, { heardAt });
      expect(state).toMatchObject({ status: 'active', warning: null, heardAt });
      state = mind(state, heardAt + 13 * MINUTE);
      expect(state.warning).not.toBeNull();
    }
  });

  it.each([
    ['the citizen', visitorSays(2)],
    ['the operator', operatorSays(2, 1)],
  ])('a word of %s is one', (_, message) => {
    expect(apply(warned(), message, WARN_AT + 1, known({ lastN: 1 })).warning).toBeNull();
  });
});

describe('[W4] the end', () => {
  it('comes by itself when nobody answered, told as the system’s', () => {
    expect(mind(warned(), NOW + 15 * MINUTE - 1).status).toBe('active');
    const command = { do: 'mind-silence', setting: USUAL_SILENCE, signs: UNHEARD } as const;
    expect(decideConversation(warned(), command, NOW + 15 * MINUTE)).toMatchObject({
      ok: true,
      events: [{ kind: 'closed', by: 'system' }],
      next: { status: 'closed', warning: null },
    });
  });
});
