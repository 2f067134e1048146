// The simulation's store is as good as its likeness: it passes the contract of the real ones, and answers random commands as SQLite does.
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { ConversationStore, Opening } from '../../server/application/ports.ts';
import type { ConversationCommand, OperatorRef } from '../../server/domain/conversation.ts';
import { openSqliteStore } from '../../server/storage/sqlite-store.ts';
import { copyDisk, createDisk, type Disk } from '../simulated-relay/virtual-disk.ts';
import { VirtualStore } from '../simulated-relay/virtual-store.ts';
import { type Chance, createChance } from '../simulation/chance.ts';
import { makeDataDir } from '../support/server/test-server.ts';
import { describeConversationLog, type OpenedStore, type Place } from './conversation-log-contract.ts';

const folder = makeDataDir();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ids inside are given in order of writing: the first organisation is 1, and so is its site and its operator. */
const place = (number: number): Place => ({
  organisation: number,
  site: number,
  operator: { operator: number, id: `op-${number}`, name: `Medewerker ${number}` },
});

function openVirtual(disk: Disk): OpenedStore {
  return {
    conversations: new VirtualStore({
      disk,
      planCommit: (commit) => void setImmediate(commit),
      isDiskFull: () => false,
      isOperator: (operator) => operator <= 2,
      synced: () => undefined,
    }),
    places: [place(1), place(2)],
    reopen: async () => openVirtual(copyDisk(disk)),
    close: async () => undefined,
  };
}

async function openSqlite(): Promise<OpenedStore> {
  const store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
  for (const number of [1, 2]) {
    await store.seeder.seed({
      id: `org-${number}`,
      name: `Gemeente ${number}`,
      site: {
        key: `site-${number}`,
        origins: [],
        phone: '14 0123',
        hoursText: 'altijd',
        contactUrl: 'https://gemeente.example/',
        privacyUrl: 'https://gemeente.example/',
        hours: [[], [], [], [], [], [], []],
      },
      operators: [{ id: `op-${number}`, name: `Medewerker ${number}`, role: 'operator' }],
    });
  }
  return {
    conversations: store.conversations,
    places: [place(1), place(2)],
    async reopen() {
      store.close();
      return openSqlite();
    },
    async close() {
      store.close();
    },
  };
}

describeConversationLog('The simulation', async () => openVirtual(createDisk('epoch')));

const NOW = 1_700_000_000_000;
const CONVERSATIONS = 4;
const ROUNDS = 6;
const BATCHES = 26;
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function drawCommand(chance: Chance, by: OperatorRef): ConversationCommand {
  const { operator, name } = by;
  const assignmentEpoch = chance.whole(0, 4);
  // Few ids, few numbers, few texts: repeats, holes and conflicts are what the two could judge differently.
  const message = {
    id: idOf(chance.whole(1, 25)),
    device: chance.pick(['a', 'b']),
    n: chance.whole(1, 8),
    text: chance.pick(['x', 'y']),
  };
  const kind = chance.whole(0, 11);
  if (kind < 4) return { do: 'append', from: 'visitor', ...message };
  if (kind < 6) {
    const seen = chance.happens(0.5) ? { seenSeq: chance.whole(0, 12) } : {};
    return { do: 'append', from: 'operator', operator, author: name, assignmentEpoch, ...seen, ...message };
  }
  if (kind < 8) return { do: 'take', by };
  if (kind === 8) return { do: chance.happens(0.8) ? 'release' : 'finish', operator, assignmentEpoch };
  if (kind === 9) return { do: 'lose-lease' };
  if (kind === 10) return { do: 'read', by: chance.pick(['visitor', 'operator']), seq: chance.whole(0, 12) };
  return chance.happens(0.1) ? { do: 'end' } : { do: 'abandon' };
}

const drawWhose = (batch: number) => (batch % 2 === 0 ? ('all' as const) : { organisation: 1, operator: 1 });

interface Asked {
  organisation: number;
  conversation: number;
  command: ConversationCommand;
}

function drawBatch(chance: Chance, first: number, places: OpenedStore['places']): Asked[] {
  return Array.from({ length: chance.whole(1, 6) }, () => {
    // Now and then of the wrong organisation.
    const index = chance.whole(0, CONVERSATIONS - 1);
    const organisation = chance.happens(0.9) ? (index % 2) + 1 : ((index + 1) % 2) + 1;
    const { operator } = places[organisation === 1 ? 0 : 1];
    return { organisation, conversation: first + index, command: drawCommand(chance, operator) };
  });
}

/** Every question that the port knows, about the conversations of one round. */
async function readAll(store: ConversationStore, first: number, now: number): Promise<unknown> {
  const answers: unknown[] = [];
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    const ref = { organisation: (index % 2) + 1, conversation: first + index };
    answers.push(
      await store.read(ref),
      await store.readEvents(ref, 0, 100),
      await store.readEvents(ref, 2, 3),
    );
    for (const device of ['a', 'b', 'c']) answers.push(await store.readLastN(ref, device));
  }
  for (const organisation of [1, 2]) {
    answers.push(await store.findActive(organisation), await store.readQueue(organisation, null, 1_000));
  }
  const lost = await store.findLostLeases(now);
  const empty = await store.findEmpty(now, { after: null, limit: 1_000 });
  answers.push(
    lost.map(({ conversation }) => conversation).sort(),
    empty.found.map(({ conversation }) => conversation).sort(),
  );
  return answers;
}

interface Pair {
  virtual: OpenedStore;
  sqlite: OpenedStore;
}

/** Asks both at the same time, and expects one answer. */
async function ask<Answer>(pair: Pair, what: (store: ConversationStore) => Promise<Answer>, when: string) {
  const answers = await Promise.all(
    [pair.virtual, pair.sqlite].map(({ conversations }) => what(conversations)),
  );
  expect(answers[0], when).toEqual(answers[1]);
}

function openingOf(number: number, index: number): Opening {
  const place = (index % 2) + 1;
  return {
    organisation: place,
    site: place,
    id: `id-${number}-`.padEnd(22, '0'),
    tokenHash: `hash-${number}`,
    language: 'nl',
    context: null,
    offer: null,
  };
}

async function playRound(pair: Pair, round: number): Promise<Pair> {
  const chance = createChance(round, 7);
  const first = round * CONVERSATIONS + 1;
  let now = NOW + round * 10_000_000;
  let { virtual, sqlite } = pair;
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    await ask(pair, (store) => store.open(openingOf(first + index, index), now), `round ${round}, open`);
  }
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const when = `round ${round}, batch ${batch}`;
    now += chance.whole(0, 30_000);
    const asked = drawBatch(chance, first, sqlite.places);
    const both = { virtual, sqlite };
    const execute = (store: ConversationStore) =>
      Promise.all(asked.map(({ command, ...ref }) => store.execute(ref, command, now)));
    await ask(both, execute, when);
    if (batch % 5 === 0) await ask(both, (store) => store.setLeases(drawWhose(batch), now + 45_000), when);
    if (batch === BATCHES / 2) [virtual, sqlite] = await Promise.all([virtual.reopen(), sqlite.reopen()]);
    await ask({ virtual, sqlite }, (store) => readAll(store, first, now), `${when}, read`);
  }
  return { virtual, sqlite };
}

describe('[I1] [I2] [I3] [I4] the virtual store and SQLite', () => {
  it('give the same answer to the same random commands, also after opening again', async () => {
    let pair: Pair = { virtual: openVirtual(createDisk('epoch')), sqlite: await openSqlite() };
    for (let round = 0; round < ROUNDS; round += 1) pair = await playRound(pair, round);
    await pair.sqlite.close();
  });
});
