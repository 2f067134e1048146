/** What a page that is gone left unsent: before what waits here, never twice, and given back when the conversation is over. */
import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  NO_CONVERSATION,
  type Step,
} from '../../../../widget/conversation/conversation-state.ts';
import { stepConversation } from '../../../../widget/conversation/step-state.ts';

const entry = (id: string, state: 'queued' | 'sent', n = 0) => ({ id, text: id, at: 0, state, n });
const talking: ConversationState = { ...NO_CONVERSATION, phase: 'active', line: 'connecting' };
const adopt = (state: ConversationState, ...ids: string[]) => {
  const messages = ids.map((id) => ({ id, text: id, at: 0 }));
  return stepConversation(state, { kind: 'adopt', messages, kept: ids, at: 5 });
};

const sentBy = ({ effects }: Step) =>
  effects.flatMap((effect) =>
    effect.do === 'send' && effect.frame.type === 'send' ? [effect.frame.id] : [],
  );

describe('messages of a page that is gone', () => {
  it('[M5] go behind what is on its way and before what waits', () => {
    const outbox = { lastN: 0, entries: [entry('b', 'sent', 1), entry('d', 'queued')] };
    const { state } = adopt({ ...talking, outbox }, 'c');
    expect(state.outbox.entries.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('[M3] are waited for: what was written later goes out behind them, whichever comes first, the line or the device', () => {
    const outbox = { lastN: 0, entries: [entry('b', 'queued')] };
    const live: ConversationState = { ...talking, line: 'live', kept: null, outbox };
    const early = stepConversation(live, { kind: 'flush' });
    expect(early.effects).toEqual([]);
    expect(sentBy(adopt(early.state, 'a'))).toEqual(['a', 'b']);
    expect(sentBy(adopt(early.state))).toEqual(['b']);
  });

  it('[M5] are not waited for without end: a device that does not answer holds nobody', () => {
    const outbox = { lastN: 0, entries: [entry('b', 'queued')] };
    const live: ConversationState = { ...talking, line: 'live', kept: null, outbox };
    expect(sentBy(stepConversation(live, { kind: 'searched-long' }))).toEqual(['b']);
  });

  it('[M2] are not tried again when the log shows them or they are here already', () => {
    const log = {
      epoch: 'epoch',
      lastSeq: 1,
      events: [
        {
          seq: 1,
          at: 0,
          kind: 'message' as const,
          id: 'a',
          from: 'visitor' as const,
          author: null,
          text: 'a',
        },
      ],
    };
    const outbox = { lastN: 0, entries: [entry('b', 'queued')] };
    const { state } = adopt({ ...talking, log, outbox }, 'a', 'b', 'c');
    expect(state.outbox.entries.map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('go out at once on a line that is live', () => {
    const { effects } = adopt({ ...talking, line: 'live' }, 'a');
    expect(effects).toEqual([{ do: 'send', frame: { type: 'send', id: 'a', n: 1, text: 'a' } }]);
  });

  it('are given back when the conversation is over', () => {
    const { state, effects } = adopt({ ...talking, phase: 'closed' }, 'a', 'b');
    expect(effects).toEqual([{ do: 'give-back', texts: ['a', 'b'] }]);
    expect(state.outbox.entries).toEqual([]);
  });
});
