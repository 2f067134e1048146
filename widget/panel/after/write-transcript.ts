// The conversation as plain text, to keep: by day, who said what and when.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { AllTexts } from '../log/i18n/nl.ts';
import { listItems } from '../log/list-items.ts';
import type { TimeWriter } from '../write-time.ts';

export interface TranscriptSource {
  readonly organisation: string;
  readonly state: ConversationState;
  readonly texts: AllTexts;
  readonly writer: TimeWriter;
}

export function writeTranscript({ organisation, state, texts, writer }: TranscriptSource): string {
  let author = texts.operator;
  // Said in days of the calendar, not "today": it is read later.
  const lines = listItems(state, { texts, writer }, 0).map((item) => {
    if (item.kind !== 'message') return item.kind === 'day' ? `\n${item.text}` : `- ${item.text}`;
    author = item.author ?? author;
    return `${item.time ?? ''} ${item.mine ? texts.you : author}: ${item.text}`.trim();
  });
  return [texts.panel(organisation), texts.notOfficial, ...lines, ''].join('\n');
}
