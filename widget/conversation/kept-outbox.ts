// Keeps this page's unsent messages on the device as long as they are unsent, and takes over those of pages that are gone.
import type { OutboxStore } from './outbox-store.ts';
import { fitMessages, type StoredMessage } from './stored-message.ts';
import type { TabLocks } from './tab-locks.ts';

export interface KeptOutboxOptions {
  store: OutboxStore;
  locks: TabLocks;
  /** This page's name. */
  device: string;
  /** What is on the disk is different now. */
  changed(): void;
}

export interface Adopted {
  found: StoredMessage[];
  /** Ids of all that stood on the shelf, in whichever page's row. */
  kept: string[];
}

export class KeptOutbox {
  readonly #options: KeptOutboxOptions;
  /** When each message was written; carried along from page to page. */
  readonly #times = new Map<string, number>();
  /** Every message that this page ever had or was told to take over. */
  readonly #known = new Set<string>();
  #shelf: string | null = null;
  #row: StoredMessage[] = [];
  #onDisk: ReadonlySet<string> = new Set();
  #fits = true;
  #written = '[]';
  #isWriting = false;
  #release: () => void;

  constructor(options: KeptOutboxOptions) {
    this.#options = options;
    this.#release = options.locks.hold(options.device);
  }

  /** What this tab must remember itself: it is not on the disk, or not yet. */
  get pending(): readonly StoredMessage[] {
    return this.#row.filter(({ id }) => !this.#onDisk.has(id));
  }

  /** False: there is more than may be kept. */
  get fits(): boolean {
    return this.#fits;
  }

  /** The conversation has a name: from now on there is a shelf. */
  open(shelf: string): void {
    if (this.#shelf === shelf) return;
    this.#shelf = shelf;
    this.#options.store.sweep().catch(() => undefined);
    void this.#write();
  }

  keep(unsent: readonly { id: string; text: string }[]): void {
    const now = Date.now();
    const messages = unsent.map(({ id, text }) => ({ id, text, at: this.#times.get(id) ?? now }));
    for (const { id, at } of messages) {
      this.#times.set(id, at);
      this.#known.add(id);
    }
    this.#row = fitMessages(messages, now);
    this.#fits = this.#row.length === messages.length;
    void this.#write();
  }

  /** The messages were written before this page: their time to live goes on. */
  recall(messages: readonly StoredMessage[]): void {
    for (const { id, at } of messages) this.#times.set(id, at);
  }

  /** Takes what pages that are gone left behind, each row for one page only. `former`: the page before this one in this tab. */
  async adopt(former: string | null): Promise<Adopted> {
    const { store, locks, device } = this.#options;
    const shelf = this.#shelf;
    if (shelf === null) return { found: [], kept: [] };
    const found: StoredMessage[] = [];
    const kept: string[] = [];
    const take = async (from: string): Promise<void> => {
      found.push(...(await store.move(shelf, from, device)));
    };
    try {
      const rows = await store.read(shelf);
      for (const row of rows.values()) kept.push(...row.map(({ id }) => id));
      for (const other of rows.keys()) {
        if (other === former) await take(other);
        else if (other !== device) await locks.whenGone(other, () => take(other));
      }
    } catch {
      // The browser refuses: what this tab remembers itself is all there is.
    }
    this.recall(found);
    for (const { id } of found) this.#known.add(id);
    // They are on the disk under our name, written by another hand.
    if (found.length > 0) this.#written = '';
    return { found, kept };
  }

  /** The page goes, perhaps to come back: another tab may do what is left to do. */
  leave(): void {
    this.#release();
  }

  comeBack(): void {
    this.#release();
    this.#release = this.#options.locks.hold(this.#options.device);
    this.#written = '';
    void this.#write();
  }

  wipe(): void {
    if (this.#shelf !== null) this.#options.store.wipe(this.#shelf).catch(() => undefined);
    this.#shelf = null;
    this.#row = [];
    this.#onDisk = new Set();
    this.#written = '[]';
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    const { store, device, changed } = this.#options;
    for (;;) {
      const [shelf, row] = [this.#shelf, this.#row];
      const words = JSON.stringify(row);
      if (shelf === null || words === this.#written) break;
      this.#written = words;
      const isKept = await store.keep(shelf, device, row, this.#known).then(
        () => true,
        () => false,
      );
      if (shelf !== this.#shelf) continue;
      this.#onDisk = new Set(isKept ? row.map(({ id }) => id) : []);
      changed();
    }
    this.#isWriting = false;
  }
}
