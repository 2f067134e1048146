// The citizen's conversation: runs what the reducer asks for on the real line and the real storage, and tells who listens.
import { PROTOCOL_VERSION, type VisitorFrame } from '#protocol';
import { type Connection, createConnection, watchPage } from './connection.ts';
import { type ContextReport, createContextReport } from './context-report.ts';
import type { ConversationOptions } from './conversation-options.ts';
import {
  type ConversationEffect,
  type ConversationInput,
  type ConversationState,
  isLate,
  isUnsent,
  LATE_AFTER_MS,
  NO_CONVERSATION,
} from './conversation-state.ts';
import { DeviceMemory } from './device-memory.ts';
import { watchHiddenPage } from './hidden-page.ts';
import { createLeaveGuard } from './leave-guard.ts';
import { createOutboxStore } from './outbox-store.ts';
import { parseFrame } from './parse-frame.ts';
import { makeToken, makeUuid } from './random-ids.ts';
import type { StoredSession } from './session-store.ts';
import { type Start, startConversation } from './start-conversation.ts';
import { stepConversation } from './step-state.ts';
import { BROWSER, type Surroundings } from './surroundings.ts';
import { createTabLocks } from './tab-locks.ts';
import { createTypingSignal, type TypingSignal } from './typing-signal.ts';

const DRAFT_WRITE_MS = 300;
/** A page that goes makes room for the next one in its tab, which knows best what was left; then it is anyone's to send. */
const ORPHAN_AFTER_MS = 2_000;

export class Conversation {
  readonly #options: ConversationOptions;
  readonly #surroundings: Surroundings;
  readonly #siteUrl: string;
  readonly #connection: Connection;
  readonly #stop = new AbortController();
  readonly #context: ContextReport;
  readonly #typing: TypingSignal;
  readonly #memory: DeviceMemory;
  readonly #guardLeaving = createLeaveGuard();
  readonly #timers = new Map<string, () => void>();
  /** New at every page load: the row of messages that this page writes. */
  readonly #device = makeUuid();
  #state = NO_CONVERSATION;
  #offer: string | null = null;
  #start: Start | null = null;

