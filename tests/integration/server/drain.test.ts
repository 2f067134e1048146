// The planned stop, and the start after it: what clients hear and in which order, what is kept, and what is asserted each time.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { openDatabase } from '../../../server/storage/sqlite-database.ts';
import { lockDatabase } from '../../support/server/faults.ts';
import { type Citizen, connectCitizen, startConversation } from '../../support/server/people.ts';
import { failToStart, type ServerProcess, startServerProcess } from '../../support/server/server-process.ts';
import { makeDataDir } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act();
});

function makeFolder(): string {
  const folder = makeDataDir();
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataDir: string, port = '0'): Promise<ServerProcess> {
  const server = await startServerProcess({ PORT: port, VANGNET_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  undo.push(() => {
    server.child.kill('SIGKILL');
    return server.exit;
  });
  return server;
}

/** Starting a process several times takes a busy machine its time. */
const SLOW = { timeout: 90_000 };
const IDS = Array.from({ length: 8 }, () => randomUUID());

interface Writer {
  citizen: Citizen;
  device: string;
  wire: VisitorWire;
}

async function bringWriter(server: ServerProcess): Promise<Writer> {
  const citizen = await startConversation(server);
  const device = randomUUID();
  return { citizen, device, wire: await connectCitizen(server, citizen, { device }) };
}

function sayFrom(wire: VisitorWire, lastN: number): void {
  for (const [index, id] of IDS.entries()) {
    if (index >= lastN) wire.say({ type: 'send', id, n: index + 1, text: `bericht ${index + 1}` });
  }
}

/** As the widget does after a restart: takes what the welcome tells as stored, and sends the rest. Gives the ids in the log. */
async function goOn(server: ServerProcess, { citizen, device, wire }: Writer): Promise<string[]> {
  const again = await connectCitizen(server, citizen, { device });
  const [welcome] = again.heard;
  const lastN = welcome?.type === 'welcome' ? welcome.lastN : 0;
  expect(lastN).toBeGreaterThanOrEqual(wire.heard.filter(({ type }) => type === 'ack').length);
  sayFrom(again, lastN);
  await again.hear('events', ({ events }) => events.at(-1)?.seq === IDS.length + 1);
  return again.heard
    .flatMap((frame) => (frame.type === 'events' ? frame.events : []))
    .flatMap((event) => (event.kind === 'message' ? [event.id] : []));
}

describe('[L7] a planned stop', () => {
  it('under load: drain before 1012, what was acked is there after, the rest goes again', SLOW, async () => {
    const dataDir = makeFolder();
    const first = await start(dataDir);
    const writers = await Promise.all(Array.from({ length: 20 }, () => bringWriter(first)));
    for (const { wire } of writers) sayFrom(wire, 0);
    first.child.kill('SIGTERM');
    for (const { wire } of writers) {
      expect(await wire.closed).toBe(CLOSE.restart);
      expect(wire.heard.map(({ type }) => type)).toContain('drain');
    }
    expect(await first.exit).toBe(0);
    const second = await start(dataDir, new URL(first.url).port);
    for (const log of await Promise.all(writers.map((writer) => goOn(second, writer))))
      expect(log).toEqual(IDS);
  });

  it('does not wait for a database that another process holds', SLOW, async () => {
    const dataDir = makeFolder();
    const server = await start(dataDir);
    await connectCitizen(server, await startConversation(server));
    const locker = await lockDatabase(dataDir);
    undo.push(() => locker.child.kill('SIGKILL'));
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  });

  it('that is asked for twice ends at once', SLOW, async () => {
    const server = await start(makeFolder());
    const tab = await connectCitizen(server, await startConversation(server));
    const other = await connectCitizen(server, await startConversation(server));
    // It does not answer its close: the ordinary stop takes most of a second, and ends with 0.
    tab.socket.pause();
    server.child.kill('SIGTERM');
    await other.hear('drain');
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(1);
    tab.socket.terminate();
  });
});

describe('every start', () => {
  it('[M5] asserts what durability rests on, the second time too', SLOW, async () => {
    const dataDir = makeFolder();
    for (let round = 0; round < 2; round++) {
      const server = await start(dataDir);
      server.child.kill('SIGTERM');
      await server.exit;
      const database = openDatabase(dataDir);
      const read = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
      expect([read('synchronous'), read('journal_mode'), read('foreign_keys')]).toEqual([2, 'wal', 1]);
      database.close();
    }
  });

  it('[M5] brings a database back that someone opened in another journal mode', async () => {
    const dataDir = makeFolder();
    openDatabase(dataDir).close();
    const other = new DatabaseSync(join(dataDir, 'vangnet.db'));
    other.exec('PRAGMA journal_mode = DELETE');
    other.close();
    const database = openDatabase(dataDir);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it('[M5] is refused while another process holds the database', SLOW, async () => {
    const dataDir = makeFolder();
    const server = await start(dataDir);
    server.child.kill('SIGTERM');
    await server.exit;
    const locker = await lockDatabase(dataDir);
    undo.push(() => locker.child.kill('SIGKILL'));
    const { code, stderr } = await failToStart(['--demo'], { PORT: '0', VANGNET_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(stderr).toMatch(/Another process keeps the database in VANGNET_DATA_DIR locked/);
  });
});
