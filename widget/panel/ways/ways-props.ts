// What the other ways need from the panel.
import type { ContactKind, Language, PageContext, SiteInfo } from '#protocol';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';
import type { WaysTexts } from './i18n/nl.ts';

export interface WaysProps {
  readonly texts: Texts;
  readonly words: WaysTexts;
  readonly writer: TimeWriter;
  readonly now: number;
  readonly site: SiteInfo;
  readonly language: Language;
  /** Where this site's requests go to. */
  readonly siteUrl: string;
  /** The form that is shown; null: the list of ways. */
  readonly form: ContactKind | null;
  /** Of the conversation to which the request belongs. */
  readonly token: string | null;
  readonly state: Pick<ConversationState, 'phase'>;
  /** What the citizen shares of the page. */
  seePage(): PageContext | null;
  makeId(): string;
  choose(form: ContactKind | null): void;
  lookAgain(): Promise<void>;
  requested(kind: ContactKind): void;
}
