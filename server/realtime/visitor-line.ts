// A citizen's socket: hello first, then frames in, events out.
import type { RawData } from 'ws';
import { CLOSE, type ConversationEvent, PROTOCOL_VERSION, TIMINGS, type VisitorFrame } from '#protocol';
import { visitorFrame } from '#protocol/schemas';
import { endAsVisitor, sendAsVisitor } from '../application/conversation-actions.ts';
import type { Actor } from '../application/policy.ts';
import type { Answer, ConversationRecord, Poke, Site } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { describeSite, findByToken } from '../application/visitor-entry.ts';
import { Follower, type Reader } from './follower.ts';
import { FrameAllowance } from './frame-allowance.ts';
import { createFrameReader } from './frame-reader.ts';
import type { Gate } from './gate.ts';
import type { Line, LineEvents } from './line.ts';
import { toNack } from './nack.ts';
import { noteForVisitor } from './note-for-visitor.ts';

type Hello = Extract<VisitorFrame, { type: 'hello' }>;
type Send = Extract<VisitorFrame, { type: 'send' }>;

const readVisitorFrame = createFrameReader(
  visitorFrame,
  visitorFrame.options.map((option) => option.shape.type.value),
);

interface Session {
  record: ConversationRecord;
  actor: Actor;
  device: string;
  follower: Follower;
  limiterKey: string;
  /** The verdict of the limit on the newest message: what comes behind a message waits for it too. */
  judged: Answer<number | null>;
}

/** Hears its line and reads for its follower itself: objects with functions for that would cost each idle citizen half a kilobyte. */
export class VisitorLine implements LineEvents, Reader {
  readonly #relay: Relay;
  readonly #gate: Gate;
  readonly #site: Site;
  readonly #line: Line;
  readonly #frames = new FrameAllowance();
  readonly #undo: (() => void)[] = [];
  #greeted: Promise<Session | null> | null = null;
  /** What `#greeted` gave: from then on frames need not wait for it. */
  #session: Session | null = null;
  #operatorHere = false;
  #endsAt: number | null = null;
  #isClosed = false;

  constructor(relay: Relay, gate: Gate, site: Site, line: Line) {
    this.#relay = relay;
    this.#gate = gate;
    this.#site = site;
    this.#line = line;
    this.#undo.push(gate.hub.addLine(line));
    line.listen(this);
  }

  frame(data: RawData, isBinary: boolean): void {
    const reading = readVisitorFrame(data, isBinary);
    if (!reading.ok) this.#refuse(reading.type);
    else if (reading.frame.type !== 'send' && !this.#frames.take(this.#relay.clock.passed()))
      this.#stopFlood();
    else if (reading.frame.type === 'hello') this.#greet(reading.frame);
    else this.#answer(reading.frame);
  }

  #greet(hello: Hello): void {
    if (this.#greeted) {
      this.#refuse('hello');
      return;
    }
    this.#greeted = this.#hello(hello);
    this.#gate.guard(this.#greeted, this.#line);
  }

