// One page of a citizen: the widget's real reducer, link and start on the virtual world. Lives until its page goes; the tab's storage outlives it.
import { PROTOCOL_VERSION, type ToVisitorFrame, type VisitorFrame } from '#protocol';
import { Link, type LinkSocket, type SocketHandlers } from '#protocol/link';
import {
  type ConversationEffect,
  type ConversationInput,
  type ConversationState,
  isUnsent,
  NO_CONVERSATION,
  type Step,
} from '../../widget/conversation/conversation-state.ts';
import { parseFrame } from '../../widget/conversation/parse-frame.ts';
import { type Start, startConversation } from '../../widget/conversation/start-conversation.ts';
import { stepConversation } from '../../widget/conversation/step-state.ts';
import type { Host } from './virtual-time.ts';

interface Unsent {
  id: string;
  text: string;
}

/** Longer than this the page does not wait for its device. */
const SEARCH_MS = 1_000;
/** Spreads the answers of devices over that time. */
const SEARCH_STEP_MS = 37;

/** What sessionStorage keeps of a tab. */
export interface TabStorage {
  token: string;
  conversation: string | null;
  outbox: readonly Unsent[];
}

export interface PageWorld {
  host: Host;
  now(): number;
  random(): number;
  connect(handlers: SocketHandlers): LinkSocket;
  request(body: string, signal: AbortSignal | undefined): Promise<Response>;
  /** The texts that the conversation gave back to the message box. */
  returned(texts: readonly string[]): void;
  /** After every change. */
  changed(page: CitizenPage): void;
}

/** Where a mutant of the client breaks the reducer's answer. */
export type Twist = (before: ConversationState, input: ConversationInput, after: Step) => Step;

export class CitizenPage {
  readonly device: string;
  state = NO_CONVERSATION;
  readonly #storage: TabStorage;
  readonly #world: PageWorld;
  readonly #twist: Twist;
  readonly #link: Link<VisitorFrame, ToVisitorFrame>;
  /** Unsent, and not found on the device yet. */
  #shelf: readonly Unsent[] = [];
  #start: Start | null = null;
  #cancelFlush = (): void => undefined;

  constructor(device: string, storage: TabStorage, world: PageWorld, twist: Twist) {
    this.device = device;
    this.#storage = storage;
    this.#world = world;
    this.#twist = twist;
    const { host, now, random, connect } = world;
    this.#link = new Link({
      platform: { now, random, connect, after: (ms, run) => host.timer(ms, run) },
      hello: () => this.#hello(),
      parse: parseFrame,
      receive: (frame) => this.dispatch({ kind: 'frame', frame }),
      changed: (line) => this.dispatch({ kind: 'line', line }),
    });
  }

  open(): void {
    const { outbox, conversation } = this.#storage;
    const isNew = conversation === null && outbox.length === 0;
    if (isNew) this.dispatch({ kind: 'begin' });
    else this.#resume(conversation !== null, outbox);
  }

  /** Of every other page the older half comes from a device that answers later than the line may. */
  #resume(started: boolean, unsent: readonly Unsent[]): void {
    const { host, now } = this.#world;
    const chance = Number.parseInt(this.device.slice(-4), 16);
    this.#shelf = chance % 2 === 0 ? [] : unsent.slice(0, Math.ceil(unsent.length / 2));
    const outbox = unsent.slice(this.#shelf.length);
    this.dispatch({ kind: 'resume', started, outbox, at: now() });
    host.timer((chance * SEARCH_STEP_MS) % SEARCH_MS, () => {
      const messages = this.#shelf;
      this.#shelf = [];
      this.dispatch({ kind: 'adopt', messages, kept: messages.map(({ id }) => id), at: now() });
    });
  }

  dispatch(input: ConversationInput): void {
    const before = this.state;
    const { state, effects } = this.#twist(before, input, stepConversation(before, input));
    this.state = state;
    if (this.state === before && effects.length === 0) return;
    this.#save();
    for (const effect of effects) this.#run(effect);
    this.#world.changed(this);
  }

  wake(): void {
    this.#start?.wake();
    this.#link.wake();
  }

  /** The page goes, perhaps to come back from the back/forward cache. */
  hide(): void {
    this.#save();
    this.#link.stop();
  }

  restore(): void {
    this.#connect();
  }

  /** The page is gone for good. */
  leave(): void {
    this.#start?.cancel();
    this.hide();
    this.#world.host.die();
  }

  #run(effect: ConversationEffect): void {
    if (effect.do === 'start') this.#begin();
    else if (effect.do === 'connect') this.#connect();
    else if (effect.do === 'disconnect') this.#link.stop();
    else if (effect.do === 'wake') this.wake();
    else if (effect.do === 'send') this.#link.send(effect.frame);
    else if (effect.do === 'give-back') this.#world.returned(effect.texts);
    else if (effect.do === 'flush-later') {
      this.#cancelFlush();
      this.#cancelFlush = this.#world.host.timer(effect.ms, () => this.dispatch({ kind: 'flush' }));
    }
  }

  #begin(): void {
    const { host, now, random, connect, request } = this.#world;
    this.#start?.cancel();
    this.#start = startConversation({
      surroundings: {
        now,
        random,
        connect: (_, handlers) => connect(handlers),
        request: (_, body, signal) => request(body ?? '', signal),
        loadRequests: () => Promise.reject(new Error('The simulated page has only its socket.')),
        after: (ms, run) => host.timer(ms, run),
      },
      url: '',
      body: () => JSON.stringify({ token: this.#storage.token, offer: null, language: 'nl', context: null }),
      started: (conversation) => {
        if (host.isDead) return;
        this.#storage.conversation = conversation;
        this.dispatch({ kind: 'started' });
      },
      refused: () => this.dispatch({ kind: 'start-refused' }),
      delayed: () => this.dispatch({ kind: 'line', line: { status: 'waiting', retryInMs: 0, attempt: 0 } }),
    });
  }

  #connect(): void {
    const { phase, log, historySeq } = this.state;
    const isOver = phase === 'closed' && log.lastSeq >= historySeq;
    if (this.#storage.conversation === null || isOver) return;
    this.#link.stop();
    this.#link.start();
  }

  #hello(): VisitorFrame {
    const { lastSeq, epoch } = this.state.log;
    const { token } = this.#storage;
    return { type: 'hello', protocol: PROTOCOL_VERSION, token, device: this.device, lastSeq, epoch };
  }

  #save(): void {
    if (this.state.phase === 'none') return;
    const unsent = this.state.outbox.entries.filter(isUnsent).map(({ id, text }) => ({ id, text }));
    this.#storage.outbox = [...this.#shelf, ...unsent];
  }
}
