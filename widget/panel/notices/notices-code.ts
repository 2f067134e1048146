/// <reference types="vite/client" />
// What comes by itself during a conversation: its code comes with that of the conversation, long before it has something to say.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { ButtonSign } from '../panel-host.ts';
import type { TimeWriter } from '../write-time.ts';
import { askWords } from './ask-words.ts';
import { formWords } from './form-words.ts';
import { type NoticeTexts, nl } from './i18n/nl.ts';
import style from './notices.css?inline';
import { Notices } from './notices.tsx';
import { createTabMark } from './tab-mark.ts';

export interface NoticesCode {
  readonly View: typeof Notices;
  /** Dutch, in the u-form. */
  readonly words: NoticeTexts;
  readonly style: string;
  /** What the button of a closed panel says, and the tab while nobody looks at it. */
  readonly remind: (state: ConversationState, words: NoticeTexts, writer: TimeWriter) => ButtonSign | null;
}

const markTab = createTabMark();

export const notices: NoticesCode = {
  View: Notices,
  words: nl,
  style,
  remind(state, words, writer) {
    const asked = askWords(state, words, writer);
    markTab(asked && words.tab);
    const said = asked ?? formWords(state, words, writer);
    return said === null ? null : { mark: '!', words: said, aloud: said };
  },
};
