// Asks the citizen whether they are still there, and reminds of the form's own time. It takes its room from the log, which keeps its
// end in sight: nothing else moves.
import { Component } from 'preact';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { TimeWriter } from '../write-time.ts';
import { askWords } from './ask-words.ts';
import { formWords } from './form-words.ts';
import type { NoticeTexts } from './i18n/nl.ts';

export interface NoticesProps {
  readonly words: NoticeTexts;
  readonly writer: TimeWriter;
  readonly state: ConversationState;
  stay(): void;
}

interface NoticeProps {
  readonly text: string | null;
  readonly button: string;
  /** It ends something by itself. */
  readonly isUrgent?: boolean;
  press(): void;
}

/** The status stands there before it has something to say: only then it is said, and once. */
const Notice = ({ text, button, isUrgent, press }: NoticeProps) => (
  <div class="vp-ask">
    <p role="status">{text}</p>
    {text !== null && (
      <button type="button" class={isUrgent ? 'vp-button vp-primary' : 'vp-button'} onClick={press}>
        {button}
      </button>
    )}
  </div>
);

interface NoticesShown {
  /** The reminder that the citizen took away. */
  readonly understood: string | null;
}

export class Notices extends Component<NoticesProps, NoticesShown> {
  override state: NoticesShown = { understood: null };

  override render({ words, writer, state, stay }: NoticesProps, { understood }: NoticesShown) {
    const reminder = formWords(state, words, writer);
    return (
      <>
        <Notice
          text={reminder === understood ? null : reminder}
          button={words.understood}
          press={() => this.setState({ understood: reminder })}
        />
        <Notice text={askWords(state, words, writer)} button={words.stay} isUrgent press={stay} />
      </>
    );
  }
}
