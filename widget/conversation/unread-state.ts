// PURE. How many answers the citizen has not seen, on whatever page or tab.
import type { ConversationState, Step } from './conversation-state.ts';

function countUnread({ log, seenSeq }: ConversationState): number {
  const isAnswer = (event: (typeof log.events)[number]): boolean =>
    event.kind === 'message' && event.from === 'operator' && event.seq > seenSeq;
  return log.events.filter(isAnswer).length;
}

/** After every step, whatever happened in it. */
export function noteUnread({ state, effects }: Step): Step {
  const unread = countUnread(state);
  return { state: unread === state.unread ? state : { ...state, unread }, effects };
}
