// A real store with one organisation, its site and two operators, for tests of what works on a store without a server around it.
import { rmSync } from 'node:fs';
import { vi } from 'vitest';
import type { ConversationRecord, OperatorAccount } from '../../../server/application/ports.ts';
import { SqliteRunner } from '../../../server/storage/sqlite-dialect.ts';
import { openSqliteStore, type Store } from '../../../server/storage/sqlite-store.ts';
import { PAGE } from './people.ts';
import { makeDataDir } from './test-server.ts';

const SITE = {
  key: 'gemeente',
  origins: [],
  phone: '14 0123',
  hoursText: 'altijd',
  contactUrl: 'https://gemeente.example/',
  privacyUrl: 'https://gemeente.example/',
  hours: [[], [], [], [], [], [], []],
};

export const ANNA: OperatorAccount = {
  organisation: 1,
  organisationName: 'Gemeente',
  operator: 1,
  id: 'anna'.padEnd(22, '-'),
  name: 'Anna de Vries',
  role: 'operator',
  status: 'available',
};
export const BRAM: OperatorAccount = {
  ...ANNA,
  operator: 2,
  id: 'bram'.padEnd(22, '-'),
  name: 'Bram Jansen',
};

export interface SeededStore {
  store: Store;
  folder: string;
  /** Opens so many conversations, each a millisecond after the one before. */
  open(count: number, from: number): Promise<ConversationRecord[]>;
  close(): void;
}

export async function openSeededStore(): Promise<SeededStore> {
  const folder = makeDataDir();
  const store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
  const operators = [ANNA, BRAM].map(({ id, name, role }) => ({ id, name, role }));
  await store.seeder.seed({ id: 'gemeente', name: 'Gemeente', site: SITE, operators });
  let opened = 0;
  const open = (at: number) => {
    opened += 1;
    const start = { organisation: 1, site: 1, language: 'nl', context: PAGE, offer: null } as const;
    return store.conversations.open(
      { ...start, id: `talk-${opened}`.padEnd(22, '-'), tokenHash: `hash-${opened}` },
      at,
    );
  };
  return {
    store,
    folder,
    async open(count, from) {
      const records: ConversationRecord[] = [];
      // The write queue takes a thousand at once.
      for (let done = 0; done < count; done += 500) {
        const part = Array.from({ length: Math.min(500, count - done) }, (_, i) => open(from + done + i));
        records.push(...(await Promise.all(part)).map(({ record }) => record));
      }
      return records;
    },
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Counts the rows that the database gives from now on, and the questions that it gets. */
export function countWork(): { rows: number; queries: number } {
  const work = { rows: 0, queries: 0 };
  const { runCompiled } = SqliteRunner.prototype;
  vi.spyOn(SqliteRunner.prototype, 'runCompiled').mockImplementation(function <Row>(
    this: SqliteRunner,
    query: Parameters<typeof runCompiled>[0],
  ): Row[] {
    const rows = runCompiled.call<SqliteRunner, [typeof query], Row[]>(this, query);
    work.rows += rows.length;
    work.queries += 1;
    return rows;
  });
  return work;
}
