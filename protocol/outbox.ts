// Messages that are not yet surely in the log, in the order in which they were written (rules M1 to M6).
import { LIMITS, type NackReason } from './names.ts';

export interface OutboxEntry {
  /** Made once, by the writer; the server's key against doubles. */
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** `queued`: not on this line yet. `sent`: on its way. `stored`: acked, its event is still to come. `failed`: will not be tried again. */
  readonly state: 'queued' | 'sent' | 'stored' | 'failed';
  /** Place in this device's row; 0 until it goes out. */
  readonly n: number;
  readonly because?: NackReason;
}

export interface Outbox {
  /** The highest n of this device that the server is known to have. */
  readonly lastN: number;
  readonly entries: readonly OutboxEntry[];
}

export const EMPTY_OUTBOX: Outbox = { lastN: 0, entries: [] };

export function enqueue(outbox: Outbox, message: { id: string; text: string; at: number }): Outbox {
  return { ...outbox, entries: [...outbox.entries, { ...message, state: 'queued', n: 0 }] };
}

const isOpen = (entry: OutboxEntry): boolean => entry.state === 'queued' || entry.state === 'sent';

/** A new line is open: what went out on the old one may or may not have arrived; lastN tells (M5). */
export function rewind(outbox: Outbox, lastN: number): Outbox {
  return {
    lastN,
    entries: outbox.entries.map((entry) => {
      if (!isOpen(entry)) return entry;
      const arrived = entry.n > 0 && entry.n <= lastN;
      return arrived ? { ...entry, state: 'stored' } : { ...entry, state: 'queued', n: 0 };
    }),
  };
}

export interface Outgoing {
  outbox: Outbox;
  send: readonly OutboxEntry[];
}

/** Numbers and releases as many queued messages as the window allows (M4). */
export function takeOutgoing(outbox: Outbox): Outgoing {
  let inFlight = outbox.entries.filter((entry) => entry.state === 'sent').length;
  let n = outbox.entries.reduce((most, entry) => Math.max(most, entry.n), outbox.lastN);
  const send: OutboxEntry[] = [];
  const entries = outbox.entries.map((entry) => {
    if (entry.state !== 'queued' || inFlight >= LIMITS.inFlight) return entry;
    inFlight += 1;
    n += 1;
    const sent: OutboxEntry = { ...entry, state: 'sent', n };
    send.push(sent);
    return sent;
  });
  return send.length === 0 ? { outbox, send } : { outbox: { ...outbox, entries }, send };
}

export function acknowledge(outbox: Outbox, ack: { id: string; n: number }): Outbox {
  return {
    lastN: Math.max(outbox.lastN, ack.n),
    entries: outbox.entries.map((entry) => (entry.id === ack.id ? { ...entry, state: 'stored' } : entry)),
  };
}

export interface Nack {
  id: string;
  reason: NackReason;
  expected?: number | undefined;
  retryMs?: number | undefined;
}

export interface Refused {
  outbox: Outbox;
  /** Send again after so many ms; null: nothing to wait for. */
  retryIn: number | null;
}

const RETRY_WITHOUT_WORD_MS = 1_000;

/** `expected`, `retry` and `rate-limited` rewind and try again; every other reason is final for that message (M6). */
export function refuse(outbox: Outbox, nack: Nack): Refused {
  const replace = (change: Partial<OutboxEntry>): Outbox => ({
    ...outbox,
    entries: outbox.entries.map((entry) => (entry.id === nack.id ? { ...entry, ...change } : entry)),
  });
  switch (nack.reason) {
    case 'expected':
      // The refused message itself is surely not in the log, whatever its number.
      return { outbox: rewind(replace({ n: 0 }), (nack.expected ?? outbox.lastN + 1) - 1), retryIn: 0 };
    case 'retry':
    case 'rate-limited':
      return { outbox: rewind(outbox, outbox.lastN), retryIn: nack.retryMs ?? RETRY_WITHOUT_WORD_MS };
    default:
      // It leaves a hole in n: those behind it are numbered again.
      return {
        outbox: rewind(replace({ state: 'failed', n: 0, because: nack.reason }), outbox.lastN),
        retryIn: 0,
      };
  }
}

/** Drops what the log shows. */
export function settle(outbox: Outbox, ids: ReadonlySet<string>): Outbox {
  const entries = outbox.entries.filter((entry) => !ids.has(entry.id));
  return entries.length === outbox.entries.length ? outbox : { ...outbox, entries };
}

/** Takes a message back, for instance to edit one that failed. */
export function withdraw(outbox: Outbox, id: string): Outbox {
  return settle(outbox, new Set([id]));
}
