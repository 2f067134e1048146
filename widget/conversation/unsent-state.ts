// PURE. What the citizen wrote and the server does not have yet, and what that asks of the page.
import { type ConversationState, isLate, isUnsent, LATE_AFTER_MS } from './conversation-state.ts';

export const listUnsent = ({ outbox }: ConversationState): { id: string; text: string }[] =>
  outbox.entries.filter(isUnsent).map(({ id, text }) => ({ id, text }));

/** A tab that rests, or was told to stop, sends nothing: what it took over it would only keep from another. */
export const isCarrying = ({ line }: ConversationState): boolean => line !== 'idle' && line !== 'stopped';

/** Something is not stored, and that is not just because it was written a moment ago: a step further in the form asks nothing. */
export const isStuck = (state: ConversationState): boolean =>
  state.outbox.entries.some((entry) => isUnsent(entry) && (state.cut || isLate(state, entry)));

/** When the next message becomes late; null when none will. */
export function nextLateAt({ outbox, lateBefore }: ConversationState): number | null {
  const next = outbox.entries.find((entry) => isUnsent(entry) && entry.at > lateBefore);
  return next === undefined ? null : next.at + LATE_AFTER_MS;
}
