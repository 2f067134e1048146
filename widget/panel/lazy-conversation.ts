// The code that runs a conversation comes when there will be one: with the first letter, not with the panel. Until then this stands in for it.
import { askTail } from '../conversation/ask-tail.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationOptions } from '../conversation/conversation-options.ts';
import { type ConversationState, NO_CONVERSATION } from '../conversation/conversation-state.ts';
import type { StoredSession } from '../conversation/session-store.ts';

type Code = typeof import('../conversation/conversation.ts');

export class LazyConversation {
  readonly #options: ConversationOptions;
  readonly #fetchCode: () => Promise<Code>;
  readonly #stop = new AbortController();
  /** First thing when the code is here, whoever asked for it: what is written goes to the conversation that there is. */
  readonly #acts: ((conversation: Conversation) => void)[] = [];
  #loaded: Conversation | null = null;
  #loading: Promise<Conversation> | null = null;
  #expected = NO_CONVERSATION;
  #session: StoredSession | null = null;
  #draft = '';

  constructor(
    options: ConversationOptions,
    fetchCode: () => Promise<Code> = () => import('../conversation/conversation.ts'),
  ) {
    this.#options = options;
    this.#fetchCode = fetchCode;
  }

  /** Null while its code is not here. */
  get loaded(): Conversation | null {
    return this.#loaded;
  }

  get state(): ConversationState {
    return this.#loaded?.state ?? this.#expected;
  }

  /** Rejects when the code cannot be fetched; the next call tries again. */
  load(): Promise<Conversation> {
    this.#loading ??= this.#create().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** There is a conversation, or there will be as soon as its code is here. */
  expect(known: Partial<ConversationState>, act: (conversation: Conversation) => void): void {
    if (this.#loaded !== null) {
      act(this.#loaded);
      return;
    }
    this.#expected = { ...NO_CONVERSATION, phase: 'starting', ...known };
    this.#acts.push(act);
    this.#fetch();
  }

  /** Goes on with what an earlier page of this tab left, or another tab has. */
  pickUp(session: StoredSession, isOpen: () => boolean): void {
    const { server, siteId } = this.#options;
    const tail =
      session.conversation === null ? Promise.resolve('') : askTail(`${server}/v1/sites/${siteId}`, session);
    this.#session = session;
    if (this.#draft !== '') this.keepDraft(this.#draft);
    this.expect({ resumed: true }, (conversation) => {
      conversation.resume(this.#session ?? session, tail);
      conversation.keepOpen(isOpen());
    });
  }

  /** Also before its code is here: the page may go sooner. */
  keepDraft(draft: string): void {
    this.#draft = draft;
    this.#loaded?.keepDraft(draft);
    if (this.#loaded !== null || this.#session === null) return;
    this.#session = { ...this.#session, draft };
    this.#options.store.write(this.#session);
  }

  destroy(): void {
    this.#stop.abort();
    this.#loaded?.destroy();
  }

  #fetch(): void {
    this.load().catch(() => {
      this.#expected = { ...this.#expected, cut: true };
      this.#options.changed();
      addEventListener('online', () => this.#fetch(), { once: true, signal: this.#stop.signal });
    });
  }

  async #create(): Promise<Conversation> {
    const { Conversation } = await this.#fetchCode();
    this.#stop.signal.throwIfAborted();
    const conversation = new Conversation(this.#options);
    this.#loaded = conversation;
    for (const act of this.#acts) act(conversation);
    if (this.#session === null && this.#draft !== '') conversation.keepDraft(this.#draft);
    return conversation;
  }
}
