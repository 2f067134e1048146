// What the citizen is asked after a silence. A time of day stays true: nothing counts down, and nothing is said twice.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { TimeWriter } from '../write-time.ts';
import type { NoticeTexts } from './i18n/nl.ts';

export function askWords(
  { silence }: Pick<ConversationState, 'silence'>,
  words: NoticeTexts,
  writer: TimeWriter,
): string | null {
  return silence === null || silence.isAnswered ? null : words.stillThere(writer.time(silence.endsAt));
}
