// One conversation on an operator's desk: followed until it is closed, answered while it is theirs, never under an old assignment (M7).
import { type ConversationSummary, LIMITS, type OperatorFrame, type ToOperatorFrame } from '#protocol';
import type { Ledger } from '../model/ledger.ts';
import { ConversationMind } from './conversation-mind.ts';
import type { Story } from './story.ts';

type About = Extract<ToOperatorFrame, { conversation: string }>;

/** The store could not be read: asked again. */
const FOLLOW_AGAIN_MS = 1_000;

interface Ties {
  operator: string;
  writer: number;
  /** False: the line is not live. */
  send(frame: OperatorFrame): boolean;
  later(ms: number, run: () => void): void;
  /** The whole conversation was read. */
  read(): void;
}

export class OperatorThread {
  readonly #ledger: Ledger;
  readonly #story: Story;
  readonly #ties: Ties;
  readonly #mind: ConversationMind;
  readonly #conversation: string;
  /** The assignment under which each message was typed. */
  readonly #typedUnder = new Map<string, number>();
  #summary: ConversationSummary | null = null;
  #following = false;

  constructor(ledger: Ledger, story: Story, ties: Ties) {
    this.#ledger = ledger;
    this.#story = story;
    this.#ties = ties;
    this.#mind = new ConversationMind(ledger, story.number, 'an operator');
    this.#conversation = story.conversation ?? '';
    story.reading.add(this);
    this.follow();
  }

  get isSaid(): boolean {
    return this.#mind.openEntries.length === 0;
  }

  follow(): void {
    const { lastSeq, epoch } = this.#mind;
    this.#following = false;
    this.#ties.send({ type: 'follow', conversation: this.#conversation, lastSeq, epoch });
  }

  /** Says again what may have been lost with a line. */
  look(): void {
    const conversation = this.#conversation;
    if (this.#summary?.status === 'waiting') this.#ties.send({ type: 'take', conversation });
    this.#flush();
    if (this.#story.isSaid) this.#finish();
  }

  summarise(summary: ConversationSummary): void {
    const before = this.#summary?.status;
    this.#summary = summary;
    if (summary.status === 'waiting' && before !== 'waiting') {
      this.#ties.send({ type: 'take', conversation: this.#conversation });
    }
    this.#flush();
  }

  receive(frame: About, epoch: string): void {
    switch (frame.type) {
      case 'followed':
        this.#following = true;
        this.#mind.resume(epoch, frame.lastSeq, frame.lastN);
        this.summarise(frame.summary);
        return;
      case 'events':
        this.#hear(frame);
        return;
      case 'ack':
        this.#mind.ack(frame);
        this.#typedUnder.delete(frame.id);
        this.#flush();
        return;
      case 'nack':
        this.#refused(frame);
        return;
      case 'refused':
        if (frame.action === 'follow') this.#ties.later(FOLLOW_AGAIN_MS, () => this.follow());
        return;
      default:
        return;
    }
  }

  get #isMine(): boolean {
    return this.#summary?.status === 'active' && this.#summary.assignee?.id === this.#ties.operator;
  }

  #hear({ events }: Extract<About, { type: 'events' }>): void {
    const conversation = this.#conversation;
    if (this.#mind.hear(events)) this.#ties.send({ type: 'pull', conversation, after: this.#mind.lastSeq });
    if (this.#mind.closed) {
      this.#story.reading.delete(this);
      this.#ties.read();
      this.#story.check();
    } else this.#flush();
  }

  #refused(frame: Extract<About, { type: 'nack' }>): void {
    const { retryIn, failed } = this.#mind.nack(frame);
    // What was refused for good is typed again by whoever has the conversation then.
    if (failed) this.#story.operatorLeft += 1;
    if (retryIn > 0) this.#ties.later(retryIn, () => this.#flush());
    else this.#flush();
  }

  #flush(): void {
    if (!this.#following) return;
    while (this.#isMine && this.#story.operatorLeft > 0 && this.#mind.openEntries.length < LIMITS.inFlight) {
      this.#story.operatorLeft -= 1;
      const message = this.#ledger.write(this.#ties.writer, this.#story.number);
      this.#typedUnder.set(message.id, this.#summary?.assignmentEpoch ?? 0);
      this.#mind.write(message);
    }
    const conversation = this.#conversation;
    for (const { id, n, text } of this.#mind.takeOutgoing()) {
      const assignmentEpoch = this.#typedUnder.get(id) ?? 0;
      this.#ties.send({ type: 'send', conversation, id, n, assignmentEpoch, text });
    }
  }

  #finish(): void {
    const { assignmentEpoch = 0 } = this.#summary ?? {};
    if (!this.#isMine || this.#story.endedBy !== 'operator') return;
    this.#ties.send({ type: 'finish', conversation: this.#conversation, assignmentEpoch });
  }
}
