// What the chat button says while the panel is closed; null when there is nothing to say.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import type { LazyConversation } from '../lazy-conversation.ts';
import type { ButtonSign } from '../panel-host.ts';
import type { Words } from '../speech.ts';

/** A notice goes first, where the code of the conversation is there; it marks the tab as well. */
export function signNow(
  { state, code }: Pick<LazyConversation, 'state' | 'code'>,
  { words }: { readonly words: Words | null },
): ButtonSign | null {
  if (words === null) return null;
  const notice = code?.notices.remind(state, words.sayNotices(code.notices.words), words.writer);
  return notice ?? chooseSign(state, words.texts);
}

export function chooseSign({ unread, lost }: ConversationState, texts: Texts): ButtonSign | null {
  if (unread > 0) return { mark: `${unread}`, words: texts.unread(unread), aloud: texts.answered };
  if (lost.length === 0) return null;
  const words = texts.lost(lost.length);
  return { mark: '!', words, aloud: words };
}
