// PURE. The citizen was asked whether they are still there, and answers by whatever they do (rules W).
import type { ConversationState, Step } from './conversation-state.ts';
import { stay } from './outcome-state.ts';

/** The same question again, behind an answer: that answer went lost with its line. */
export function noteSilence(state: ConversationState, endsAt: number | null): Step {
  if (endsAt === null) return stay(state.silence === null ? state : { ...state, silence: null });
  if (state.silence?.isAnswered && state.silence.endsAt === endsAt) {
    return { state, effects: [{ do: 'send', frame: { type: 'stay' } }] };
  }
  return stay({ ...state, silence: { endsAt, isAnswered: false } });
}

export function answerSilence(state: ConversationState): Step {
  const { silence } = state;
  if (silence === null || silence.isAnswered) return stay(state);
  return {
    state: { ...state, silence: { ...silence, isAnswered: true } },
    effects: [{ do: 'send', frame: { type: 'stay' } }],
  };
}
