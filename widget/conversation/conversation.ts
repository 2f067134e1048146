// The citizen's conversation: runs what the reducer asks for on the real line and the real storage, and tells who listens.
import type { ConversationEvent, Language, PageContext, VisitorFrame } from '#protocol';
import { PROTOCOL_VERSION } from '#protocol';
import { type Connection, createConnection, watchPage } from './connection.ts';
import { type ContextReport, createContextReport } from './context-report.ts';
import {
  type ConversationEffect,
  type ConversationInput,
  type ConversationState,
  isUnsent,
  LATE_AFTER_MS,
  NO_CONVERSATION,
} from './conversation-state.ts';
import { makeToken, makeUuid } from './random-ids.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import { type Start, startConversation } from './start-conversation.ts';
import { stepConversation } from './step-state.ts';
import { BROWSER, type Surroundings } from './surroundings.ts';
import { createTypingSignal, type TypingSignal } from './typing-signal.ts';

const DRAFT_WRITE_MS = 300;
const NO_SESSION: StoredSession = { token: '', conversation: null, open: false, outbox: [], draft: '' };

export interface ConversationOptions {
  /** Origin of the relay. */
  server: string;
  siteId: string;
  language: Language;
  store: SessionStore;
  readContext(): PageContext | null;
  /** Something is different now. */
  changed(): void;
  /** The conversation ended before these arrived: they are for the message box again. */
  returned(texts: readonly string[]): void;
  /** What happened after we were up to date; not the history after a page load. */
  news(events: readonly ConversationEvent[]): void;
  surroundings?: Surroundings;
}

export class Conversation {
  readonly #options: ConversationOptions;
  readonly #surroundings: Surroundings;
  readonly #siteUrl: string;
  readonly #store: SessionStore;
  readonly #connection: Connection;
  readonly #stop = new AbortController();
  readonly #context: ContextReport;
  readonly #typing: TypingSignal;
  readonly #timers = new Map<string, () => void>();
  /** New at every page load: the row of messages that this page writes. */
  readonly #device = makeUuid();
  #state = NO_CONVERSATION;
  #session = NO_SESSION;
  #isKept = true;
  #offer: string | null = null;
  #start: Start | null = null;

