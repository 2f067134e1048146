// The citizen's side of the question whether they are still there.
import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  NO_CONVERSATION,
} from '../../../../widget/conversation/conversation-state.ts';
import { stepConversation } from '../../../../widget/conversation/step-state.ts';

const ACTIVE: ConversationState = {
  ...NO_CONVERSATION,
  phase: 'active',
  line: 'live',
  kept: [],
  log: { epoch: 'e', lastSeq: 0, events: [] },
};
const hear = (state: ConversationState, endsAt: number | null) =>
  stepConversation(state, { kind: 'frame', frame: { type: 'silence', endsAt } });
const STAY = { do: 'send', frame: { type: 'stay' } };

describe('[W3] the answer', () => {
  it('goes out once, and the question is gone from the screen at once', () => {
    const asked = hear(ACTIVE, 5_000).state;
    expect(asked.silence).toEqual({ endsAt: 5_000, isAnswered: false });
    const answered = stepConversation(asked, { kind: 'stay' });
    expect(answered.effects).toEqual([STAY]);
    expect(answered.state.silence).toEqual({ endsAt: 5_000, isAnswered: true });
    expect(stepConversation(answered.state, { kind: 'stay' }).effects).toEqual([]);
    expect(hear(answered.state, null).state.silence).toBeNull();
  });

  it('goes again when the same question comes behind it: its line was lost', () => {
    const answered = stepConversation(hear(ACTIVE, 5_000).state, { kind: 'stay' }).state;
    expect(hear(answered, 5_000).effects).toEqual([STAY]);
    expect(hear(answered, 9_000)).toMatchObject({ state: { silence: { isAnswered: false } }, effects: [] });
  });

  it('is nothing when nobody asked', () => {
    expect(stepConversation(ACTIVE, { kind: 'stay' })).toEqual({ state: ACTIVE, effects: [] });
  });
});

describe('[W4] the end', () => {
  it('takes the question away', () => {
    const ended = stepConversation(hear(ACTIVE, 5_000).state, {
      kind: 'frame',
      frame: { type: 'events', events: [{ seq: 1, at: 1, kind: 'closed', by: 'system' }], more: false },
    });
    expect(ended.state).toMatchObject({ phase: 'closed', silence: null });
  });
});
