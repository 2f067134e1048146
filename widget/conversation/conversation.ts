// The citizen's conversation: runs what the reducer asks for on the real line and the real storage, and tells who listens.
import type { ConversationEvent, Language, PageContext, VisitorFrame } from '#protocol';
import { PROTOCOL_VERSION } from '#protocol';
import { type Connection, createConnection, watchPage } from './connection.ts';
import { createContextReport } from './context-report.ts';
import {
  type ConversationEffect,
  type ConversationInput,
  type ConversationState,
  isUnsent,
  LATE_AFTER_MS,
  NO_CONVERSATION,
} from './conversation-state.ts';
import { makeToken, makeUuid } from './random-ids.ts';
import { createSessionStore, type StoredSession } from './session-store.ts';
import { type Start, startConversation } from './start-conversation.ts';
import { stepConversation } from './step-state.ts';
import { BROWSER, type Surroundings } from './surroundings.ts';
import { createTypingSignal } from './typing-signal.ts';

/** A sign of typing can get lost on the way: without a new one it ends by itself. */
const OPERATOR_TYPING_MS = 20_000;
const DRAFT_WRITE_MS = 300;

export interface ConversationOptions {
  /** Origin of the relay. */
  server: string;
  siteId: string;
  language: Language;
  readContext(): PageContext | null;
  /** What happened after we were up to date; not the history after a page load. */
  news?(events: readonly ConversationEvent[]): void;
  surroundings?: Surroundings;
}

export class Conversation {
  readonly #options: ConversationOptions;
  readonly #surroundings: Surroundings;
  readonly #siteUrl: string;
  readonly #store: ReturnType<typeof createSessionStore>;
  readonly #connection: Connection;
  readonly #stop = new AbortController();
  readonly #context: ReturnType<typeof createContextReport>;
  readonly #typing: ReturnType<typeof createTypingSignal>;
  readonly #listeners = new Set<() => void>();
  /** New at every page load: the row of messages that this page writes. */
  readonly #device = makeUuid();
  #state = NO_CONVERSATION;
  #session: StoredSession = { token: '', conversation: null, open: false, outbox: [], draft: '' };
  #stored = true;
  #offer: string | null = null;
  #start: Start | null = null;
  #cancelLate = (): void => undefined;
  #cancelFlush = (): void => undefined;
  #cancelQuiet = (): void => undefined;
  #cancelDraft = (): void => undefined;