  constructor(options: ConversationOptions) {
    const surroundings = options.surroundings ?? BROWSER;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#siteUrl = `${options.server}/v1/sites/${options.siteId}`;
    this.#store = options.store;
    this.#connection = createConnection({
      surroundings,
      siteUrl: this.#siteUrl,
      hello: () => this.#hello(),
      receive: (frame) => {
        this.#dispatch({ kind: 'frame', frame });
        if (frame.type === 'welcome') this.#context.flush();
      },
      changed: (line) => this.#dispatch({ kind: 'line', line }),
    });
    this.#context = createContextReport(surroundings, options.readContext, (context) =>
      this.#connection.send({ type: 'context', context }),
    );
    this.#typing = createTypingSignal(surroundings, (on) => this.#connection.send({ type: 'typing', on }));
    watchPage(
      {
        woken: () => this.#wake(),
        hidden: () => {
          this.#save();
          this.#connection.stop();
        },
        restored: () => this.#connect(),
      },
      this.#stop.signal,
    );
  }

  get state(): ConversationState {
    return this.#state;
  }

  /** False when this browser will forget the conversation with the page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Picks up what an earlier page of this tab left. */
  resume(session: StoredSession): void {
    this.#session = session;
    const { outbox, conversation } = session;
    const at = this.#surroundings.now();
    this.#dispatch({ kind: 'resume', started: conversation !== null, outbox, at });
  }

  /** The citizen accepted an offer: it is a conversation before the first word. */
  accept(offer: string): void {
    if (this.#state.phase === 'none') this.#offer = offer;
    this.#dispatch({ kind: 'begin' });
  }

  write(text: string): void {
    this.#typing.stopped();
    this.#dispatch({ kind: 'write', id: makeUuid(), text, at: this.#surroundings.now() });
  }

  keepDraft(draft: string): void {
    this.#session = { ...this.#session, draft };
    if (draft.trim() === '') this.#typing.stopped();
    else this.#typing.typed();
    this.#plan('draft', DRAFT_WRITE_MS, () => this.#save());
  }

  keepOpen(open: boolean): void {
    this.#session = { ...this.#session, open };
    this.#save();
  }

  markSeen(): void {
    this.#dispatch({ kind: 'seen' });
  }

  retry(): void {
    this.#dispatch({ kind: 'retry' });
  }

  end(): void {
    this.#dispatch({ kind: 'end' });
  }

  contextChanged(): void {
    this.#context.changed();
  }

  /** Forgets the conversation here, on the device too. The draft stays: it was never sent. */
  forget(): void {
    this.#halt();
    this.#store.wipe();
    const { open, draft } = this.#session;
    this.#session = { ...NO_SESSION, open, draft };
    this.#offer = null;
    this.#state = NO_CONVERSATION;
    this.#options.changed();
  }

  destroy(): void {
    this.#save();
    this.#stop.abort();
    this.#halt();
  }

  #halt(): void {
    this.#start?.cancel();
    this.#start = null;
    this.#connection.stop();
    for (const cancel of this.#timers.values()) cancel();
  }

  #plan(name: string, ms: number, run: () => void): void {
    this.#timers.get(name)?.();
    this.#timers.set(name, this.#surroundings.after(ms, run));
  }

  #dispatch(input: ConversationInput): void {
    const before = this.#state;
    const { state, effects } = stepConversation(before, input);
    if (state === before && effects.length === 0) return;
    this.#state = state;
    if (state.outbox !== before.outbox || state.phase !== before.phase) this.#save();
    for (const effect of effects) this.#run(effect);
    this.#watchLate();
    this.#options.changed();
  }

  #run(effect: ConversationEffect): void {
    if (effect.do === 'start') this.#begin();
    else if (effect.do === 'connect') this.#connect();
    else if (effect.do === 'disconnect') this.#connection.stop();
    else if (effect.do === 'wake') this.#wake();
    else if (effect.do === 'send') this.#connection.send(effect.frame);
    else if (effect.do === 'news') this.#options.news(effect.events);
    else if (effect.do === 'flush-later') {
      this.#plan('flush', effect.ms, () => this.#dispatch({ kind: 'flush' }));
    } else this.#options.returned(effect.texts);
  }

  #begin(): void {
    this.#session = { ...this.#session, token: this.#session.token || makeToken() };
    this.#save();
    this.#start?.cancel();
    this.#start = startConversation({
      surroundings: this.#surroundings,
      url: `${this.#siteUrl}/conversations`,
      body: () =>
        JSON.stringify({
          token: this.#session.token,
          offer: this.#offer,
          language: this.#options.language,
          context: this.#context.take(),
        }),
      started: (conversation) => {
        this.#session = { ...this.#session, conversation };
        this.#save();
        this.#dispatch({ kind: 'started' });
      },
      refused: () => this.#dispatch({ kind: 'start-refused' }),
      delayed: () => this.#dispatch({ kind: 'line', line: { status: 'waiting', retryInMs: 0, attempt: 0 } }),
    });
  }

  #hello(): VisitorFrame {
    const { lastSeq, epoch } = this.#state.log;
    const { token } = this.#session;
    return { type: 'hello', protocol: PROTOCOL_VERSION, token, device: this.#device, lastSeq, epoch };
  }

  #connect(): void {
    if (this.#session.conversation === null || this.#state.phase === 'closed') return;
    this.#connection.stop();
    this.#connection.start();
  }

  #wake(): void {
    this.#start?.wake();
    this.#connection.wake();
  }

  #watchLate(): void {
    const { outbox, lateBefore } = this.#state;
    const next = outbox.entries.find((entry) => isUnsent(entry) && entry.at > lateBefore);
    if (next === undefined) return;
    const wait = next.at + LATE_AFTER_MS - this.#surroundings.now();
    this.#plan('late', Math.max(0, wait), () =>
      this.#dispatch({ kind: 'clock', now: this.#surroundings.now() }),
    );
  }

  /** Nothing is kept on the device before the citizen accepted or sent something. */
  #save(): void {
    const { phase, outbox } = this.#state;
    if (phase === 'none') return;
    const unsent = outbox.entries.filter(isUnsent).map(({ id, text }) => ({ id, text }));
    this.#session = { ...this.#session, outbox: unsent };
    this.#isKept = this.#store.write(this.#session);
  }
}
