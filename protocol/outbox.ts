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

/** What this line carries. Entries leave the outbox when the log shows them, which can be before their ack; their n stays taken. */
interface Row {
  /** The highest n given out on this line. */
  readonly n: number;
  /** Sent and not answered, also of messages that are no longer in the outbox. By id: a frame that arrived twice is answered twice. */
  readonly unanswered: readonly string[];
  /** Ms to wait since a refusal. Until all that is behind it is answered nothing goes out: numbers would be given twice. */
  readonly held: number | null;
}

export interface Outbox {
  /** The highest n of this device that the server is known to have. */
  readonly lastN: number;
  readonly entries: readonly OutboxEntry[];
  /** None: nothing went out on this line yet. */
  readonly row?: Row;
}

export const EMPTY_OUTBOX: Outbox = { lastN: 0, entries: [] };

export function enqueue(outbox: Outbox, message: { id: string; text: string; at: number }): Outbox {
  return { ...outbox, entries: [...outbox.entries, { ...message, state: 'queued', n: 0 }] };
}

const isOpen = (entry: OutboxEntry): boolean => entry.state === 'queued' || entry.state === 'sent';

const queued = (entry: OutboxEntry): OutboxEntry => ({ ...entry, state: 'queued', n: 0 });

/**
 * A new line is open: what went out on the old one may or may not have arrived; lastN tells (M5). Not when the server's history is
 * another one (R5): that count proves nothing of what went out in ours, so everything open goes again.
 */
export function rewind(outbox: Outbox, lastN: number, isSameHistory = true): Outbox {
  return {
    lastN,
    entries: outbox.entries.map((entry) => {
      if (entry.state === 'failed') return entry;
      const arrived = isSameHistory && entry.n > 0 && entry.n <= lastN;
      // Also what was acked once: a server that was restored from a backup may have lost it (R5), and the id guards against doubles.
      return arrived ? { ...entry, state: 'stored' } : queued(entry);
    }),
  };
}

export interface Outgoing {
  outbox: Outbox;
  send: readonly OutboxEntry[];
}

const rowOf = (outbox: Outbox): Row => outbox.row ?? { n: outbox.lastN, unanswered: [], held: null };

/** Numbers and releases as many queued messages as the window allows (M4). */
export function takeOutgoing(outbox: Outbox): Outgoing {
  const row = rowOf(outbox);
  if (row.held !== null && row.unanswered.length > 0) return { outbox, send: [] };
  let n = row.held === null ? Math.max(row.n, outbox.lastN) : outbox.lastN;
  const send: OutboxEntry[] = [];
  const entries = outbox.entries.map((entry) => {
    if (entry.state !== 'queued' || row.unanswered.length + send.length >= LIMITS.inFlight) return entry;
    n += 1;
    const sent: OutboxEntry = { ...entry, state: 'sent', n };
    send.push(sent);
    return sent;
  });
  if (send.length === 0) return { outbox, send };
  const unanswered = [...row.unanswered, ...send.map(({ id }) => id)];
  return { outbox: { ...outbox, entries, row: { n, unanswered, held: null } }, send };
}

/** What this line carried of that message has its answer. */
function answered(outbox: Outbox, id: string): Row {
  const row = rowOf(outbox);
  return { ...row, unanswered: row.unanswered.filter((other) => other !== id) };
}

export function acknowledge(outbox: Outbox, ack: { id: string; n: number }): Outbox {
  return {
    lastN: Math.max(outbox.lastN, ack.n),
    entries: outbox.entries.map((entry) => (entry.id === ack.id ? { ...entry, state: 'stored' } : entry)),
    row: answered(outbox, ack.id),
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
  /** Send again after so many ms. */
  retryIn: number | null;
}

const RETRY_WITHOUT_WORD_MS = 1_000;

/**
 * `expected`, `retry` and `rate-limited`: all that is open goes again. Every other reason is final for that message (M6) and
 * leaves a hole in n, so those behind it are numbered again. What was stored is told by each ack, never by a count: on this
 * line a number can belong to another message by now.
 */
export function refuse(outbox: Outbox, nack: Nack): Refused {
  const { id, reason, expected, retryMs = RETRY_WITHOUT_WORD_MS } = nack;
  const isPause = reason === 'retry' || reason === 'rate-limited';
  const isFinal = !isPause && reason !== 'expected';
  const row = answered(outbox, id);
  const held = Math.max(row.held ?? 0, isPause ? retryMs : 0);
  return {
    outbox: {
      lastN: expected === undefined ? outbox.lastN : expected - 1,
      entries: outbox.entries.map((entry) => {
        if (isFinal && entry.id === id) return { ...entry, state: 'failed', n: 0, because: reason };
        return isOpen(entry) ? queued(entry) : entry;
      }),
      row: { ...row, held },
    },
    retryIn: held,
  };
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
