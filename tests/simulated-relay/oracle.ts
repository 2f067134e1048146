// Judges the simulation: what was written, what was acked, what the log says and what everyone was shown must agree (I1 to I8).
import type { ConversationEvent } from '#protocol';
import type { EventLog } from '#protocol/event-log';
import type { OutboxEntry } from '#protocol/outbox';
import { LogBook, type Writing } from './log-book.ts';
import type { Disk, StoredConversation, Writer } from './virtual-disk.ts';
import type { Written } from './virtual-store.ts';

export interface Violation {
  rule: string;
  what: string;
}

function isSame(a: ConversationEvent, b: ConversationEvent | undefined): boolean {
  if (b === undefined || a.seq !== b.seq || a.kind !== b.kind || a.at !== b.at) return false;
  return a.kind !== 'message' || b.kind !== 'message' || (a.id === b.id && a.text === b.text);
}

/** How much of a shown log was compared already. */
export interface Shown {
  epoch: string | null;
  upTo: number;
}

export class Oracle {
  violation: Violation | null = null;
  readonly writings = new Map<string, Writing>();
  readonly #byText = new Map<string, Writing>();
  readonly #acked = new Set<string>();
  readonly #books = new Map<string, LogBook>();
  readonly #disk: () => Disk;

  constructor(disk: () => Disk) {
    this.#disk = disk;
  }

  fail(rule: string, what: string): void {
    this.violation ??= { rule, what };
  }

  /** By its id, or by its citizen before it has one. */
  find(conversation: string): StoredConversation | null {
    for (const stored of this.#disk().conversations.values()) {
      if (stored.record.id === conversation || stored.tokenHash === conversation) return stored;
    }
    return null;
  }

  wrote(writing: Omit<Writing, 'fate' | 'order'>): void {
    const noted: Writing = { ...writing, order: this.writings.size, fate: 'open' };
    this.writings.set(writing.id, noted);
    this.#byText.set(writing.text, noted);
  }

  /**
   * The writer has these texts again, and may send them anew: then they must not be in the log. A page that knows only the history
   * before a restore was told the truth about that one; a copy of its tab may have brought them into the log of the present one.
   */
  returned(texts: readonly string[], isOfPresent: boolean): void {
    for (const text of texts) {
      const writing = this.#byText.get(text);
      if (writing === undefined) continue;
      if (isOfPresent) this.#giveBack(writing);
      else if (writing.fate === 'open') writing.fate = 'returned';
    }
  }

  /** The tab with these messages is gone. */
  abandoned(ids: readonly string[]): void {
    for (const id of ids) {
      const writing = this.writings.get(id);
      if (writing?.fate === 'open') writing.fate = 'lost';
    }
  }

  synced(written: readonly Written[]): void {
    for (const { stored, event, by } of written) this.#note(stored, event, by);
  }

  /** A backup comes back under a new epoch: what it does not have is lost, and every client is told by the epoch. */
  restored(restore: () => void): void {
    const logged = [...this.writings.values()].filter((writing) => this.#isLogged(writing));
    restore();
    for (const writing of logged) {
      if (this.#isLogged(writing)) continue;
      this.#acked.delete(writing.id);
      if (writing.fate === 'open') writing.fate = 'lost';
    }
    this.#books.clear();
    for (const stored of this.#disk().conversations.values()) {
      for (const [index, event] of stored.events.entries()) {
        this.#note(stored, event, stored.writers[index] ?? null);
      }
    }
  }

  /** I1: whatever a client was told to be stored is in the log. */
  checkOutbox(who: string, entries: readonly OutboxEntry[], isPresentEpoch: boolean): void {
    for (const { id, state, because } of entries) {
      const writing = this.writings.get(id);
      if (writing === undefined) continue;
      if (state === 'failed' && because === 'id-conflict')
        this.fail('I2', `${who}: ${id} is said to be another message`);
      if (state === 'failed' && isPresentEpoch) this.#giveBack(writing);
      if (state !== 'stored' || !isPresentEpoch || this.#acked.has(id)) continue;
      this.#acked.add(id);
      if (!this.#isLogged(writing))
        this.fail('I1', `${who} was told that ${writing.text} is stored; it is not`);
    }
  }

  checkAcked(): void {
    for (const id of this.#acked) {
      const writing = this.writings.get(id);
      if (writing && !this.#isLogged(writing))
        this.fail('I1', `${writing.text} was acked and is no longer in the log`);
    }
  }

  /** I5 and I6: what a client shows is the beginning of the log, event by event. */
  checkShown(who: string, conversation: string, log: EventLog, shown: Shown): void {
    if (shown.epoch !== log.epoch || log.events.length < shown.upTo)
      Object.assign(shown, { epoch: log.epoch, upTo: 0 });
    if (log.epoch !== this.#disk().epoch) return;
    const events = this.find(conversation)?.events ?? [];
    for (; shown.upTo < log.events.length; shown.upTo += 1) {
      const event = log.events[shown.upTo];
      if (event === undefined) return;
      if (event.seq !== shown.upTo + 1)
        this.fail('I6', `${who} shows seq ${event.seq} at place ${shown.upTo + 1}`);
      else if (!isSame(event, events[shown.upTo]))
        this.fail('I5', `${who} shows seq ${event.seq}, which is not in the log so`);
    }
  }

  /** At rest every message is in the log, with its writer again, or gone with its tab: nothing fails silently. */
  checkFates(): void {
    this.checkAcked();
    for (const writing of this.writings.values()) {
      if (writing.fate !== 'open' || this.#isLogged(writing)) continue;
      this.fail('I1', `${writing.text} of ${writing.writer} is neither in the log nor with its writer`);
    }
  }

  #giveBack(writing: Writing): void {
    if (writing.fate !== 'open') return;
    writing.fate = 'returned';
    if (this.#isLogged(writing)) this.fail('I2', `${writing.text} was given back although it is in the log`);
  }

  #isLogged({ id, conversation }: Writing): boolean {
    return this.find(conversation)?.seqById.has(id) ?? false;
  }

  #note(stored: StoredConversation, event: ConversationEvent, by: Writer | null): void {
    const { id } = stored.record;
    const book = this.#books.get(id) ?? new LogBook((rule, what) => this.fail(rule, what));
    this.#books.set(id, book);
    book.note(stored, event, by, event.kind === 'message' ? this.writings.get(event.id) : undefined);
  }
}
