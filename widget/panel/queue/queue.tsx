// While nobody helps yet: the place in the queue and what that usually takes, and after the norm the offer to be called back.
import { Component } from 'preact';
import type { ContactKind, SiteInfo } from '#protocol';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import { writeDeadline } from '../ways/write-deadline.ts';
import type { TimeWriter } from '../write-time.ts';
import { chooseSaid, describeWait, type Said } from './describe-wait.ts';
import { nl, type QueueTexts } from './i18n/nl.ts';

export interface QueueProps {
  readonly writer: TimeWriter;
  readonly now: number;
  readonly site: Pick<SiteInfo, 'channels'>;
  readonly state: Pick<ConversationState, 'queue'>;
  /** What stands there while the place is not known. */
  readonly usual: string;
  sayQueue(dutch: QueueTexts): QueueTexts;
  choose(form: ContactKind): void;
}

/** A site that does not tell its ways has this one (H4). */
const canCallBack = ({ channels }: QueueProps['site']): boolean =>
  channels?.some(({ kind }) => kind === 'call-back') ?? true;

/** A live region is heard when it changes, not when it comes: it is filled once it is there. */
export class Queue extends Component<QueueProps, { readonly isHere: boolean }> {
  override state = { isHere: false };
  #said: Said | null = null;

  override componentDidMount(): void {
    this.setState({ isHere: true });
  }

  override render({ writer, now, site, state: { queue }, usual, sayQueue, choose }: QueueProps) {
    const words = sayQueue(nl);
    const by = queue?.callBackBy;
    const asked = by === undefined ? null : words.asked(...writeDeadline(by, now, writer));
    const isOffered = queue?.lateIn === 0 && asked === null && canCallBack(site);
    const shown = (queue && describeWait(queue, words)) ?? usual;
    this.#said = chooseSaid(this.#said, queue?.place, shown);
    const aside = asked ?? (isOffered ? words.late : '');
    // It grows over the log: what is larger is another element, so that nothing moves.
    return (
      <>
        <p role="status" class="vp-aloud">
          {this.state.isHere && `${this.#said?.text ?? shown} ${aside}`}
        </p>
        <div key={aside} class="vp-queue">
          {aside !== '' && <p>{aside}</p>}
          {isOffered && (
            <button type="button" class="vp-button" onClick={() => choose('call-back')}>
              {words.callMe}
            </button>
          )}
          <p key={shown} class="vp-place">
            {shown}
          </p>
        </div>
      </>
    );
  }
}
