// Who has room: asked at every page load and for every offer, so it must not cost more when many wait.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  ANNA,
  BRAM,
  countWork,
  openSeededStore,
  type SeededStore,
} from '../../support/server/seeded-store.ts';

const NOW = 1_700_000_000_000;
const LIVE = [ANNA.operator, BRAM.operator];

let seeded: SeededStore;
beforeEach(async () => {
  seeded = await openSeededStore();
});
afterEach(() => {
  vi.restoreAllMocks();
  seeded.close();
});

async function acceptOffer(id: string): Promise<void> {
  const { offers, conversations } = seeded.store;
  const place = { organisation: 1, site: 1 };
  await offers.hold({ ...place, id, form: 'Bijstand', step: null }, LIVE, NOW);
  const start = { ...place, language: 'nl', context: null, offer: id } as const;
  await conversations.open({ ...start, id: `talk-${id}`.padEnd(22, '-'), tokenHash: `hash-${id}` }, NOW);
}

it('[O1] [O4] counts who is helped, held and reserved, in a few rows however long the queue is', async () => {
  const { offers, conversations, accounts } = seeded.store;
  for (const operator of LIVE) await accounts.setStatus({ organisation: 1, operator }, 'available');
  await acceptOffer('one');
  await acceptOffer('two');
  await offers.hold({ organisation: 1, site: 1, id: 'three', form: 'Bijstand', step: null }, LIVE, NOW);
  const all = await seeded.open(600, NOW);
  for (const one of all.slice(0, 2)) await conversations.execute(one, { do: 'take', by: BRAM }, NOW);
  const last = all.at(-1);
  if (last) await conversations.execute(last, { do: 'end' }, NOW);
  const work = countWork();
  const load = await offers.readDeskLoad(1, LIVE, NOW);
  expect(load.unreservedWaiting).toBe(597);
  expect(load.operators.map(({ active }) => active)).toEqual([0, 2]);
  expect(load.operators.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(2);
  expect(load.operators.reduce((sum, { held }) => sum + held, 0)).toBe(1);
  expect(load.operators.every(({ ready }) => ready)).toBe(true);
  expect(work.rows).toBeLessThan(12);
  // A reservation that is over counts as waiting like any other.
  const later = await offers.readDeskLoad(1, [], NOW + 61_000);
  expect(later.unreservedWaiting).toBe(599);
  expect(later.operators.map(({ reserved, held, ready }) => [reserved, held, ready])).toEqual([
    [0, 0, false],
    [0, 0, false],
  ]);
});
