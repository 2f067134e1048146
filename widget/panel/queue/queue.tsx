// While nobody helps yet: the place in the queue and what that usually takes, and after the norm the offer to be called back.
import { Component } from 'preact';
import type { SiteInfo } from '#protocol';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import { writeDeadline } from '../ways/write-deadline.ts';
import type { TimeWriter } from '../write-time.ts';
import { chooseSaid, describeWait, type Said } from './describe-wait.ts';
import type { QueueTexts } from './i18n/nl.ts';

export interface QueueProps {
  readonly words: QueueTexts;
  readonly writer: TimeWriter;
  readonly now: number;
  readonly site: Pick<SiteInfo, 'channels'>;
  readonly talk: Pick<ConversationState, 'queue' | 'isNormOver'>;
  /** What stands there while the place is not known. */
  readonly usual: string;
  callBack(): void;
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

  override render({ words, writer, now, site, talk, usual, callBack }: QueueProps) {
    const { queue, isNormOver } = talk;
    const by = queue?.callBackBy;
    const asked = by === undefined ? null : words.asked(...writeDeadline(by, now, writer));
    const isOffered = isNormOver && asked === null && canCallBack(site);
    const shown = (queue && describeWait(queue, words)) ?? usual;
    this.#said = chooseSaid(this.#said, queue?.place, shown);
    const aside = asked ?? (isOffered ? words.late : null);
    // What is new stands above, in a box of its own: what was there keeps its place on the screen.
    return (
      <div class="vp-queue">
        {aside !== null && (
          <div key={aside} class="vp-aside">
            <p>{aside}</p>
            {isOffered && (
              <button type="button" class="vp-button" onClick={callBack}>
                {words.callMe}
              </button>
            )}
          </div>
        )}
        <div class="vp-places">
          <p key={shown} class="vp-place">
            {shown}
          </p>
          <p role="status" class="vp-aloud">
            {this.state.isHere && `${this.#said?.text ?? shown} ${aside ?? ''}`}
          </p>
        </div>
      </div>
    );
  }
}