  constructor(options: ConversationOptions) {
    const surroundings = options.surroundings ?? BROWSER;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#siteUrl = `${options.server}/v1/sites/${options.siteId}`;
    this.#memory = this.#createMemory();
    this.#connection = createConnection({
      surroundings,
      siteUrl: this.#siteUrl,
      hello: () => this.#hello(),
      receive: (frame) => {
        this.#dispatch({ kind: 'frame', frame });
        if (frame.type === 'welcome') this.#context.flush();
        // A tab that crashed says nothing: look again whenever the line shows that it works.
        if (frame.type === 'welcome' || frame.type === 'heartbeat') void this.#memory.adopt();
      },
      changed: (line) => this.#dispatch({ kind: 'line', line }),
    });
    this.#context = createContextReport(surroundings, options.readContext, (context) =>
      this.#connection.send({ type: 'context', context }),
    );
    this.#typing = createTypingSignal(surroundings, (on) => this.#connection.send({ type: 'typing', on }));
    this.#watchPage();
  }

  get state(): ConversationState {
    return this.#state;
  }

  /** False when this browser will forget the conversation with the page. */
  get isKept(): boolean {
    return this.#memory.isKept;
  }

  /** Picks up what an earlier page of this tab left; `tail`: what was said, when that comes sooner than the line. */
  resume(session: StoredSession, tail: Promise<string>): void {
    const { outbox, conversation } = session;
    const at = this.#surroundings.now();
    this.#memory.recall(session);
    this.#dispatch({ kind: 'resume', started: conversation !== null, outbox, at });
    void this.#readTail(tail);
    void this.#memory.adopt();
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
    this.#memory.draft(draft);
    const isEmpty = draft.trim() === '';
    if (isEmpty) this.#typing.stopped();
    else this.#typing.typed();
    // Sent or thrown away: another tab must not show it any longer, nor be emptied when the citizen writes there already.
    this.#plan('draft', isEmpty ? 0 : DRAFT_WRITE_MS, () => this.#memory.saveDraft());
  }

  keepOpen(open: boolean): void {
    this.#memory.note({ open });
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
    this.#memory.forget();
    this.#offer = null;
    this.#state = NO_CONVERSATION;
    this.#options.changed();
  }

  destroy(): void {
    this.#memory.leave();
    this.#stop.abort();
    this.#halt();
  }

  #halt(): void {
    this.#start?.cancel();
    this.#start = null;
    this.#connection.stop();
    this.#guardLeaving(false);
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
    this.#guardLeaving(this.#isStuck());
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
    this.#memory.note({ token: this.#memory.session.token || makeToken() });
    this.#start?.cancel();
    this.#start = startConversation({
      surroundings: this.#surroundings,
      url: `${this.#siteUrl}/conversations`,
      body: () =>
        JSON.stringify({
          token: this.#memory.session.token,
          offer: this.#offer,
          language: this.#options.language,
          context: this.#context.take(),
        }),
      started: (conversation) => {
        this.#memory.note({ conversation });
        this.#dispatch({ kind: 'started' });
      },
      refused: () => this.#dispatch({ kind: 'start-refused' }),
      delayed: () => this.#dispatch({ kind: 'line', line: { status: 'waiting', retryInMs: 0, attempt: 0 } }),
    });
  }

  #hello(): VisitorFrame {
    const { lastSeq, epoch } = this.#state.log;
    const { token } = this.#memory.session;
    return { type: 'hello', protocol: PROTOCOL_VERSION, token, device: this.#device, lastSeq, epoch };
  }

  async #readTail(tail: Promise<string>): Promise<void> {
    const frames = (await tail).split('\n').flatMap((line) => parseFrame(line) ?? []);
    if (!this.#stop.signal.aborted) this.#dispatch({ kind: 'tail', frames });
  }

  #connect(): void {
    const { phase, log, historySeq } = this.#state;
    const isOver = phase === 'closed' && log.lastSeq >= historySeq;
    if (this.#memory.session.conversation === null || isOver) return;
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

  #unsent(): { id: string; text: string }[] {
    return this.#state.outbox.entries.filter(isUnsent).map(({ id, text }) => ({ id, text }));
  }

  #save(): void {
    if (this.#state.phase !== 'none') this.#memory.keep(this.#unsent());
  }

  /** Something is not stored, and that is not just because it was written a moment ago: a step further in the form asks nothing. */
  #isStuck(): boolean {
    const { outbox, cut } = this.#state;
    return outbox.entries.some((entry) => isUnsent(entry) && (cut || isLate(this.#state, entry)));
  }

  #createMemory(): DeviceMemory {
    const { siteId, store, outbox = createOutboxStore(), locks = createTabLocks() } = this.#options;
    return new DeviceMemory({
      siteId,
      device: this.#device,
      store,
      outbox,
      locks,
      adopted: (messages) => this.#dispatch({ kind: 'adopt', messages, at: this.#surroundings.now() }),
      drafted: this.#options.drafted,
      left: () => this.#plan('orphans', ORPHAN_AFTER_MS, () => void this.#memory.adopt()),
    });
  }

  #watchPage(): void {
    const { signal } = this.#stop;
    watchPage(
      {
        woken: () => this.#wake(),
        hidden: () => {
          this.#memory.leave();
          this.#connection.stop();
        },
        restored: () => {
          this.#memory.comeBack();
          this.#connect();
        },
      },
      signal,
    );
    watchHiddenPage(
      {
        hidden: () => this.#memory.saveDraft(),
        rest: () => {
          if (this.#unsent().length > 0) return false;
          this.#connection.stop();
          return true;
        },
        wake: () => this.#connect(),
      },
      this.#surroundings.after,
      signal,
    );
  }
}
