// PURE. What becomes of an offer that the citizen accepted, when this tab may have a conversation already.
import type { ConversationState } from './conversation-state.ts';

/** The whole log is in, and what the device has is known, or it does not answer: what was unsent has been given back. */
const isDone = ({ log, historySeq, kept, goesFirst }: ConversationState): boolean =>
  log.lastSeq >= historySeq && (kept !== null || goesFirst);

/** `here`: there is a conversation that lasts, with or without the offer. `anew`: the one here has ended. `unknown`: as yet. */
export function placeOffer(state: ConversationState): 'here' | 'anew' | 'unknown' {
  const { phase } = state;
  if (phase === 'waiting' || phase === 'active') return 'here';
  return phase === 'closed' && isDone(state) ? 'anew' : 'unknown';
}
