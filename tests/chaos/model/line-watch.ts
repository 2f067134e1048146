// What one reader hears on one line, before its client forgives anything: after a hello the log goes on exactly where it was (R2).
import type { ConversationEvent } from '#protocol';
import type { Ledger } from './ledger.ts';

export class LineWatch {
  readonly #ledger: Ledger;
  readonly #who: string;
  #next = 1;
  #pulled: number | null = null;

  constructor(ledger: Ledger, who: string) {
    this.#ledger = ledger;
    this.#who = who;
  }

  /** The server knows that this reader has everything up to `after`. */
  opened(after: number): void {
    this.#next = after + 1;
    this.#pulled = null;
  }

  /** The reader asked once more: events may come a second time. */
  pulled(after: number): void {
    this.#pulled = after + 1;
  }

  heard(events: readonly ConversationEvent[]): void {
    for (const { seq } of events) {
      if (seq === this.#pulled) {
        this.#next = seq;
        this.#pulled = null;
      }
      if (seq > this.#next) this.#tell('gaps', seq);
      else if (seq < this.#next) this.#tell('duplicated', seq);
      this.#next = Math.max(this.#next, seq + 1);
    }
  }

  #tell(what: 'gaps' | 'duplicated', seq: number): void {
    this.#ledger.violate(what, `${this.#who} heard seq ${seq} where ${this.#next} was due`);
  }
}
