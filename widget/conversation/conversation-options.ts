// What a conversation needs from whoever shows it, and what it tells in return.
import type { ConversationEvent, Language, PageContext } from '#protocol';
import type { OutboxStore } from './outbox-store.ts';
import type { SessionStore } from './session-store.ts';
import type { Surroundings } from './surroundings.ts';
import type { TabLocks } from './tab-locks.ts';

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
  /** The message box of another tab has this in it. */
  drafted(text: string): void;
  /** What happened after we were up to date; not the history after a page load. */
  news(events: readonly ConversationEvent[]): void;
  surroundings?: Surroundings;
  outbox?: OutboxStore;
  locks?: TabLocks;
}
