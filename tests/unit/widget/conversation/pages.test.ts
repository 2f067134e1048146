/** A long history comes in pages, by itself; only a hole is asked for. */
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import {
  type ConversationState,
  NO_CONVERSATION,
} from '../../../../widget/conversation/conversation-state.ts';
import { receive } from '../../../../widget/conversation/received-state.ts';

const message = (seq: number): ConversationEvent => ({
  seq,
  at: 0,
  kind: 'message',
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  from: 'operator',
  author: 'Anna',
  text: 'Goedemiddag',
});

const LIVE: ConversationState = {
  ...NO_CONVERSATION,
  phase: 'active',
  log: { epoch: 'epoch', lastSeq: 0, events: [] },
  line: 'live',
};

describe('a page of events', () => {
  it('[R2] that another follows is not answered: it comes by itself', () => {
    const first = receive(LIVE, { type: 'events', events: [message(1)], more: true });
    expect(first.effects.filter((effect) => effect.do === 'send')).toEqual([]);
    const second = receive(first.state, { type: 'events', events: [message(2)], more: false });
    expect(second.state.log.events.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[R3] after a hole is asked for again from where it begins', () => {
    const { effects } = receive(LIVE, { type: 'events', events: [message(3)], more: true });
    expect(effects).toContainEqual({ do: 'send', frame: { type: 'pull', after: 0 } });
  });
});
