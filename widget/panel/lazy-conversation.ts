// The code that runs a conversation comes when there will be one: with the first letter, not with the panel. Until then this stands in for it.
import type { Introduction, Language } from '#protocol';
import { askTail } from '../conversation/ask-tail.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationOptions } from '../conversation/conversation-options.ts';
import { type ConversationState, NO_CONVERSATION } from '../conversation/conversation-state.ts';
import { makeToken, makeUuid } from '../conversation/random-ids.ts';
import type { Chosen, StoredSession } from '../conversation/session-store.ts';
import { fetchConversation } from './fetch-ahead.ts';
import { LateCode } from './late-code.ts';

type Code = typeof import('./conversation-code.ts');

/** Begun here; nobody else knows of it yet. */
const beginSession = (chosen: Chosen): StoredSession => ({
  token: makeToken(),
  conversation: null,
  open: true,
  device: null,
  outbox: [],
  owed: [],
  seen: 0,
  draft: '',
  ...chosen,
});

/** What takes BSN and IBAN out (T5) comes with the code; until then nothing that might hold one is put on the device. */
const mayHoldNumber = (text: string): boolean => /(\p{Nd}\P{Nd}{0,3}){8}/u.test(text);

export class LazyConversation {
  readonly #options: ConversationOptions;
  readonly #isOpen: () => boolean;
  readonly #stop = new AbortController();
  readonly #code: LateCode<Code>;
  #loaded: Conversation | null = null;
  #expected = NO_CONVERSATION;
  #offer: string | null = null;
  /** What the conversation goes on with as soon as its code is here. */
  #session: StoredSession | null = null;
  #tail = Promise.resolve('');
  #isFound = false;
  #isKept = true;
  #draft = '';
  #chosen: Chosen & { readonly language: Language };
  #here: Code | null = null;

  constructor(
    options: ConversationOptions,
    isOpen: () => boolean,
    wear: (style: string) => void,
    fetch: () => Promise<Code> = fetchConversation,
  ) {
    this.#options = options;
    this.#chosen = { hidesPage: false, language: options.language, introduction: null };
    this.#isOpen = isOpen;
    this.#code = new LateCode({
      surroundings: options.surroundings,
      load: fetch,
      isNeeded: () => isOpen() || this.#expected.phase !== 'none',
      came: (code) => {
        this.#here = code;
        wear(code.style);
        this.#begin(new code.Conversation(options));
      },
      failed: () => {
        if (this.#expected.phase !== 'none') this.#expect({ cut: true });
      },
      signal: this.#stop.signal,
    });
  }

  /** Null while its code is not here. */
  get loaded(): Conversation | null {
    return this.#loaded;
  }

  /** What shows the log; null while its code is not here. */
  get code(): Code | null {
    return this.#here;
  }

  get state(): ConversationState {
    return this.#loaded?.state ?? this.#expected;
  }

  /** False when this browser will forget the conversation with the page. */
  get isKept(): boolean {
    return this.#loaded?.isKept ?? this.#isKept;
  }

  /** The citizen types: there may be a conversation soon. */
  prepare(): void {
    void this.#code.fetch();
  }

  accept(offer: string): void {
    if (this.#loaded !== null) this.#loaded.accept(offer);
    else {
      this.#offer = offer;
      this.#expect({});
      this.prepare();
    }
  }

  /** Until its code is here it waits as what an earlier page left: on the device, in the log, under the id that it keeps. */
  write(text: string): void {
    if (this.#loaded !== null) this.#loaded.write(text);
    else {
      const session = this.#session ?? beginSession(this.#chosen);
      const message = { id: makeUuid(), text, at: Date.now() };
      this.#keep({ ...session, outbox: [...session.outbox, message], owed: [...session.owed, message.id] });
      this.prepare();
    }
  }

  /** Goes on with what an earlier page of this tab left, or another tab has. False: something else goes on here already. */
  pickUp(found: StoredSession): boolean {
    if (this.#isFound || (this.#loaded !== null && this.state.phase !== 'none')) return false;
    this.#isFound = true;
    const { server, siteId } = this.#options;
    if (found.conversation !== null) this.#tail = askTail(`${server}/v1/sites/${siteId}`, found);
    // What was written here in the meantime goes there.
    const { outbox, owed } = this.#session ?? { outbox: [], owed: [] };
    this.#session = {
      ...found,
      outbox: [...found.outbox, ...outbox],
      owed: [...found.owed, ...owed],
      draft: this.#draft || found.draft,
    };
    const { hidesPage, language, introduction } = found;
    this.#chosen = { hidesPage, language: language ?? this.#chosen.language, introduction };
    if (this.#loaded !== null) this.#begin(this.#loaded);
    else {
      this.#expect({ resumed: found.conversation !== null });
      this.#keep(this.#session);
      this.prepare();
    }
    return true;
  }

  keepDraft(draft: string): void {
    this.#draft = draft;
    if (this.#loaded !== null) this.#loaded.keepDraft(draft);
    else if (this.#session !== null) this.#keep({ ...this.#session, draft });
  }

  keepOpen(open: boolean): void {
    if (this.#loaded !== null) this.#loaded.keepOpen(open);
    else if (this.#session !== null) this.#keep({ ...this.#session, open });
  }

  /** In every page that goes on with the conversation, too. */
  get chosen(): Chosen & { readonly language: Language } {
    return this.#chosen;
  }

  choose(chosen: Partial<Chosen>): void {
    const { language } = this.#chosen;
    this.#chosen = { ...this.#chosen, ...chosen, language: chosen.language ?? language };
    if (this.#loaded !== null) this.#loaded.choose(chosen);
    else if (this.#session !== null) this.#keep({ ...this.#session, ...chosen });
    this.#options.changed();
  }

  /** Added to what is known, not to what was drawn: a browser fills in two fields at once. */
  introduce(answer: Partial<Introduction>): void {
    this.choose({ introduction: { name: '', subject: '', ...this.#chosen.introduction, ...answer } });
  }

  /** Also before its code is here: it goes last, behind what was written. */
  end(): void {
    if (this.#loaded !== null) this.#loaded.end();
    else this.#expect({ ending: true });
  }

  destroy(): void {
    this.#stop.abort();
    this.#loaded?.destroy();
  }

  #keep(session: StoredSession): void {
    this.#session = session;
    const outbox = session.outbox.filter(({ text }) => !mayHoldNumber(text));
    const draft = mayHoldNumber(session.draft) ? '' : session.draft;
    const introduction = mayHoldNumber(JSON.stringify(session.introduction)) ? null : session.introduction;
    const isWritten = this.#options.store.write({ ...session, outbox, draft, introduction });
    this.#isKept = isWritten && outbox.length === session.outbox.length;
    const entries = session.outbox.map(
      ({ id, text }) => ({ id, text, at: 0, state: 'queued', n: 0 }) as const,
    );
    this.#expect({ outbox: { lastN: 0, entries } });
  }

  #expect(known: Partial<ConversationState>): void {
    this.#expected = { ...this.#expected, phase: 'starting', ...known };
    this.#options.changed();
  }

  #begin(conversation: Conversation): void {
    this.#loaded = conversation;
    if (this.#session !== null) conversation.resume(this.#session, this.#tail, this.#offer);
    else {
      conversation.choose(this.#chosen);
      if (this.#draft !== '') conversation.keepDraft(this.#draft);
      if (this.#offer !== null) conversation.accept(this.#offer);
    }
    if (this.#expected.ending) conversation.end();
    conversation.keepOpen(this.#isOpen());
  }
}
