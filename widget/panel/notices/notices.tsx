// Asks the citizen whether they are still there. It takes its room from the log, which keeps its end in sight: nothing else moves.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { TimeWriter } from '../write-time.ts';
import { askWords } from './ask-words.ts';
import type { NoticeTexts } from './i18n/nl.ts';

export interface NoticesProps {
  readonly words: NoticeTexts;
  readonly writer: TimeWriter;
  readonly state: ConversationState;
  stay(): void;
}

/** The status stands there before it has something to say: only then it is said, and once. */
export function Notices({ words, writer, state, stay }: NoticesProps) {
  const asked = askWords(state, words, writer);
  return (
    <div class="vp-ask">
      <p role="status">{asked}</p>
      {asked !== null && (
        <button type="button" class="vp-button vp-primary" onClick={stay}>
          {words.stay}
        </button>
      )}
    </div>
  );
}
