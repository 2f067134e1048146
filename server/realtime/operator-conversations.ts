// The conversations that one operator's socket follows, and the frames about them.
import type { OperatorFrame, ToOperatorFrame } from '#protocol';
import {
  asActor,
  changeHands,
  markRead,
  sendAsOperator,
  showTyping,
} from '../application/conversation-actions.ts';
import { isAllowed } from '../application/policy.ts';
import type { ConversationRecord, OperatorAccount, Poke } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { toSummary } from '../application/summaries.ts';
import { Follower } from './follower.ts';
import type { Line } from './line.ts';
import { toNack, toRefusalReason } from './nack.ts';

export type ConversationFrame = Extract<OperatorFrame, { conversation: string }>;
type Of<Type extends ConversationFrame['type']> = Extract<ConversationFrame, { type: Type }>;
type RefusedFrame = Extract<ToOperatorFrame, { type: 'refused' }>;

export class OperatorConversations {
  readonly #relay: Relay;
  readonly #account: OperatorAccount;
  readonly #device: string;
  readonly #line: Line;
  readonly #followers = new Map<number, { id: string; follower: Follower }>();

  constructor(relay: Relay, account: OperatorAccount, device: string, line: Line) {
    this.#relay = relay;
    this.#account = account;
    this.#device = device;
    this.#line = line;
  }

  async handle(record: ConversationRecord, frame: ConversationFrame): Promise<void> {
    const actor = asActor(this.#account);
    switch (frame.type) {
      case 'follow':
        return this.#follow(record, frame);
      case 'unfollow':
        return this.#unfollow(record);
      case 'send':
        return this.#write(record, frame);
      case 'take':
        return this.#change(record, frame.type, { action: 'take' });
      case 'take-over':
      case 'release':
      case 'finish': {
        const { type: action, assignmentEpoch } = frame;
        return this.#change(record, action, { action, assignmentEpoch });
      }
      case 'typing':
        return showTyping(this.#relay, actor, record, frame.on);
      case 'read':
        return markRead(this.#relay, actor, record, frame.seq);
      case 'pull':
        return this.#followers.get(record.conversation)?.follower.rewind(frame.after);
    }
  }

  /** A5: the same answer for a conversation of another organisation and for one that never was. */
  refuseUnknown(frame: ConversationFrame): void {
    const { conversation } = frame;
    const reason = 'unknown-conversation';
    if (frame.type === 'send') {
      const { id, n } = frame;
      this.#line.send({ type: 'nack', conversation, id, n, reason, assignee: null });
    } else if (frame.type !== 'unfollow') {
      this.#line.send({ type: 'refused', action: frame.type, conversation, reason, assignee: null });
    }
  }

  has(conversation: number): boolean {
    return this.#followers.has(conversation);
  }

  async pump(conversation: number): Promise<void> {
    await this.#followers.get(conversation)?.follower.pump();
  }

  async pumpAll(): Promise<void> {
    for (const { follower } of this.#followers.values()) await follower.pump();
  }

  hear(poke: Extract<Poke, { kind: 'typing' | 'read' | 'presence' }>): void {
    const conversation = this.#followers.get(poke.conversation)?.id;
    if (conversation === undefined) return;
    if (poke.kind === 'presence') {
      const here = this.#relay.presence.isVisitorHere(poke.conversation);
      this.#line.send({ type: 'presence', conversation, here });
    } else if (poke.kind === 'typing' && poke.from === 'visitor') {
      this.#line.send({ type: 'typing', conversation, on: poke.on });
    } else if (poke.kind === 'read' && poke.by === 'visitor') {
      this.#line.send({ type: 'read', conversation, seq: poke.seq });
    }
  }

  stop(): void {
    for (const { follower } of this.#followers.values()) follower.stop();
    this.#followers.clear();
  }

  async #follow(record: ConversationRecord, frame: Of<'follow'>): Promise<void> {
    if (!isAllowed(asActor(this.#account), 'follow', record)) {
      this.refuseUnknown(frame);
      return;
    }
    const { conversations } = this.#relay;
    this.#unfollow(record);
    const known = frame.epoch === null || frame.epoch === conversations.epoch;
    const after = known && frame.lastSeq <= record.state.lastSeq ? frame.lastSeq : 0;
    const line = this.#line;
    const conversation = record.id;
    const follower = new Follower(conversations, record, after, {
      get isCongested() {
        return line.isCongested;
      },
      deliver: (events, more) => line.send({ type: 'events', conversation, events, more }),
    });
    const lastN = await conversations.readLastN(record, this.#device);
    const { state } = record;
    line.send({
      type: 'followed',
      conversation,
      lastSeq: state.lastSeq,
      lastN,
      readSeq: state.visitorRead,
      summary: toSummary(this.#relay, record),
    });
    // R2: subscribed by being in the map; then the read, and a poke meanwhile makes the follower read once more.
    this.#followers.set(record.conversation, { id: conversation, follower });
    if (line.isClosing) this.stop();
    else await follower.pump();
  }

  #unfollow(record: ConversationRecord): void {
    this.#followers.get(record.conversation)?.follower.stop();
    this.#followers.delete(record.conversation);
  }

  async #write(record: ConversationRecord, frame: Of<'send'>): Promise<void> {
    const { conversation, id, n, text, assignmentEpoch, seenSeq } = frame;
    const writing = { id, n, text, assignmentEpoch, seenSeq, device: this.#device };
    const decision = await sendAsOperator(this.#relay, this.#account, record, writing);
    if (decision.ok && decision.ack) {
      const { seq, at } = decision.ack;
      this.#line.send({ type: 'ack', conversation, id, n, seq, at });
      return;
    }
    if (decision.ok) return;
    const { assignee = null } = decision.refusal;
    this.#line.send({ type: 'nack', conversation, id, n, ...toNack(decision.refusal), assignee });
  }

  async #change(
    record: ConversationRecord,
    action: RefusedFrame['action'],
    change: Parameters<typeof changeHands>[3],
  ): Promise<void> {
    const decision = await changeHands(this.#relay, this.#account, record, change);
    if (decision.ok) return;
    const { assignee = null } = decision.refusal;
    const reason = toRefusalReason(decision.refusal);
    this.#line.send({ type: 'refused', action, conversation: record.id, reason, assignee });
  }
}
