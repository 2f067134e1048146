// The SQLite store under the contract, and what only SQLite must promise: its settings at every open.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/application/ports.ts';
import type { OrganisationSeed } from '../../server/storage/seed.ts';
import { assertDatabaseSafe, openDatabase } from '../../server/storage/sqlite-database.ts';
import { openSqliteStore } from '../../server/storage/sqlite-store.ts';
import { makeDataDir } from '../support/server/test-server.ts';
import { describeConversationLog, type OpenedStore, type Place } from './conversation-log-contract.ts';

const STORE = new URL('../../server/storage/sqlite-store.ts', import.meta.url).href;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const seed = (name: string): OrganisationSeed => ({
  id: name,
  name,
  site: {
    key: name,
    origins: [`https://${name}.example`],
    phone: '14 0123',
    hoursText: 'altijd',
    contactUrl: `https://${name}.example/`,
    privacyUrl: `https://${name}.example/`,
    hours: [[], [], [], [], [], [], []],
  },
  operators: [{ id: `op-${name}`, name: `Medewerker van ${name}`, role: 'operator' }],
});

/** Ids inside are given in order of writing: the first organisation is 1, and so is its site and its operator. */
const place = (number: number, name: string): Place => ({
  organisation: number,
  site: number,
  operator: { operator: number, id: `op-${name}`, name: `Medewerker van ${name}` },
});

async function openIn(folder: string): Promise<OpenedStore> {
  const store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
  for (const name of ['eerste', 'tweede']) await store.seeder.seed(seed(name));
  return {
    conversations: store.conversations,
    places: [place(1, 'eerste'), place(2, 'tweede')],
    async reopen() {
      store.close();
      return openIn(folder);
    },
    async close() {
      store.close();
    },
  };
}

function makeFolder(): string {
  const folder = makeDataDir();
  folders.push(folder);
  return folder;
}

describeConversationLog('SQLite', () => openIn(makeFolder()));

const readPragma = (database: DatabaseSync, name: string) => database.prepare(`PRAGMA ${name}`).get()?.[name];

describe('[pragma] every open', () => {
  it('syncs fully, also when the database existed already', () => {
    const folder = makeFolder();
    for (const round of ['first', 'second']) {
      const database = openDatabase(folder);
      expect(readPragma(database, 'synchronous'), round).toBe(2);
      expect(readPragma(database, 'journal_mode')).toBe('wal');
      expect(readPragma(database, 'foreign_keys')).toBe(1);
      database.exec('CREATE TABLE IF NOT EXISTS x (y)');
      database.close();
    }
  });

  it.each([
    ['synchronous = NORMAL', /synchronous is 1/],
    ['foreign_keys = OFF', /foreign_keys is 0/],
    ['journal_mode = DELETE', /journal_mode is delete/],
  ])('refuses %s', (pragma, message) => {
    const database = openDatabase(makeFolder());
    database.exec(`PRAGMA ${pragma}`);
    expect(() => assertDatabaseSafe(database)).toThrow(message);
    database.close();
  });
});

describe('the file', () => {
  it('keeps its epoch, and is not opened for another mode', () => {
    const folder = makeFolder();
    const first = openSqliteStore(folder, { epoch: 'one', mode: 'demo' });
    first.close();
    const second = openSqliteStore(folder, { epoch: 'two', mode: 'demo' });
    expect(second.conversations.epoch).toBe('one');
    second.close();
    expect(() => openSqliteStore(folder, { epoch: 'three', mode: 'serve' })).toThrow('VANGNET_DATA_DIR');
  });

  it('[M5] is one server’s alone, until that server is gone', async () => {
    const folder = makeFolder();
    const first = await openIn(folder);
    const open = `import('${STORE}').then(({ openSqliteStore }) => {
      openSqliteStore(${JSON.stringify(folder)}, { epoch: 'two', mode: 'test' });
      console.log('open');
      setInterval(() => {}, 1_000);
    });`;
    const refused = spawnSync(process.execPath, ['--eval', open], { encoding: 'utf8' });
    expect(refused.stderr).toContain('Another Vangnet uses the folder of VANGNET_DATA_DIR');
    await first.close();
    const killed = spawn(process.execPath, ['--eval', open], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const again = await openIn(folder);
    await again.close();
  });

  it('refuses a database of a newer version', () => {
    const folder = makeFolder();
    openSqliteStore(folder, { epoch: 'one', mode: 'demo' }).close();
    const database = new DatabaseSync(join(folder, 'vangnet.db'));
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(() => openSqliteStore(folder, { epoch: 'one', mode: 'demo' })).toThrow('newer version');
  });

  it('is readable although the context of a row no longer has the shape of this version', async () => {
    const folder = makeFolder();
    const first = await openIn(folder);
    const { organisation, site } = first.places[0];
    const opening = { organisation, site, language: 'nl', context: null, offer: null } as const;
    const { record } = await first.conversations.open({ ...opening, id: 'a', tokenHash: 'a' }, 1);
    await first.close();
    const database = new DatabaseSync(join(folder, 'vangnet.db'));
    database.exec(`UPDATE conversation SET context = '{"form":1}'`);
    database.close();
    const again = await openIn(folder);
    expect(await again.conversations.read(record)).toEqual(record);
    await again.close();
  });

  it('[M6] refuses what comes while too much waits, and what it refused is not in the log', async () => {
    const { conversations, places, close } = await openIn(makeFolder());
    const { organisation, site } = places[0];
    const opening = { organisation, site, language: 'nl', context: null, offer: null } as const;
    const { record } = await conversations.open({ ...opening, id: 'a', tokenHash: 'a' }, 1);
    const says = (n: number) =>
      conversations.execute(
        record,
        { do: 'append', from: 'visitor', id: randomUUID(), device: 'a', n, text: 'a' },
        1,
      );
    const answers = await Promise.allSettled(Array.from({ length: 1_100 }, (_, index) => says(index + 1)));
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refused).toHaveLength(100);
    expect(refused[0]).toBeInstanceOf(StoreUnavailable);
    expect(await conversations.readEvents(record, 1_001, 10)).toEqual([]);
    expect(await says(1_001)).toMatchObject({ ok: true, ack: { seq: 1_002 } });
    await close();
  });

  it('commits what it accepted before it closes, and accepts nothing after', async () => {
    const folder = makeFolder();
    const { conversations, places, close } = await openIn(folder);
    const [{ organisation, site }] = places;
    const opening = { organisation, site, language: 'nl', context: null, offer: null } as const;
    const accepted = conversations.open({ ...opening, id: 'a', tokenHash: 'a' }, 1);
    await close();
    expect((await accepted).created).toBe(true);
    await expect(conversations.open({ ...opening, id: 'b', tokenHash: 'b' }, 1)).rejects.toThrow();
    const again = await openIn(folder);
    expect(await again.conversations.findByToken(site, 'a')).not.toBeNull();
    await again.close();
  });
});
