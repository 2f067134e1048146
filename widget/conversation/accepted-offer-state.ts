// PURE. What becomes of an offer that the citizen accepted, when this tab may have a conversation already.
import type { ConversationState } from './conversation-state.ts';

/**
 * `here`: there is a conversation that lasts, with or without the offer. `anew`: the one here has ended, and nothing of it is
 * still to be given back. `unknown`: as yet.
 */
export function placeOffer({ phase, log, historySeq, kept }: ConversationState): 'here' | 'anew' | 'unknown' {
  if (phase === 'waiting' || phase === 'active') return 'here';
  return phase === 'closed' && log.lastSeq >= historySeq && kept !== null ? 'anew' : 'unknown';
}
