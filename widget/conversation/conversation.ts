// The citizen's conversation: runs what the reducer asks for on the real line and the real storage, and tells who listens.
import { PROTOCOL_VERSION, type VisitorFrame } from '#protocol';
import { placeOffer } from './accepted-offer-state.ts';
import type { ConversationOptions } from './conversation-options.ts';
import {
  type ConversationEffect,
  type ConversationInput,
  type ConversationState,
  isNew,
  NO_CONVERSATION,
} from './conversation-state.ts';
import { DELAYS } from './delays.ts';
import { DeviceMemory } from './device-memory.ts';
import { followPage } from './follow-page.ts';
import { createLeaveGuard } from './leave-guard.ts';
import { parseFrame } from './parse-frame.ts';
import { makeToken, makeUuid } from './random-ids.ts';
import { Reports } from './reports.ts';
import { ServerLine } from './server-line.ts';
import type { Chosen, StoredSession } from './session-store.ts';
import { stepConversation } from './step-state.ts';
import { BROWSER, type Surroundings } from './surroundings.ts';
import { Timers } from './timers.ts';
import { isCarrying, isStuck, listUnsent, nextLateAt } from './unsent-state.ts';

/** What of the conversation stands on the device. */
const KEPT = ['outbox', 'owed', 'seenSeq', 'phase'] as const;

export class Conversation {
  readonly #options: ConversationOptions;
  readonly #surroundings: Surroundings;
  readonly #line: ServerLine;
  readonly #stop = new AbortController();
  readonly #memory: DeviceMemory;
  readonly #reports: Reports;
  readonly #guardLeaving = createLeaveGuard();
  readonly #timers: Timers;
  /** New at every page load: the row of messages that this page writes. */
  readonly #device = makeUuid();
  #state = NO_CONVERSATION;
  #offer: string | null = null;

  constructor(options: ConversationOptions) {
    const surroundings = options.surroundings ?? BROWSER;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#timers = new Timers(surroundings);
    this.#memory = this.#createMemory();
    this.#line = this.#createLine();
    this.#reports = new Reports({
      ...options,
      surroundings,
      memory: this.#memory,
      hasSpoken: () => !isNew(this.#state),
      send: (frame) => this.#line.send(frame),
      formEnds: (end) => this.#dispatch({ kind: 'form-end', end }),
    });
    followPage({
      line: this.#line,
      memory: this.#memory,
      connect: () => this.#connect(),
      isSending: () => listUnsent(this.#state).length > 0,
      after: surroundings.after,
      signal: this.#stop.signal,
    });
  }

  get state(): ConversationState {
    return this.#state;
  }

  /** The citizen's credential, once the server has the conversation. */
  get token(): string | null {
    const { token, conversation } = this.#memory.session;
    return conversation === null ? null : token;
  }

  /** False when this browser will forget the conversation with the page. */
  get isKept(): boolean {
    return this.#memory.isKept;
  }

  /** Picks up what an earlier page of this tab left; `tail`: what was said, when that comes sooner than the line. */
  resume(session: StoredSession, tail: Promise<string>, offer: string | null = null): void {
    const { outbox, owed, seen, conversation } = session;
    const at = this.#surroundings.now();
    this.#offer = offer;
    this.#memory.recall(session);
    this.#dispatch({ kind: 'resume', started: conversation !== null, outbox, owed, seen, at });
    void this.#readTail(tail);
    this.#timers.plan('search', DELAYS.search, () => this.#dispatch({ kind: 'searched-long' }));
    void this.#memory.adopt();
  }

  /** The citizen accepted an offer: it is a conversation before the first word. */
  accept(offer: string): void {
    this.#offer = offer;
    this.#dispatch({ kind: 'begin' });
    this.#settleOffer();
  }

  write(text: string): void {
    this.#reports.typing.stopped();
    this.#dispatch({ kind: 'write', id: makeUuid(), text, at: this.#surroundings.now() });
    this.#reports.changed();
  }

  keepDraft(draft: string): void {
    this.#memory.draft(draft);
    const isEmpty = draft.trim() === '';
    if (isEmpty) this.#reports.typing.stopped();
    else this.#reports.typing.typed();
    if (!isEmpty) this.stay();
    // Sent or thrown away: another tab must not show it any longer, nor be emptied when the citizen writes there already.
    this.#timers.plan('draft', isEmpty ? 0 : DELAYS.draftWrite, () => this.#memory.saveDraft());
  }

  keepOpen(open: boolean): void {
    this.#memory.note({ open });
  }

