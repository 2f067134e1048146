// Pure: which changes are worth calling the operator for.
import type { ConversationSummary } from '#protocol';
import type { DeskEffect, DeskState } from './desk-model.ts';

/** On the screen of a window that has the focus. */
export const isSeen = (state: DeskState, conversation: string): boolean =>
  state.attentive && state.selected === conversation;

/** Taken over by a colleague; back in the queue is told as waiting. */
function isLost(state: DeskState, before: ConversationSummary, after: ConversationSummary): boolean {
  const me = state.operator?.id;
  return before.assignee?.id === me && after.status === 'active' && after.assignee?.id !== me;
}

export function newsOf(
  state: DeskState,
  before: ConversationSummary | undefined,
  after: ConversationSummary,
): DeskEffect[] {
  const conversation = after.id;
  // What is on the screen is told by its own events.
  if (isSeen(state, conversation)) return [];
  if (after.status === 'waiting' && before?.status !== 'waiting') {
    const ownDoing = before?.assignee?.id === state.operator?.id && before !== undefined;
    const wanted = state.status === 'available' && !ownDoing;
    return wanted ? [{ do: 'tell', news: 'waiting', conversation, seen: false }] : [];
  }
  if (before !== undefined && isLost(state, before, after)) {
    return [{ do: 'tell', news: 'lost', conversation, seen: false }];
  }
  const mine = after.status === 'active' && after.assignee?.id === state.operator?.id;
  return mine && after.unread > (before?.unread ?? 0)
    ? [{ do: 'tell', news: 'message', conversation, seen: false }]
    : [];
}
