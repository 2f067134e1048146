// What one client knows of one conversation: the product's own outbox and event log, and the watch over its line.
import type { ConversationEvent, NackReason } from '#protocol';
import { adoptEpoch, applyEvents, EMPTY_LOG, type EventLog } from '#protocol/event-log';
import {
  acknowledge,
  EMPTY_OUTBOX,
  enqueue,
  type Outbox,
  type OutboxEntry,
  refuse,
  rewind,
  settle,
  takeOutgoing,
  withdraw,
} from '#protocol/outbox';
import type { Ledger, Written } from '../model/ledger.ts';
import { LineWatch } from '../model/line-watch.ts';

interface Nack {
  id: string;
  reason: NackReason;
  expected?: number | undefined;
  retryMs?: number | undefined;
}

const isOpen = ({ state }: OutboxEntry): boolean => state === 'queued' || state === 'sent';

export class ConversationMind {
  readonly #ledger: Ledger;
  readonly #story: number;
  readonly #watch: LineWatch;
  #log: EventLog = EMPTY_LOG;
  #outbox: Outbox = EMPTY_OUTBOX;
  closed = false;

  constructor(ledger: Ledger, story: number, who: string) {
    this.#ledger = ledger;
    this.#story = story;
    this.#watch = new LineWatch(ledger, `${who} of story ${story}`);
  }

  get lastSeq(): number {
    return this.#log.lastSeq;
  }

  get epoch(): string | null {
    return this.#log.epoch;
  }

  get openEntries(): readonly OutboxEntry[] {
    return this.#outbox.entries.filter(isOpen);
  }

  write(message: Written): void {
    this.#outbox = enqueue(this.#outbox, { ...message, at: 0 });
  }

  /** A new line, as the server sees it. */
  resume(epoch: string, lastSeq: number, lastN: number): void {
    if (this.#log.epoch === epoch && this.#log.lastSeq > lastSeq) {
      const missing = this.#log.lastSeq - lastSeq;
      this.#ledger.violate(
        'lost',
        `story ${this.#story}: shown up to ${this.#log.lastSeq}, now ${lastSeq}`,
        missing,
      );
    }
    this.#log = adoptEpoch(this.#log, epoch, lastSeq);
    this.#watch.opened(this.#log.lastSeq);
    const open = new Set(this.openEntries.map(({ id }) => id));
    this.#outbox = rewind(this.#outbox, lastN);
    for (const { id, state } of this.#outbox.entries) {
      if (state === 'stored' && open.has(id)) this.#ledger.stored(id);
    }
  }

  /** True when there is a hole: the client asks again after `lastSeq`. */
  hear(events: readonly ConversationEvent[]): boolean {
    this.#watch.heard(events);
    const before = this.#log.events.length;
    const { log, gap } = applyEvents(this.#log, events);
    this.#log = log;
    const added = log.events.slice(before);
    for (const event of added) this.#ledger.saw(this.#story, event);
    this.#outbox = settle(
      this.#outbox,
      new Set(added.flatMap((event) => (event.kind === 'message' ? [event.id] : []))),
    );
    if (added.some(({ kind }) => kind === 'closed')) this.closed = true;
    if (gap) this.#watch.pulled(log.lastSeq);
    return gap;
  }

  ack(ack: { id: string; n: number; seq: number }): void {
    this.#ledger.acked(ack.id, ack.seq);
    this.#outbox = acknowledge(this.#outbox, ack);
  }

  /** When to try again, in ms; `failed` was refused for good and is taken out. */
  nack(nack: Nack): { retryIn: number; failed: boolean } {
    const { outbox, retryIn } = refuse(this.#outbox, nack);
    const failed = outbox.entries.some(({ id, state }) => id === nack.id && state === 'failed');
    this.#outbox = failed ? withdraw(outbox, nack.id) : outbox;
    if (failed) this.#ledger.refuse(nack.id);
    return { retryIn: retryIn ?? 0, failed };
  }

  takeOutgoing(): readonly OutboxEntry[] {
    const { outbox, send } = takeOutgoing(this.#outbox);
    this.#outbox = outbox;
    return send;
  }
}