  /** Frames behind the hello keep their order: they all wait for the same promise. */
  #answer(frame: Exclude<VisitorFrame, Hello>): void {
    if (this.#session) {
      this.#gate.guard(this.#handle(this.#session, frame), this.#line);
      return;
    }
    const handled = this.#greeted?.then((session) => session && this.#handle(session, frame));
    if (handled) this.#gate.guard(handled, this.#line);
    else this.#refuse(frame.type);
  }

  #refuse(type: string): void {
    this.#relay.log.warn({ code: 'bad-frame', type, side: 'visitor' }, 'frame refused');
    this.#line.close(CLOSE.badFrame);
  }

  #stopFlood(): void {
    this.#relay.log.warn({ code: 'too-many-frames', side: 'visitor' }, 'line refused');
    this.#line.close(CLOSE.rateLimited);
  }

  async #hello(hello: Hello): Promise<Session | null> {
    if (Math.abs(hello.protocol - PROTOCOL_VERSION) > 1) {
      this.#line.close(CLOSE.versionUnknown);
      return null;
    }
    const record = await findByToken(this.#relay, this.#site, hello.token);
    if (this.#isClosed) return null;
    if (!record) {
      this.#relay.log.warn({ code: 'token-invalid', site: this.#site.key }, 'visitor refused');
      this.#line.close(CLOSE.tokenInvalid);
      return null;
    }
    return this.#welcome(hello, record);
  }

  async #welcome(hello: Hello, record: ConversationRecord): Promise<Session> {
    const { conversations, presence, clock } = this.#relay;
    const { organisation, conversation } = record;
    this.#line.greet();
    this.#undo.push(this.#gate.admit(conversation, this.#line));
    presence.visitorCame(record);
    this.#undo.push(() => presence.visitorLeft(record));
    const lastN = await conversations.readLastN(record, hello.device);
    const known = hello.epoch === null || hello.epoch === conversations.epoch;
    const { state, language } = (await conversations.read(record)) ?? record;
    const after = known && hello.lastSeq <= state.lastSeq ? hello.lastSeq : 0;
    this.#operatorHere = this.#isOperatorHere(record);
    this.#line.send({
      type: 'welcome',
      protocol: PROTOCOL_VERSION,
      epoch: conversations.epoch,
      conversation: record.id,
      status: state.status,
      lastSeq: state.lastSeq,
      lastN,
      readSeq: state.operatorRead,
      operator: state.assignee?.name ?? null,
      operatorHere: this.#operatorHere,
      serverTime: clock.now(),
      heartbeatMs: TIMINGS.heartbeat,
      language,
      ...describeSite(this.#site, state),
    });
    this.#compareWarning(state);
    const follower = new Follower(conversations, record, after, this);
    const session: Session = {
      record,
      actor: { kind: 'visitor', organisation, conversation },
      device: hello.device,
      follower,
      limiterKey: `conversation ${conversation}`,
      judged: null,
    };
    // R2: first subscribed, then read; what is committed in between pokes, and the follower reads once more.
    const heard = this.#gate.hub.subscribe(`conversation ${conversation}`, (poke) =>
      this.#hear(session, poke),
    );
    this.#undo.push(heard, () => follower.stop());
    if (this.#isClosed) this.#undoAll();
    else await follower.pump();
    await this.#tellQueue(session);
    this.#session = session;
    return session;
  }

  #handle(session: Session, frame: Exclude<VisitorFrame, Hello>): Promise<void> {
    return frame.type === 'send' ? this.#send(session, frame) : this.#hearFrame(session, frame);
  }

  async #hearFrame(session: Session, frame: Exclude<VisitorFrame, Hello | Send>): Promise<void> {
    const { actor, record, follower } = session;
    switch (frame.type) {
      case 'pull':
        return follower.rewind(frame.after);
      case 'end':
        await session.judged;
        await endAsVisitor(this.#relay, actor, record);
        return;
      case 'probe':
        this.#line.send({ type: 'heartbeat', t: this.#relay.clock.now() });
        return;
      default:
        return noteForVisitor(this.#relay, actor, { record, site: this.#site }, frame);
    }
  }

  async #send(session: Session, frame: Send): Promise<void> {
    const { id, n, text } = frame;
    const judged = this.#gate.messages.consume(session.limiterKey);
    session.judged = judged;
    const wait = judged instanceof Promise ? await judged : judged;
    if (wait !== null) {
      this.#line.send({ type: 'nack', id, n, reason: 'rate-limited', retryMs: wait });
      return;
    }
    const writing = { id, n, text, device: session.device };
    const decision = await sendAsVisitor(this.#relay, session.actor, session.record, writing);
    if (decision.ok && decision.ack) {
      const { seq, at } = decision.ack;
      this.#line.send({ type: 'ack', id, n, seq, at });
    } else if (!decision.ok) this.#line.send({ type: 'nack', id, n, ...toNack(decision.refusal) });
  }

  #hear(session: Session, poke: Poke): void {
    if (poke.kind === 'queue') this.#gate.attempt(() => this.#tellQueue(session), this.#line);
    else if (poke.kind === 'changed') this.#gate.attempt(() => this.#tellChange(session), this.#line);
    else if (poke.kind === 'presence') this.#gate.attempt(() => this.#tellPresence(session), this.#line);
    else if (poke.kind === 'typing' && poke.from === 'operator')
      this.#line.send({ type: 'typing', on: poke.on });
    else if (poke.kind === 'read' && poke.by === 'operator') this.#line.send({ type: 'read', seq: poke.seq });
  }

  /** With what is in memory all of this happens at once: it is done for each message, for each follower. */
  #tellChange(session: Session): Answer<void> {
    const pumping = session.follower.pump();
    if (pumping) return pumping.then(() => this.#tellPresence(session));
    return this.#tellPresence(session);
  }

  #tellPresence({ record }: Session): Answer<void> {
    const read = this.#relay.conversations.read(record);
    if (read instanceof Promise) return read.then((found) => this.#compare(found));
    this.#compare(read);
  }

  #tellQueue({ record }: Session): Answer<void> {
    const read = this.#relay.conversations.read(record);
    if (read instanceof Promise) return read.then((found) => this.#sayPlace(found));
    this.#sayPlace(read);
  }

  #sayPlace(record: ConversationRecord | null): void {
    const frame = record && this.#relay.queue.look(record);
    if (frame) this.#line.send(frame);
  }

  #compare(record: ConversationRecord | null): void {
    if (record) this.#compareWarning(record.state);
    const here = record !== null && this.#isOperatorHere(record);
    if (here === this.#operatorHere) return;
    this.#operatorHere = here;
    this.#line.send({ type: 'presence', here });
  }

  #compareWarning({ warning }: ConversationRecord['state']): void {
    const endsAt = warning?.endsAt ?? null;
    if (endsAt === this.#endsAt) return;
    this.#endsAt = endsAt;
    this.#line.send({ type: 'silence', endsAt });
  }

  #isOperatorHere({ state }: ConversationRecord): boolean {
    return (
      state.assignee !== null &&
      state.status === 'active' &&
      this.#relay.presence.isOperatorHere(state.assignee.operator)
    );
  }

  get isCongested(): boolean {
    return this.#line.isCongested;
  }

  deliver(events: ConversationEvent[], more: boolean): void {
    this.#line.sendText(this.#gate.pages.write(events, more));
  }

  tick(): void {
    const follower = this.#session?.follower;
    if (follower?.isBehind) this.#gate.attempt(() => follower.pump(), this.#line);
  }

  closed(): void {
    this.#isClosed = true;
    this.#undoAll();
  }

  #undoAll(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
