// The last word: reads the log from the database itself, with no code of the product, and holds it against the ledger.
import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from './ledger.ts';
import { numberOf, textOf } from './message-names.ts';

/** The key of the log is conversation · 2^24 + seq. */
const SEQ_SPACE = 2 ** 24;

interface Row {
  conversation: number;
  seq: number;
  kind: string;
  messageId: string | null;
  device: string | null;
  n: number;
  body: string;
}

function* readLog(database: DatabaseSync): Generator<Row> {
  const rows = database
    .prepare('SELECT id, kind, message_id, device, n, body FROM conversation_log ORDER BY id')
    .iterate();
  for (const row of rows) {
    const key = Number(row['id']);
    const messageId = row['message_id'];
    const device = row['device'];
    yield {
      conversation: Math.floor(key / SEQ_SPACE),
      seq: key % SEQ_SPACE,
      kind: String(row['kind']),
      messageId: typeof messageId === 'string' ? messageId : null,
      device: typeof device === 'string' ? device : null,
      n: Number(row['n']),
      body: String(row['body']),
    };
  }
}

class LogCheck {
  readonly #ledger: Ledger;
  /** Where each message stands in the database, by its number. */
  readonly #seqs: number[] = [];
  #conversation = 0;
  #lastSeq = 0;
  #lastN = new Map<string, number>();
  #lastOfWriter = new Map<number, number>();
  messages = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  take(row: Row): void {
    if (row.conversation !== this.#conversation) this.#begin(row.conversation);
    if (row.seq !== this.#lastSeq + 1) {
      this.#ledger.violate(
        'gaps',
        `the log of conversation ${row.conversation} goes from ${this.#lastSeq} to ${row.seq}`,
      );
    }
    this.#lastSeq = row.seq;
    if (row.kind === 'message' && row.messageId !== null) this.#takeMessage(row, numberOf(row.messageId));
  }

  #begin(conversation: number): void {
    this.#conversation = conversation;
    this.#lastSeq = 0;
    this.#lastN = new Map();
    this.#lastOfWriter = new Map();
  }

  #takeMessage(row: Row, number: number): void {
    this.messages += 1;
    const fate = this.#ledger.fates[number];
    const what = `message ${number} at seq ${row.seq} of conversation ${row.conversation}`;
    if (!fate || row.body !== textOf(number)) {
      this.#ledger.violate('leaks', `${what} is not what was written`);
      return;
    }
    if (this.#seqs[number] !== undefined)
      this.#ledger.violate('duplicated', `${what} is also at ${this.#seqs[number]}`);
    this.#seqs[number] = row.seq;
    if (fate.refused && !fate.promised) this.#ledger.violate('duplicated', `${what} was refused for good`);
    if (row.device !== null) this.#keepOrder(this.#lastN, row.device, row.n, what);
    this.#keepOrder(this.#lastOfWriter, fate.writer, number, what);
    for (const told of [fate.ackSeq, fate.seenSeq]) {
      if (told !== 0 && told !== row.seq) this.#ledger.violate('reordered', `${what} was told to be ${told}`);
    }
  }

  #keepOrder<Key>(last: Map<Key, number>, key: Key, place: number, what: string): void {
    if (place <= (last.get(key) ?? -1)) this.#ledger.violate('reordered', `${what} comes too late`);
    last.set(key, place);
  }

  /** Whatever was promised or shown must be there. */
  finish(): void {
    for (const [number, fate] of this.#ledger.fates.entries()) {
      if (fate.promised && this.#seqs[number] === undefined) {
        this.#ledger.violate(
          'lost',
          `message ${number} (acked as ${fate.ackSeq}, shown as ${fate.seenSeq}) is not in the log`,
        );
      }
    }
  }
}

export interface DatabaseFacts {
  messages: number;
  conversations: number;
}

export function checkDatabase(file: string, ledger: Ledger): DatabaseFacts {
  const database = new DatabaseSync(file, { readOnly: true });
  const sound = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
  if (sound !== 'ok') ledger.violate('lost', `integrity_check says ${sound}`);
  const check = new LogCheck(ledger);
  for (const row of readLog(database)) check.take(row);
  check.finish();
  const conversations = Number(
    database.prepare('SELECT count(*) AS count FROM conversation').get()?.['count'],
  );
  database.close();
  return { messages: check.messages, conversations };
}
