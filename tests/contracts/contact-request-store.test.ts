// Requests to be called back on disk: once each, in the order of their promises, and never of another organisation.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactRequestStore, NewContact } from '../../server/application/contact-port.ts';
import { openSqliteStore, type Store } from '../../server/storage/sqlite-store.ts';
import { PAGE } from '../support/server/people.ts';
import { makeDataDir } from '../support/server/test-server.ts';

const ANNA = { operator: 1, id: 'anna'.padEnd(22, '-'), name: 'Anna de Vries' };
const BRAM = { operator: 2, id: 'bram'.padEnd(22, '-'), name: 'Bram Jansen' };
const SITE = { organisation: 1, site: 1 };

let folder: string;
let store: Store;
let contacts: ContactRequestStore;

async function seed(id: string, key: string): Promise<void> {
  const hours = [[], [], [], [], [], [], []];
  const pages = { phone: '14 0123', hoursText: '', contactUrl: 'https://a.nl/', privacyUrl: 'https://a.nl/' };
  const operators = id === 'gemeente' ? [ANNA, BRAM] : [];
  await store.seeder.seed({
    id,
    name: id,
    site: { key, origins: [], ...pages, hours },
    operators: operators.map((one) => ({ id: one.id, name: one.name, role: 'operator' })),
  });
}

beforeEach(async () => {
  folder = makeDataDir();
  store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
  contacts = store.contacts;
  await seed('gemeente', 'eerste');
  await seed('elders', 'tweede');
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const wanted = (n: number, more: Partial<NewContact> = {}): NewContact => ({
  ...SITE,
  id: idOf(n),
  words: {
    kind: 'call-back',
    name: 'Fatima Yıldız',
    phone: '+31612345678',
    email: null,
    noAnswer: false,
    subject: 'Bijstand',
    text: 'Na vijven graag.',
    language: 'nl',
    context: PAGE,
  },
  moment: { date: '2026-12-01', part: 'morning' },
  conversation: null,
  promisedBy: 1_000 + n,
  ...more,
});

describe('call-back requests on disk', () => {
  it('[K1] are kept whole, once, with the first words', async () => {
    const [first, second] = await Promise.all([
      contacts.add(wanted(1), 5),
      contacts.add(wanted(1, { promisedBy: 9_000 }), 6),
    ]);
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.record).toEqual(first.record);
    const { promisedBy, ...kept } = wanted(1);
    expect(await contacts.find(1, idOf(1))).toEqual({
      ...kept,
      contact: 1,
      createdAt: 5,
      state: {
        status: 'open',
        assignee: null,
        promisedBy,
        attempts: 0,
        version: 0,
        outcome: null,
        leaseUntil: null,
      },
    });
    store.close();
    store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
    expect(await store.contacts.find(1, idOf(1))).toEqual(first.record);
  });

  it('know the conversation that they were asked from', async () => {
    const opening = { organisation: 1, site: 1, language: 'nl', context: null, offer: null } as const;
    const talk = await store.conversations.open(
      { ...opening, id: 'talk'.padEnd(22, '-'), tokenHash: 'h' },
      1,
    );
    await contacts.add(wanted(1, { conversation: talk.record.conversation }), 2);
    expect((await contacts.find(1, idOf(1)))?.conversation).toBe('talk'.padEnd(22, '-'));
  });

  it('[K4] are listed by their promise until they are done', async () => {
    for (const [n, promisedBy] of [
      [1, 30],
      [2, 10],
      [3, 20],
    ] as const)
      await contacts.add(wanted(n, { promisedBy }), 1);
    expect((await contacts.listOpen(1, 10)).map(({ id }) => id)).toEqual([idOf(2), idOf(3), idOf(1)]);
    expect((await contacts.listOpen(1, 1)).map(({ id }) => id)).toEqual([idOf(2)]);
    const [first] = await contacts.listOpen(1, 1);
    if (!first) throw new Error('nothing listed');
    await contacts.execute(first, { action: 'take', by: ANNA, until: 900 }, 2);
    expect(await contacts.countOpen(1)).toBe(3);
    await contacts.execute(first, { action: 'finish', by: ANNA, outcome: 'reached', again: 0 }, 3);
    expect((await contacts.listOpen(1, 10)).map(({ id }) => id)).toEqual([idOf(3), idOf(1)]);
    expect(await contacts.countOpen(1)).toBe(2);
  });

  it('[K5] are taken by exactly one of many operators', async () => {
    const { record } = await contacts.add(wanted(1), 1);
    const tries = await Promise.all(
      [ANNA, BRAM, ANNA, BRAM].map((by) => contacts.execute(record, { action: 'take', by, until: 900 }, 2)),
    );
    expect(tries.map((one) => one?.decision.ok)).toEqual([true, false, true, false]);
    expect(await contacts.read(record)).toMatchObject({
      state: { status: 'taken', assignee: ANNA, version: 1 },
    });
  });

  it('[A5] [K5] are not there for another organisation', async () => {
    const { record } = await contacts.add(wanted(1), 1);
    const other = { organisation: 2, contact: record.contact };
    expect(await contacts.find(2, idOf(1))).toBeNull();
    expect(await contacts.read(other)).toBeNull();
    expect(await contacts.execute(other, { action: 'take', by: ANNA, until: 900 }, 2)).toBeNull();
    expect(await contacts.listOpen(2, 10)).toEqual([]);
    expect(await contacts.countOpen(2)).toBe(0);
    expect((await contacts.add(wanted(1, { organisation: 2, site: 2 }), 3)).created).toBe(true);
    expect(await contacts.read(record)).toEqual(record);
  });

  it('[K10] that are taken are found by their lease, and can all be lent anew', async () => {
    const { record } = await contacts.add(wanted(1), 1);
    await contacts.add(wanted(2), 1);
    await contacts.execute(record, { action: 'take', by: ANNA, until: 900 }, 2);
    const found = async (before: number) => (await contacts.findTaken(before)).map(({ id }) => id);
    expect([await found(899), await found(900)]).toEqual([[], [idOf(1)]]);
    await contacts.lendAll(2_000);
    expect([await found(1_999), await found(2_000)]).toEqual([[], [idOf(1)]]);
    const lost = await contacts.execute(record, { action: 'lose', version: 1 }, 3);
    expect(lost?.record.state).toMatchObject({ status: 'open', assignee: null, leaseUntil: null });
    expect(await found(9_000)).toEqual([]);
  });

  it('[K3] are promised by the norm of the site, else within one day', async () => {
    expect(await contacts.readNorm({ id: 1 })).toBe(1);
    const database = new DatabaseSync(join(folder, 'vangnet.db'));
    database.exec('INSERT INTO contact_norm VALUES (1, 1, 3)');
    database.close();
    expect(await contacts.readNorm({ id: 1 })).toBe(3);
    expect(await contacts.readNorm({ id: 2 })).toBe(1);
  });
});
