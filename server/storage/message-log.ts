// The hot path: append, dedupe and resume reads of the log as prepared statements. Everything else goes through Kysely.
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { ConversationEvent } from '#protocol';
import { conversationEvent } from '#protocol/schemas';

/** A key is conversation · 2^24 + seq: 16 million events each, 2^29 conversations within a safe integer. */
export const SEQ_SPACE = 2 ** 24;
/** Rows that a read may have to look through because their place is not noted yet: a third of a millisecond. */
const MOST_UNPLACED = 2_048;
const PLACED_ROW = 'placed_row';

export interface LoggedEvent {
  event: ConversationEvent;
  device: string | null;
  n: number | null;
}

type Row = Record<string, SQLOutputValue>;

function toDetail(event: ConversationEvent): { author: string | null; body: string | null } {
  switch (event.kind) {
    case 'message':
      return { author: event.author, body: event.text };
    case 'opened':
      return { author: null, body: event.offered ? 'offered' : null };
    case 'assigned':
      return { author: event.operator, body: null };
    case 'unassigned':
      return { author: null, body: event.because };
    case 'closed':
      return { author: null, body: event.by };
  }
}

function toEvent(row: Row): ConversationEvent {
  const seq = Number(row['id']) % SEQ_SPACE;
  const { at, kind, author, body } = row;
  const fields: Record<string, unknown> = {
    opened: { offered: body === 'offered' },
    message: { id: row['message_id'], from: row['sender'], author, text: body },
    assigned: { operator: author },
    unassigned: { because: body },
    closed: { by: body },
  };
  const detail = fields[String(kind)];
  return conversationEvent.parse({ seq, at, kind, ...(typeof detail === 'object' ? detail : {}) });
}

function readNumber(row: Row | undefined): number {
  return Number(Object.values(row ?? {})[0] ?? 0);
}

const PLACED =
  'FROM conversation_place p JOIN conversation_log l ON l.row = p.row WHERE p.id > ? AND p.id < ?';
const UNPLACED = 'FROM conversation_log l WHERE l.row > ? AND l.id > ? AND l.id < ?';

export class MessageLog {
  readonly #database: DatabaseSync;
  readonly #append: StatementSync;
  readonly #readPlaced: StatementSync;
  readonly #readUnplaced: StatementSync;
  readonly #findPlaced: StatementSync;
  readonly #findUnplaced: StatementSync;
  /** Up to here the place of every row is noted. */
  #placedRow: number;
  /** Counts on after a transaction that did not happen: a row number is never given twice. */
  #lastRow: number;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#append = database.prepare(
      'INSERT INTO conversation_log (row, id, at, kind, message_id, device, n, sender, author, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#readPlaced = database.prepare(`SELECT l.* ${PLACED} ORDER BY p.id LIMIT ?`);
    this.#readUnplaced = database.prepare(`SELECT l.* ${UNPLACED} ORDER BY l.row LIMIT ?`);
    this.#findPlaced = database.prepare(`SELECT l.* ${PLACED} AND l.message_id = ?`);
    this.#findUnplaced = database.prepare(`SELECT l.* ${UNPLACED} AND l.message_id = ?`);
    this.#placedRow = readNumber(
      database.prepare('SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?').get(PLACED_ROW),
    );
    const last = readNumber(database.prepare('SELECT max(row) FROM conversation_log').get());
    this.#lastRow = Math.max(last, this.#placedRow);
  }

  append(conversation: number, event: ConversationEvent, by: { device: string; n: number } | null): void {
    const { author, body } = toDetail(event);
    const message = event.kind === 'message' ? event : null;
    this.#lastRow += 1;
    this.#append.run(
      this.#lastRow,
      conversation * SEQ_SPACE + event.seq,
      event.at,
      event.kind,
      message?.id ?? null,
      by?.device ?? null,
      by?.n ?? null,
      message?.from ?? null,
      author,
      body,
    );
  }

  get hasUnplaced(): boolean {
    return this.#lastRow > this.#placedRow;
  }

  get needsPlacing(): boolean {
    return this.#lastRow - this.#placedRow >= MOST_UNPLACED;
  }

  /** Notes where the newest rows stand; gives what to call when that is on disk. Inside a transaction only. */
  place(): () => void {
    const upTo = this.#lastRow;
    this.#database
      .prepare(
        'INSERT INTO conversation_place (id, row) SELECT id, row FROM conversation_log WHERE row > ? AND row <= ? ORDER BY id',
      )
      .run(this.#placedRow, upTo);
    this.#database
      .prepare(
        'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      )
      .run(PLACED_ROW, String(upTo));
    return () => {
      this.#placedRow = upTo;
    };
  }

  readAfter(conversation: number, after: number, limit: number): LoggedEvent[] {
    const base = conversation * SEQ_SPACE;
    const rows: Row[] = this.#readPlaced.all(base + after, base + SEQ_SPACE, limit);
    if (rows.length < limit && this.#lastRow > this.#placedRow) {
      const from = Number(rows.at(-1)?.['id'] ?? base + after);
      rows.push(...this.#readUnplaced.all(this.#placedRow, from, base + SEQ_SPACE, limit - rows.length));
    }
    return rows.map((row) => ({
      event: toEvent(row),
      device: row['device'] === null ? null : String(row['device']),
      n: row['n'] === null ? null : Number(row['n']),
    }));
  }

  /** Backs the window of recent ids: reads through one conversation only. */
  findMessage(conversation: number, id: string): ConversationEvent | null {
    const base = conversation * SEQ_SPACE;
    const row =
      this.#findPlaced.get(base, base + SEQ_SPACE, id) ??
      this.#findUnplaced.get(this.#placedRow, base, base + SEQ_SPACE, id);
    return row ? toEvent(row) : null;
  }
}
