/// <reference types="vite/client" />
// What comes by itself during a conversation, as one file that is fetched when there is one: long before it has something to say.
import type { Language } from '#protocol';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { ButtonSign } from '../panel-host.ts';
import type { TimeWriter } from '../write-time.ts';
import { askWords } from './ask-words.ts';
import { type NoticeTexts, nl } from './i18n/nl.ts';
import style from './notices.css?inline';
import { Notices } from './notices.tsx';
import { createTabMark } from './tab-mark.ts';

const WORDS = {
  nl: async () => nl,
  en: async () => (await import('./i18n/en.ts')).en,
} satisfies Record<Language, () => Promise<NoticeTexts>>;

export interface NoticesCode {
  readonly View: typeof Notices;
  readonly words: NoticeTexts;
  readonly style: string;
  /** What the button of a closed panel says, and the tab while nobody looks at it. */
  readonly remind: (state: ConversationState, writer: TimeWriter) => ButtonSign | null;
}

/** Words in another language are better than an end without a word. */
export async function load(language: Language): Promise<NoticesCode> {
  const words = await WORDS[language]().catch(() => nl);
  const markTab = createTabMark();
  return {
    View: Notices,
    words,
    style,
    remind(state, writer) {
      const asked = askWords(state, words, writer);
      markTab(asked && words.tab);
      return asked === null ? null : { mark: '!', words: asked, aloud: asked };
    },
  };
}
