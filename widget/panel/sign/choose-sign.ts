// What the chat button says while the panel is closed; null when there is nothing to say.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import type { ButtonSign } from '../panel-host.ts';

export function chooseSign({ unread, lost }: ConversationState, texts: Texts): ButtonSign | null {
  if (unread > 0) return { mark: `${unread}`, words: texts.unread(unread), aloud: texts.answered };
  if (lost.length === 0) return null;
  const words = texts.lost(lost.length);
  return { mark: '!', words, aloud: words };
}
