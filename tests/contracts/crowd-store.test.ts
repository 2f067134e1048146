// The crowd's sums on disk: what is kept of a visit, for how long, and how much room a site has.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { FormSums } from '#protocol';
import { start } from '../../server/storage/migrations/0001-start.ts';
import { openDatabase } from '../../server/storage/sqlite-database.ts';
import { createKysely, SqliteRunner } from '../../server/storage/sqlite-dialect.ts';
import { openSqliteStore } from '../../server/storage/sqlite-store.ts';
import { makeDataDir } from '../support/server/test-server.ts';

const DAY = 24 * 60 * 60_000;
const SITE = { organisation: 1, id: 1 };
const OTHER = { organisation: 1, id: 2 };

const opened: { folder: string; close(): void }[] = [];
afterEach(() => {
  for (const { folder, close } of opened.splice(0)) {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function open() {
  const folder = makeDataDir();
  const store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
  opened.push({ folder, close: store.close });
  for (const key of ['eerste', 'tweede'])
    await store.seeder.seed({
      id: 'gemeente',
      name: 'Gemeente',
      site: {
        key,
        origins: [],
        phone: '14 0123',
        hoursText: '',
        contactUrl: 'https://example.nl/',
        privacyUrl: 'https://example.nl/',
        hours: [[], [], [], [], [], [], []],
        forms: {
          '': { sensitivity: 'reserved', manner: 'card' },
          Bijstand: { sensitivity: 'generous', manner: 'nudge' },
        },
      },
      operators: [],
    });
  return { store, folder };
}

const told = (form: string, ...fields: string[]): FormSums => ({
  form,
  finished: true,
  last: fields.at(-1) ?? null,
  fields: fields.map((field) => ({ field, count: 1, sumLn: 2, sumLn2: 4, errors: 1 })),
});

function countRows(folder: string, site: number): number {
  const database = new DatabaseSync(join(folder, 'vangnet.db'), { readOnly: true });
  const row = database.prepare('SELECT count(*) AS rows FROM form_field WHERE site_id = ?').get(site);
  database.close();
  return Number(row?.['rows']);
}

describe('the crowd on disk', () => {
  it('[C4] adds visits up, per site, form and field', async () => {
    const { crowds } = (await open()).store;
    await Promise.all([
      crowds.add(SITE, told('Bijstand', 'iban'), 5),
      crowds.add(SITE, told('Bijstand', 'iban', 'naam'), 5),
      crowds.add(OTHER, told('Bijstand', 'iban'), 5),
    ]);
    const fields = await crowds.readFields(SITE, 'Bijstand');
    expect(fields.map(({ field }) => field)).toEqual(['iban', 'naam']);
    expect(fields[0]?.crowd).toEqual({
      count: 2,
      sumLn: 4,
      sumLn2: 8,
      errors: 2,
      last: 1,
      finished: 2,
      unfinished: 0,
      fadedAt: 5,
    });
    expect(await crowds.readFields(SITE, 'Verhuizing')).toEqual([]);
  });

  it('[C4] a field that nobody knows any more makes room, then the one with the fewest visits', async () => {
    const { store, folder } = await open();
    const { crowds } = store;
    const junk = (from: number) => Array.from({ length: 59 }, (_, i) => `x${from + i}`);
    await crowds.add(SITE, told('Lang geleden', 'iban'), 0);
    const now = 400 * DAY;
    for (let visits = 0; visits < 3; visits++) await crowds.add(SITE, told('Bijstand', 'iban'), now);
    for (let i = 0; i < 110; i++) await crowds.add(SITE, told(`Verzonnen ${i}`, ...junk(i * 59)), now + i);
    expect(countRows(folder, SITE.id)).toBe(5_000);
    expect(await crowds.readFields(SITE, 'Lang geleden')).toEqual([]);
    expect((await crowds.readFields(SITE, 'Bijstand'))[0]?.crowd.count).toBe(3);
    expect(await crowds.readFields(SITE, 'Verzonnen 0')).toEqual([]);
    expect(await crowds.readFields(SITE, 'Verzonnen 109')).toHaveLength(59);
    await crowds.add(OTHER, told('Bijstand', 'iban'), now);
    expect(countRows(folder, OTHER.id)).toBe(2);
  });

  it('[C1] settings are of the form, else of the site, else what everyone gets', async () => {
    const { store, folder } = await open();
    expect(await store.crowds.readSetting(SITE, 'Bijstand')).toEqual({
      sensitivity: 'generous',
      manner: 'nudge',
    });
    expect(await store.crowds.readSetting(SITE, 'Verhuizing')).toEqual({
      sensitivity: 'reserved',
      manner: 'card',
    });
    const database = new DatabaseSync(join(folder, 'vangnet.db'));
    database.exec('DELETE FROM form_setting');
    database.close();
    expect(await store.crowds.readSetting(SITE, 'Bijstand')).toEqual({
      sensitivity: 'normal',
      manner: 'card',
    });
  });

  it('comes to a database of the first version, which then measures nothing', async () => {
    const folder = makeDataDir();
    const database = openDatabase(folder);
    const runner = new SqliteRunner(database);
    for (const one of start(createKysely(database, runner).schema)) runner.run(one);
    database.exec(`PRAGMA user_version = 1;
      INSERT INTO organisation (id, public_id, name) VALUES (1, 'gemeente', 'Gemeente');
      INSERT INTO site (organisation_id, key, mode, origins, weekly_hours)
      VALUES (1, 'eerste', 'button', '[]', '[[],[],[],[],[],[],[]]');`);
    database.close();
    const { sites, crowds, close } = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
    opened.push({ folder, close });
    expect((await sites.readSites()).sites.map(({ measures }) => measures)).toEqual([false]);
    await crowds.add(SITE, told('Bijstand', 'iban'), 5);
    expect(await crowds.readFields(SITE, 'Bijstand')).toHaveLength(1);
  });
});
