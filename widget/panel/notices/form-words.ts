// What the citizen is told of the form's own time. A time of day stays true: nothing counts down, and nothing is said twice.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { TimeWriter } from '../write-time.ts';
import type { NoticeTexts } from './i18n/nl.ts';

export function formWords(
  { formEnd, phase }: Pick<ConversationState, 'formEnd' | 'phase'>,
  words: NoticeTexts,
  writer: TimeWriter,
): string | null {
  if (!formEnd || phase === 'closed') return null;
  return formEnd.isOver ? words.formEnded : words.formEnds(writer.time(formEnd.endsAt));
}