  constructor(options: ConversationOptions) {
    const surroundings = options.surroundings ?? BROWSER;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#siteUrl = `${options.server}/v1/sites/${encodeURIComponent(options.siteId)}`;
    this.#store = createSessionStore(options.siteId);
    this.#connection = createConnection({
      surroundings,
      siteUrl: this.#siteUrl,
      hello: () => this.#hello(),
      receive: (frame) => {
        this.#dispatch({ kind: 'frame', frame });
        if (frame.type === 'welcome' && frame.status !== 'closed') this.#context.flush();
        if (frame.type === 'typing') this.#expectQuiet();
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
        restored: () => this.#state.phase !== 'none' && this.#connect(),
      },
      this.#stop.signal,
    );
  }

  get state(): ConversationState {
    return this.#state;
  }

  get draft(): string {
    return this.#session.draft;
  }

  /** False when this browser will forget the conversation with the page. */
  get isKept(): boolean {
    return this.#stored;
  }

  /** What the operator sees of this page. */
  get context(): PageContext | null {
    return this.#context.latest();
  }

  /** Picks up what an earlier page of this tab left. Null when there is nothing. */
  resume(): { open: boolean } | null {
    const session = this.#store.read();
    if (session === null) return null;
    this.#session = session;
    const { outbox, conversation } = session;
    const at = this.#surroundings.now();
    this.#dispatch({ kind: 'resume', started: conversation !== null, outbox, at });
    return { open: session.open };
  }

  /** The citizen accepted an offer: it is a conversation before the first word. */
  accept(offer: string): void {
    if (this.#state.phase !== 'none') return;
    this.#offer = offer;
    this.#dispatch({ kind: 'begin' });
  }

  write(text: string): void {
    this.#typing.stopped();
    this.#dispatch({ kind: 'write', id: makeUuid(), text, at: this.#surroundings.now() });
  }

  /** Takes back a message that failed; its text is for the message box again. */
  withdraw(id: string): void {
    this.#dispatch({ kind: 'withdraw', id });
  }

  keepDraft(draft: string): void {
    this.#session = { ...this.#session, draft };
    if (draft.trim() === '') this.#typing.stopped();
    else this.#typing.typed();
    this.#cancelDraft();
    this.#cancelDraft = this.#surroundings.after(DRAFT_WRITE_MS, () => this.#save());
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
    if (this.#state.phase !== 'none') this.#context.changed();
  }

  /** Forgets the conversation here, on the device too. The draft stays: it was never sent. */
  forget(): void {
    this.#halt();
    this.#store.wipe();
    this.#session = { ...this.#session, token: '', conversation: null, outbox: [] };
    this.#offer = null;
    this.#state = NO_CONVERSATION;
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#save();
    this.#stop.abort();
    this.#halt();
    this.#listeners.clear();
  }

  #halt(): void {
    this.#start?.cancel();
    this.#start = null;
    this.#connection.stop();
    this.#context.cancel();
    this.#cancelLate();
    this.#cancelFlush();
    this.#cancelQuiet();
    this.#cancelDraft();
  }

  #dispatch(input: ConversationInput): void {
    const { state, effects } = stepConversation(this.#state, input);
    const before = this.#state;
    if (state === before && effects.length === 0) return;
    this.#state = state;
    if (state.outbox !== before.outbox || state.phase !== before.phase) this.#save();
    for (const effect of effects) this.#run(effect);
    this.#watchLate();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #run(effect: ConversationEffect): void {
    if (effect.do === 'start') this.#begin(effect.anew);
    else if (effect.do === 'connect') this.#connect();
    else if (effect.do === 'disconnect') this.#connection.stop();
    else if (effect.do === 'wake') this.#wake();
    else if (effect.do === 'send') this.#connection.send(effect.frame);
    else if (effect.do === 'news') this.#options.news?.(effect.events);
    else {
      this.#cancelFlush();
      this.#cancelFlush = this.#surroundings.after(effect.ms, () => this.#dispatch({ kind: 'flush' }));
    }
  }

  #begin(anew: boolean): void {
    const known = this.#session.token !== '' && !anew;
    this.#session = {
      ...this.#session,
      token: known ? this.#session.token : makeToken(),
      conversation: null,
    };
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
        this.#start = null;
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

  #expectQuiet(): void {
    this.#cancelQuiet();
    this.#cancelQuiet = this.#surroundings.after(OPERATOR_TYPING_MS, () =>
      this.#dispatch({ kind: 'operator-quiet' }),
    );
  }

  #watchLate(): void {
    this.#cancelLate();
    const { outbox, lateBefore } = this.#state;
    const next = outbox.entries.find((entry) => isUnsent(entry) && entry.at > lateBefore);
    if (next === undefined) return;
    const wait = next.at + LATE_AFTER_MS - this.#surroundings.now();
    this.#cancelLate = this.#surroundings.after(Math.max(0, wait), () =>
      this.#dispatch({ kind: 'clock', now: this.#surroundings.now() }),
    );
  }

  /** Nothing is kept on the device before the citizen accepted or sent something. */
  #save(): void {
    this.#cancelDraft();
    if (this.#state.phase === 'none') return;
    const outbox = this.#state.outbox.entries.filter(isUnsent).map(({ id, text }) => ({ id, text }));
    this.#session = { ...this.#session, outbox };
    this.#stored = this.#store.write(this.#session);
  }
}
