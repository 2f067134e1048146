// An operator's socket: the desk, the followed conversations, and what the operator does with them.
import type { RawData } from 'ws';
import { CLOSE, type OperatorFrame, PROTOCOL_VERSION, TIMINGS, type ToOperatorFrame } from '#protocol';
import { operatorFrame } from '#protocol/schemas';
import { operatorCame, operatorLeft, setStatus } from '../application/operator-entry.ts';
import type { OperatorAccount, Poke } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { ContactDesk } from './contact-desk.ts';
import { FrameAllowance } from './frame-allowance.ts';
import { createFrameReader } from './frame-reader.ts';
import type { Gate } from './gate.ts';
import type { Line } from './line.ts';
import { OperatorConversations } from './operator-conversations.ts';
import { OperatorDesk } from './operator-desk.ts';

type Hello = Extract<OperatorFrame, { type: 'hello' }>;

/** How often a socket asks whether its session still stands; a sign-out on this node closes it at once. */
const RECHECK_MS = 60_000;

const readOperatorFrame = createFrameReader(
  operatorFrame,
  operatorFrame.options.map((option) => option.shape.type.value),
);

interface Session {
  followed: OperatorConversations;
  desk: OperatorDesk;
  contacts: ContactDesk;
}

export class OperatorLine {
  readonly #relay: Relay;
  readonly #gate: Gate;
  readonly #account: OperatorAccount;
  readonly #sessionHash: string;
  readonly #line: Line;
  readonly #frames = new FrameAllowance();
  readonly #undo: (() => void)[] = [];
  #greeted: Promise<Session> | null = null;
  #checkedAt: number;
  #closed = false;

  constructor(relay: Relay, gate: Gate, who: { account: OperatorAccount; sessionHash: string }, line: Line) {
    this.#relay = relay;
    this.#gate = gate;
    this.#account = who.account;
    this.#sessionHash = who.sessionHash;
    this.#line = line;
    this.#checkedAt = relay.clock.now();
    this.#undo.push(
      gate.hub.addLine(line),
      gate.hub.subscribe(`session ${who.sessionHash}`, () => line.close(CLOSE.sessionRevoked)),
    );
    line.listen({
      frame: (data, isBinary) => this.#receive(data, isBinary),
      heard: () => this.#greeted && relay.leases.heard(who.account),
      closed: () => this.#close(),
      tick: (now) => gate.guard(this.#tick(now), line),
    });
  }

  #receive(data: RawData, isBinary: boolean): void {
    const reading = readOperatorFrame(data, isBinary);
    if (!reading.ok) this.#refuse(reading.type);
    else if (!this.#frames.take(this.#relay.clock.passed())) this.#stopFlood();
    else if (reading.frame.type === 'hello') this.#greet(reading.frame);
    else this.#answer(reading.frame);
  }

  #greet(hello: Hello): void {
    if (this.#greeted) this.#refuse('hello');
    else if (Math.abs(hello.protocol - PROTOCOL_VERSION) > 1) this.#line.close(CLOSE.versionUnknown);
    else {
      this.#greeted = this.#welcome(hello);
      this.#gate.guard(this.#greeted, this.#line);
    }
  }

  /** Frames behind the hello keep their order: they all wait for the same promise. */
  #answer(frame: Exclude<OperatorFrame, Hello>): void {
    const handled = this.#greeted?.then(({ followed }) => this.#handle(followed, frame));
    if (handled) this.#gate.guard(handled, this.#line);
    else this.#refuse(frame.type);
  }

  #refuse(type: string): void {
    this.#relay.log.warn({ code: 'bad-frame', type, side: 'operator' }, 'frame refused');
    this.#line.close(CLOSE.badFrame);
  }

  #stopFlood(): void {
    this.#relay.log.warn({ code: 'too-many-frames', side: 'operator' }, 'line refused');
    this.#line.close(CLOSE.rateLimited);
  }

  async #welcome(hello: Hello): Promise<Session> {
    const { conversations, clock } = this.#relay;
    const { organisation, id, name, role, status, organisationName } = this.#account;
    this.#line.greet();
    this.#undo.push(this.#gate.greet(this.#line));
    operatorCame(this.#relay, this.#account);
    const followed = new OperatorConversations(this.#relay, this.#account, hello.device, this.#line);
    const desk = new OperatorDesk(this.#relay, this.#account, this.#line, (conversation) =>
      followed.has(conversation),
    );
    const contacts = new ContactDesk(this.#relay.contacts, organisation, this.#line);
    this.#undo.push(
      () => operatorLeft(this.#relay, this.#account),
      () => followed.stop(),
      this.#gate.hub.subscribe(`organisation ${organisation}`, (poke) =>
        this.#gate.guard(this.#hear({ followed, desk, contacts }, poke), this.#line),
      ),
    );
    this.#line.send({
      type: 'welcome',
      protocol: PROTOCOL_VERSION,
      epoch: conversations.epoch,
      operator: { id, name, role },
      organisation: organisationName,
      status,
      serverTime: clock.now(),
      heartbeatMs: TIMINGS.heartbeat,
    });
    await desk.open();
    await contacts.open();
    if (this.#closed) this.#undoAll();
    return { followed, desk, contacts };
  }

  async #handle(followed: OperatorConversations, frame: Exclude<OperatorFrame, Hello>): Promise<void> {
    if (frame.type === 'probe') {
      this.#send({ type: 'heartbeat', t: this.#relay.clock.now() });
      return;
    }
    if (frame.type === 'status') return setStatus(this.#relay, this.#account, frame.status);
    const record = await this.#relay.conversations.findById(this.#account.organisation, frame.conversation);
    if (record) await followed.handle(record, frame);
    else followed.refuseUnknown(frame);
  }

  async #hear({ followed, desk, contacts }: Session, poke: Poke): Promise<void> {
    if (poke.kind === 'session-ended' || poke.kind === 'queue' || poke.kind === 'heard') return;
    if (poke.kind === 'contact') return contacts.change(poke.contact);
    if (poke.kind === 'status') {
      if (poke.operator === this.#account.operator) this.#send({ type: 'status', status: poke.status });
      return;
    }
    if (poke.kind === 'changed' || poke.kind === 'presence') {
      await desk.change(poke);
      if (poke.kind === 'changed') {
        await followed.pump(poke.conversation);
        return;
      }
    }
    followed.hear(poke);
  }

  #send(frame: ToOperatorFrame): void {
    this.#line.send(frame);
  }

  async #tick(now: number): Promise<void> {
    const session = await this.#greeted;
    await session?.followed.pumpAll();
    await session?.desk.drain();
    await session?.contacts.tick();
    if (now - this.#checkedAt < RECHECK_MS) return;
    this.#checkedAt = now;
    const account = await this.#relay.accounts.findSession(this.#sessionHash, now);
    if (!account) this.#line.close(CLOSE.sessionRevoked);
  }

  #close(): void {
    this.#closed = true;
    this.#undoAll();
  }

  #undoAll(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
