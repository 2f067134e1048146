// The conversation from old to new. It stays at the newest unless the citizen reads back; a screen reader says each new message once.
import { Component, type VNode } from 'preact';
import type { ConversationState } from '../../conversation/conversation-state.ts';
import { Message } from '../message/message.tsx';
import type { TimeWriter } from '../write-time.ts';
import { EmptyLog } from './empty-log.tsx';
import type { AllTexts } from './i18n/nl.ts';
import { isCurrent } from './is-current.ts';
import { type LogItem, listItems } from './list-items.ts';
import { StayAtEnd } from './stay-at-end.ts';

/** Time for the history to be on the screen before the log starts to speak. */
const SPEAK_AFTER_MS = 500;

export interface LogProps {
  readonly state: ConversationState;
  readonly texts: AllTexts;
  readonly writer: TimeWriter;
  readonly now: number;
  retry(): void;
}

interface LogShown {
  readonly scrolledUp: boolean;
  /** False while history comes in: it is not news, and a screen reader would read all of it. */
  readonly speaks: boolean;
}

interface Kept {
  readonly words: string;
  readonly texts: AllTexts;
  readonly node: VNode;
}

const drawItem = (item: LogItem, texts: AllTexts, retry: () => void): VNode =>
  item.kind === 'message' ? (
    <Message key={item.key} item={item} texts={texts} retry={retry} />
  ) : (
    <p key={item.key} class={`vp-small vp-${item.kind}`}>
      {item.text}
    </p>
  );

export class Log extends Component<LogProps, LogShown> {
  override state: LogShown = { scrolledUp: false, speaks: false };
  readonly #stay = new StayAtEnd((scrolledUp) => this.setState({ scrolledUp }));
  readonly #kept = new Map<string, Kept>();
  #items: readonly LogItem[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    this.#settle();
  }

  override componentDidUpdate(): void {
    this.#settle();
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(props: LogProps, { scrolledUp, speaks }: LogShown) {
    const { state, texts, now } = props;
    const items = listItems(state, props, now);
    this.#items = items;
    return (
      <>
        <div
          ref={this.#stay.attach}
          class="vp-log vp-stack"
          role="log"
          aria-label={texts.log}
          aria-live={speaks ? 'polite' : 'off'}
          aria-relevant="additions"
        >
          {items.length === 0 && <EmptyLog state={state} texts={texts} />}
          {items.map((item) => this.#keep(item, props))}
        </div>
        {scrolledUp && (
          <button type="button" class="vp-button vp-jump" onClick={this.#stay.toEnd}>
            {texts.jump}
          </button>
        )}
      </>
    );
  }

  /** What stays as it is, is not drawn anew: the same node is skipped. */
  #keep(item: LogItem, { texts, retry }: LogProps): VNode {
    const words = JSON.stringify(item);
    const before = this.#kept.get(item.key);
    if (before?.words === words && before.texts === texts) return before.node;
    const node = drawItem(item, texts, retry);
    this.#kept.set(item.key, { words, texts, node });
    return node;
  }

  #settle(): void {
    this.#stay.follow(this.#items);
    if (isCurrent(this.props.state))
      this.#timer ??= setTimeout(() => this.setState({ speaks: true }), SPEAK_AFTER_MS);
  }
}
