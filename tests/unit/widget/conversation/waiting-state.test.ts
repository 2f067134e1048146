// While nobody helps: what the server told holds until somebody comes, and the norm is said once it is over.
import { describe, expect, it } from 'vitest';
import type { ToVisitorFrame } from '#protocol';
import {
  type ConversationState,
  NO_CONVERSATION,
  type QueueNews,
} from '../../../../widget/conversation/conversation-state.ts';
import { stepConversation } from '../../../../widget/conversation/step-state.ts';

const WAITING: ConversationState = {
  ...NO_CONVERSATION,
  phase: 'waiting',
  line: 'live',
  log: { ...NO_CONVERSATION.log, epoch: 'e' },
};
const told: QueueNews = { type: 'queue', place: 2, lateIn: 90_000 };
const hear = (state: ConversationState, frame: ToVisitorFrame) =>
  stepConversation(state, { kind: 'frame', frame });
const assigned: ToVisitorFrame = {
  type: 'events',
  events: [{ seq: 1, at: 1, kind: 'assigned', operator: 'Anna' }],
  more: false,
};

describe('[Q4] the norm', () => {
  it('is planned with what the server told, and said when it is over', () => {
    const { state, effects } = hear(WAITING, told);
    expect(effects).toEqual([{ do: 'norm-later', ms: 90_000 }]);
    expect(state).toMatchObject({ queue: told });
    expect(stepConversation(state, { kind: 'norm-over' }).state.queue).toEqual({ ...told, lateIn: 0 });
  });

  it('that is over already is said at once, and one that begins anew is not', () => {
    const late = hear(WAITING, { ...told, lateIn: 0 });
    expect([late.state.queue?.lateIn, late.effects]).toEqual([0, []]);
    expect(hear(late.state, told).state.queue?.lateIn).toBe(90_000);
  });

  it('says nothing any more when somebody came, also when its time comes later', () => {
    const { state } = hear(hear(WAITING, { ...told, lateIn: 0 }).state, assigned);
    expect(state).toMatchObject({ phase: 'active', queue: null });
    expect(stepConversation(state, { kind: 'norm-over' }).state.queue).toBeNull();
    expect(hear(state, told).state.queue).toBeNull();
  });
});
