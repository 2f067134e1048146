// What the other ways need from the panel.
import type { ContactKind, Language, PageContext, SiteInfo } from '#protocol';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';
import type { WaysTexts } from './i18n/nl.ts';

/** What is shown instead of the chat: the list of ways, or a form. */
export type WaysScreen = ContactKind | 'list';

export interface WaysProps {
  readonly texts: Texts;
  readonly words: WaysTexts;
  readonly writer: TimeWriter;
  readonly now: number;
  readonly site: SiteInfo;
  readonly language: Language;
  /** Where this site's requests go to. */
  readonly siteUrl: string;
  /** Null: the list, because nobody is there. */
  readonly screen: WaysScreen | null;
  /** Of the conversation to which the request belongs. */
  readonly token: string | null;
  readonly state: Pick<ConversationState, 'phase'>;
  /** What the citizen shares of the page. */
  seePage(): PageContext | null;
  makeId(): string;
  /** Null: the chat, while somebody is there. */
  choose(screen: WaysScreen | null): void;
  lookAgain(): Promise<void>;
  requested(kind: ContactKind): void;
}
