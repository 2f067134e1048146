// Whether the history of before is on the screen: until then what comes in is not news.
import type { ConversationState } from '../../conversation/conversation-state.ts';

export function isCurrent({ resumed, phase, line, log, historySeq }: ConversationState): boolean {
  if (!resumed || (phase === 'closed' && line !== 'live')) return true;
  return phase !== 'starting' && log.lastSeq >= historySeq;
}
