// What stands in a log without words. While somebody is on the way the line about waiting says the same, and a second one would only move.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import { isCurrent } from './is-current.ts';

export function EmptyLog({ state, texts }: { state: ConversationState; texts: Texts }) {
  const words = isCurrent(state) ? state.phase === 'none' && texts.emptyLog : texts.loading;
  return words ? <p class="vp-empty">{words}</p> : null;
}
