// What comes after a conversation needs this from the panel.
import type { Language } from '#protocol';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { AllTexts } from '../log/i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';
import type { AfterTexts } from './i18n/nl.ts';

export interface AfterProps {
  readonly texts: AllTexts;
  readonly words: AfterTexts;
  readonly writer: TimeWriter;
  readonly now: number;
  readonly language: Language;
  readonly organisation: string;
  readonly siteUrl: string;
  readonly state: ConversationState;
  /** The citizen's credential of this conversation. */
  readonly token: string;
}