  markSeen(): void {
    const before = this.#state.seenSeq;
    this.#dispatch({ kind: 'seen' });
    if (this.#state.seenSeq > before) this.#memory.shareSeen(this.#state.seenSeq);
  }

  /** The citizen is there, whatever they do. False: nobody asked. */
  stay(): boolean {
    const before = this.#state;
    this.#dispatch({ kind: 'stay' });
    return before !== this.#state;
  }

  choose(chosen: Partial<Chosen>): void {
    this.#memory.choose(chosen);
    this.#reports.changed();
  }

  retry(): void {
    this.#dispatch({ kind: 'retry' });
  }

  end(): void {
    this.#dispatch({ kind: 'end' });
  }

  contextChanged(): void {
    this.#reports.context.changed();
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
    this.#line.stop();
    this.#reports.stop();
    this.#guardLeaving(false);
    this.#timers.stop();
  }

  #dispatch(input: ConversationInput): void {
    const before = this.#state;
    const { state, effects } = stepConversation(before, input);
    if (state === before && effects.length === 0) return;
    this.#state = state;
    if (KEPT.some((part) => state[part] !== before[part])) this.#save();
    for (const effect of effects) this.#run(effect);
    this.#watchLate();
    this.#guardLeaving(isStuck(state));
    this.#options.changed();
    this.#settleOffer();
  }

  /** What was lost in the conversation that ended is told in the new one: perhaps nobody has read it. */
  #settleOffer(): void {
    const [offer, { lost }] = [this.#offer, this.#state];
    const place = placeOffer(this.#state);
    if (offer === null || place === 'unknown') return;
    this.#offer = null;
    if (place === 'here') return;
    this.forget();
    this.#offer = offer;
    this.#dispatch({ kind: 'begin', owed: lost });
  }

  #run(effect: ConversationEffect): void {
    if (effect.do === 'start') this.#begin();
    else if (effect.do === 'connect') this.#connect();
    else if (effect.do === 'disconnect') this.#line.disconnect();
    else if (effect.do === 'wake') this.#line.wake();
    else if (effect.do === 'send') this.#line.send(effect.frame);
    else if (effect.do === 'news') this.#options.news(effect.events);
    else if (effect.do === 'norm-later') {
      this.#timers.plan('norm', effect.ms, () => this.#dispatch({ kind: 'norm-over' }));
    } else if (effect.do === 'flush-later') {
      this.#timers.plan('flush', effect.ms, () => this.#dispatch({ kind: 'flush' }));
    } else this.#options.returned(effect.texts);
  }

  #begin(): void {
    this.#memory.note({ token: this.#memory.session.token || makeToken() });
    this.#line.begin();
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
    if (this.#memory.session.conversation !== null && !isOver) this.#line.connect();
  }

  #watchLate(): void {
    const [at, { now }] = [nextLateAt(this.#state), this.#surroundings];
    const look = () => this.#dispatch({ kind: 'clock', now: now() });
    if (at !== null) this.#timers.plan('late', Math.max(0, at - now()), look);
  }

  #save(): void {
    const { phase, owed, seenSeq } = this.#state;
    if (phase !== 'none') this.#memory.keep(listUnsent(this.#state), { owed, seen: seenSeq });
  }

  #createLine(): ServerLine {
    const { server, siteId } = this.#options;
    return new ServerLine({
      surroundings: this.#surroundings,
      siteUrl: `${server}/v1/sites/${siteId}`,
      describe: () => ({
        token: this.#memory.session.token,
        offer: this.#offer,
        language: this.#memory.language,
        context: this.#reports.context.take(),
      }),
      started: (conversation) => {
        this.#memory.note({ conversation });
        this.#dispatch({ kind: 'started' });
      },
      hello: () => this.#hello(),
      receive: (frame) => {
        this.#dispatch({ kind: 'frame', frame });
        if (frame.type === 'welcome') this.#reports.heard(frame);
        // A tab that crashed says nothing: look again whenever the line shows that it works.
        if (frame.type === 'welcome' || frame.type === 'heartbeat') void this.#memory.adopt();
      },
      dispatch: (input) => this.#dispatch(input),
    });
  }

  #createMemory(): DeviceMemory {
    return new DeviceMemory({
      ...this.#options,
      device: this.#device,
      after: this.#surroundings.after,
      adopted: ({ found, kept }) =>
        this.#dispatch({ kind: 'adopt', messages: found, kept, at: this.#surroundings.now() }),
      seen: (upTo) => this.#dispatch({ kind: 'seen-elsewhere', upTo }),
      left: () =>
        this.#timers.plan('orphans', DELAYS.orphans, () => {
          if (isCarrying(this.#state)) void this.#memory.adopt();
        }),
    });
  }
}
