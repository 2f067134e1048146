// PURE. Ends of a step that several steps share: nothing to do, send what may go out, close.
import type { VisitorFrame } from '#protocol';
import { takeOutgoing } from '#protocol/outbox';
import { type ConversationState, isUnsent, type Step } from './conversation-state.ts';

export const stay = (state: ConversationState): Step => ({ state, effects: [] });

const isSearching = ({ kept, goesFirst }: ConversationState): boolean => kept === null && !goesFirst;

/** Sends what may go out now; the wish to end goes last, behind everything that was written. */
export function flush(state: ConversationState): Step {
  if (state.line !== 'live' || state.phase === 'closed' || isSearching(state)) return stay(state);
  const { outbox, send } = takeOutgoing(state.outbox);
  const frames: VisitorFrame[] = send.map(({ id, n, text }) => ({ type: 'send', id, n, text }));
  if (state.ending && !outbox.entries.some(isUnsent)) frames.push({ type: 'end' });
  return { state: { ...state, outbox }, effects: frames.map((frame) => ({ do: 'send', frame })) };
}

export function close(state: ConversationState): Step {
  const unsent = state.outbox.entries.filter(isUnsent);
  const entries = state.outbox.entries.filter((entry) => !isUnsent(entry));
  const texts = unsent.map((entry) => entry.text);
  const back = new Set(unsent.map(({ id }) => id));
  return {
    state: {
      ...state,
      phase: 'closed',
      queue: null,
      outbox: { ...state.outbox, entries },
      owed: state.owed.filter((id) => !back.has(id)),
      operatorTyping: false,
      ending: false,
      silence: null,
      cut: false,
    },
    effects: texts.length > 0 ? [{ do: 'give-back', texts }] : [],
  };
}
