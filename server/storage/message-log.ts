// The hot path: append, dedupe and resume reads of the log as prepared statements. Everything else goes through Kysely.
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { ConversationEvent } from '#protocol';
import { conversationEvent } from '#protocol/schemas';

/** A key is conversation · 2^24 + seq: 16 million events each, 2^29 conversations within a safe integer. */
const SEQ_SPACE = 2 ** 24;

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

export class MessageLog {
  readonly #append: StatementSync;
  readonly #readAfter: StatementSync;
  readonly #findMessage: StatementSync;

  constructor(database: DatabaseSync) {
    this.#append = database.prepare(
      'INSERT INTO conversation_log (id, at, kind, message_id, device, n, sender, author, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#readAfter = database.prepare(
      'SELECT * FROM conversation_log WHERE id > ? AND id < ? ORDER BY id LIMIT ?',
    );
    this.#findMessage = database.prepare(
      'SELECT * FROM conversation_log WHERE id > ? AND id < ? AND message_id = ?',
    );
  }

  append(conversation: number, event: ConversationEvent, by: { device: string; n: number } | null): void {
    const { author, body } = toDetail(event);
    const message = event.kind === 'message' ? event : null;
    this.#append.run(
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

  readAfter(conversation: number, after: number, limit: number): LoggedEvent[] {
    const base = conversation * SEQ_SPACE;
    return this.#readAfter.all(base + after, base + SEQ_SPACE, limit).map((row) => ({
      event: toEvent(row),
      device: row['device'] === null ? null : String(row['device']),
      n: row['n'] === null ? null : Number(row['n']),
    }));
  }

  /** Backs the window of recent ids: reads through one conversation only. */
  findMessage(conversation: number, id: string): ConversationEvent | null {
    const base = conversation * SEQ_SPACE;
    const row = this.#findMessage.get(base, base + SEQ_SPACE, id);
    return row ? toEvent(row) : null;
  }
}
