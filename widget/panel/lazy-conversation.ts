// The code that runs a conversation comes when there will be one: with the first letter, not with the panel. Until then this stands in for it.
import { askTail } from '../conversation/ask-tail.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationOptions } from '../conversation/conversation-options.ts';
import { type ConversationState, NO_CONVERSATION } from '../conversation/conversation-state.ts';
import type { StoredSession } from '../conversation/session-store.ts';

export class LazyConversation {
  readonly #options: ConversationOptions;
  readonly #stop = new AbortController();
  #loaded: Conversation | null = null;
  #loading: Promise<Conversation> | null = null;
  #expected = NO_CONVERSATION;

  constructor(options: ConversationOptions) {
    this.#options = options;
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
    this.#expected = { ...NO_CONVERSATION, phase: 'starting', ...known };
    this.load().then(act, () => {
      this.#expected = { ...this.#expected, cut: true };
      this.#options.changed();
      addEventListener('online', () => this.expect(known, act), { once: true, signal: this.#stop.signal });
    });
  }

  /** Goes on with what an earlier page of this tab left, or another tab has. */
  pickUp(session: StoredSession, isOpen: () => boolean): void {
    const { server, siteId } = this.#options;
    const tail =
      session.conversation === null ? Promise.resolve('') : askTail(`${server}/v1/sites/${siteId}`, session);
    this.expect({ resumed: true }, (conversation) => {
      conversation.resume(session, tail);
      conversation.keepOpen(isOpen());
    });
  }

  destroy(): void {
    this.#stop.abort();
    this.#loaded?.destroy();
  }

  async #create(): Promise<Conversation> {
    const { Conversation } = await import('../conversation/conversation.ts');
    this.#stop.signal.throwIfAborted();
    this.#loaded = new Conversation(this.#options);
    return this.#loaded;
  }
}
