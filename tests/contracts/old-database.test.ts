// A database of an earlier version with a past in it: after the migration everything is there, and goes on where it was.
import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConversationRef } from '../../server/application/ports.ts';
import { SEQ_SPACE } from '../../server/storage/message-log.ts';
import { start } from '../../server/storage/migrations/0001-start.ts';
import { addCrowd } from '../../server/storage/migrations/0002-crowd.ts';
import { openDatabase } from '../../server/storage/sqlite-database.ts';
import { createKysely, SqliteRunner } from '../../server/storage/sqlite-dialect.ts';
import { openSqliteStore, type Store } from '../../server/storage/sqlite-store.ts';
import { makeDataDir } from '../support/server/test-server.ts';

const LONG = 300;
const ANNA = { operator: 1, id: 'anna', name: 'Anna de Vries' };

let folder: string;
let store: Store;
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Message n of a conversation. */
const idOf = (conversation: number, n: number): string =>
  `00000000-0000-4000-8000-${String(conversation * 1_000 + n).padStart(12, '0')}`;

const OLD_ROWS = `
  INSERT INTO meta VALUES ('epoch', 'old'), ('mode', 'test');
  INSERT INTO organisation (id, public_id, name) VALUES (1, 'org', 'Gemeente Voorbeeldstad');
  INSERT INTO site (id, organisation_id, key, mode, origins, weekly_hours) VALUES (1, 1, 'site', 'proactive', '[]', '[]');
  INSERT INTO operator (id, organisation_id, public_id, name, role, status)
    VALUES (1, 1, 'anna', 'Anna de Vries', 'operator', 'available');`;

function addConversation(database: DatabaseSync, id: number, status: string): void {
  const assignee = status === 'active' ? '1' : 'NULL';
  database.exec(`INSERT INTO conversation (id, organisation_id, site_id, public_id, token_hash, language, offered, status, opened_at,
    waiting_since, assignee_id, assignment_epoch, lease_until, visitor_read, operator_read)
    VALUES (${id}, 1, 1, 'talk-${id}', 'token-${id}', 'nl', 1, '${status}', 1, 1, ${assignee}, 1, NULL, 0, 2)`);
}

/** As the version of migration 0002 wrote them: the key is conversation · 2^24 + seq, so in the order of conversations. */
function addLog(database: DatabaseSync, conversation: number, length: number): void {
  const add = database.prepare(
    'INSERT INTO conversation_log (id, at, kind, message_id, device, n, sender, author, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const base = conversation * SEQ_SPACE;
  add.run(base + 1, 1, 'opened', null, null, null, null, null, 'offered');
  for (let seq = 2; seq <= length; seq += 1) {
    const n = seq - 1;
    add.run(base + seq, seq, 'message', idOf(conversation, n), 'tab', n, 'visitor', null, `zin ${n}`);
  }
  database.prepare('INSERT INTO device_progress VALUES (?, ?, ?)').run(conversation, 'tab', length - 1);
}

function makeOldDatabase(): void {
  folder = makeDataDir();
  const database = openDatabase(folder);
  const runner = new SqliteRunner(database);
  const { schema } = createKysely(database, runner);
  for (const migration of [start, addCrowd]) for (const one of migration(schema)) runner.run(one);
  database.exec('PRAGMA user_version = 2');
  database.exec(OLD_ROWS);
  addConversation(database, 1, 'active');
  addConversation(database, 2, 'closed');
  addConversation(database, 3, 'waiting');
  // Written in turns, as conversations are.
  addLog(database, 3, 1);
  addLog(database, 2, 4);
  addLog(database, 1, LONG);
  database.close();
}

const open = (): void => {
  store = openSqliteStore(folder, { epoch: 'new', mode: 'test' });
};
const reopen = (): void => {
  store.close();
  open();
};

const talk = (conversation: number): ConversationRef => ({ organisation: 1, conversation });

async function readAll(conversation: number): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const events = await store.conversations.readEvents(talk(conversation), told.length, 100);
    if (events.length === 0) return told;
    for (const event of events)
      told.push(`${event.seq} ${event.kind === 'message' ? event.text : event.kind}`);
  }
}

const expected = (length: number): string[] =>
  Array.from({ length }, (_, index) => (index === 0 ? '1 opened' : `${index + 1} zin ${index}`));

const says = (conversation: number, n: number) =>
  store.conversations.execute(
    talk(conversation),
    { do: 'append', from: 'visitor', id: idOf(conversation, n), device: 'tab', n, text: `zin ${n}` },
    9_000,
  );

describe('a database of before the append-only log', () => {
  it('[M5] [R2] keeps every event at its seq, over another start as well', async () => {
    makeOldDatabase();
    open();
    for (let time = 0; time < 2; time += 1) {
      expect(await readAll(1)).toEqual(expected(LONG));
      expect(await readAll(2)).toEqual(expected(4));
      expect(await readAll(3)).toEqual(expected(1));
      await store.flush();
      reopen();
    }
    expect(store.conversations.epoch).toBe('old');
  });

  it('keeps how each conversation stood', async () => {
    makeOldDatabase();
    open();
    const { conversations } = store;
    expect(await conversations.findActive(1)).toEqual([{ ...talk(1), operator: ANNA.operator }]);
    expect(await conversations.readQueue(1, null, 10)).toEqual([{ ...talk(3), waitingSince: 1 }]);
    const [active, waiting] = [await conversations.read(talk(1)), await conversations.read(talk(3))];
    expect(active?.state).toMatchObject({
      status: 'active',
      assignee: ANNA,
      assignmentEpoch: 1,
      lastSeq: LONG,
    });
    expect(active?.state.lastMessage).toMatchObject({ text: `zin ${LONG - 1}` });
    expect(waiting?.state).toMatchObject({ status: 'waiting', assignee: null, lastSeq: 1 });
    expect((await store.conversations.read(talk(2)))?.state).toMatchObject({ status: 'closed', lastSeq: 4 });
  });

  it('[M2] [M3] knows what was written, and goes on behind it', async () => {
    makeOldDatabase();
    open();
    expect(await says(1, 1)).toMatchObject({ ok: true, events: [], ack: { seq: 2 } });
    expect(await says(2, 3)).toMatchObject({ ok: true, events: [], ack: { seq: 4 } });
    expect(await says(1, LONG + 5)).toEqual({ ok: false, refusal: { reason: 'expected', expected: LONG } });
    expect(await says(1, LONG)).toMatchObject({ ok: true, ack: { seq: LONG + 1 } });
    expect(await says(3, 1)).toMatchObject({ ok: true, ack: { seq: 2 } });
    await store.flush();
    reopen();
    expect(await readAll(1)).toEqual(expected(LONG + 1));
    expect(await readAll(3)).toEqual(expected(2));
  });
});
