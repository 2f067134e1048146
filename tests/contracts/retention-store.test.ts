// What is done with is thrown out when its time has come: per site, and nothing that somebody still has to do.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactOutcome } from '#protocol';
import { ANNA, openSeededStore, type SeededStore } from '../support/server/seeded-store.ts';

const DAY = 24 * 60 * 60_000;
const SITE = { organisation: 1, id: 1 };

let seeded: SeededStore;
beforeEach(async () => {
  seeded = await openSeededStore();
});
afterEach(() => seeded.close());

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Asked on day 0; finished on that day. */
async function addContact(n: number, finished: number | null, outcome: ContactOutcome = 'reached') {
  const { contacts } = seeded.store;
  const words = {
    kind: 'call-back',
    name: null,
    phone: '+31612345678',
    email: null,
    noAnswer: false,
  } as const;
  const { record } = await contacts.add(
    {
      organisation: 1,
      site: 1,
      id: idOf(n),
      words: { ...words, subject: 'Bijstand', text: '', language: 'nl', context: null },
      moment: null,
      conversation: null,
      promisedBy: 1,
    },
    0,
  );
  if (finished === null) return;
  await contacts.execute(record, { action: 'take', by: ANNA, until: 1 }, finished);
  await contacts.execute(record, { action: 'finish', by: ANNA, outcome, again: 1 }, finished);
}

async function rate(remark: string, now: number): Promise<void> {
  for (const { organisation, conversation, site } of await seeded.open(1, now)) {
    const answers = { effort: 6, remark };
    await seeded.store.ratings.rate({ organisation, conversation, site, status: 'closed', answers }, now);
  }
}

const readAnswers = async () =>
  (await seeded.store.ratings.readRated(1, { from: 0, until: Number.MAX_SAFE_INTEGER })).map(
    ({ answers }) => answers,
  );

async function readContacts(): Promise<number[]> {
  const known = await Promise.all([1, 2, 3].map((n) => seeded.store.contacts.find(1, idOf(n))));
  return known.flatMap((record, index) => (record ? [index + 1] : []));
}

describe('[K11] what a site keeps', () => {
  it('is without a setting 90 days of finished requests and remarks, and two years of figures', async () => {
    await addContact(1, 10 * DAY);
    await addContact(2, 10 * DAY, 'not-reached');
    await addContact(3, null);
    await rate('Heel duidelijk', 10 * DAY);
    expect(await seeded.store.retention.purge(SITE, 100 * DAY)).toBe(0);
    expect(await seeded.store.retention.purge(SITE, 100 * DAY + 1)).toBe(2);
    expect(await readContacts(), 'still to be done').toEqual([2, 3]);
    expect(await readAnswers()).toEqual([{ effort: 6 }]);
    expect(await seeded.store.retention.purge(SITE, 740 * DAY + 1)).toBe(1);
    expect(await readAnswers()).toEqual([]);
  });

  it('is set by the site, and another site loses nothing', async () => {
    const database = new DatabaseSync(join(seeded.folder, 'vangnet.db'));
    database.exec(
      'INSERT INTO retention_setting (site_id, organisation_id, contact_days, rating_days, remark_days) VALUES (1, 1, 7, 30, 14)',
    );
    database.close();
    await addContact(1, DAY);
    await rate('Dank', DAY);
    expect(await seeded.store.retention.purge({ organisation: 1, id: 2 }, 900 * DAY)).toBe(0);
    expect(await seeded.store.retention.purge(SITE, 8 * DAY + 1)).toBe(1);
    expect(await seeded.store.retention.purge(SITE, 15 * DAY + 1)).toBe(1);
    expect(await readAnswers()).toEqual([{ effort: 6 }]);
    expect(await seeded.store.retention.purge(SITE, 31 * DAY + 1)).toBe(1);
  });

  it('goes also when there is much of it', async () => {
    for (let n = 1; n <= 1_001; n += 1) await rate('x', n);
    expect(await seeded.store.retention.purge(SITE, 90 * DAY + 500_000)).toBe(1_001);
  });
});
