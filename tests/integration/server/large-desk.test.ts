// A desk with more on it than a person can see: the console gets the front of the queue and stays connected; what waits behind comes in its turn.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationSummary, ToOperatorFrame } from '#protocol';
import { toOperatorFrame } from '#protocol/schemas';
import { applyFrame } from '../../../operator-console/desk-frames.ts';
import { queueOf } from '../../../operator-console/desk-lists.ts';
import { type DeskState, EMPTY_DESK } from '../../../operator-console/desk-model.ts';
import { LeaseKeeper } from '../../../server/application/lease-keeper.ts';
import { operatorCame, operatorLeft } from '../../../server/application/operator-entry.ts';
import type {
  ConversationRecord,
  ConversationRef,
  OperatorAccount,
} from '../../../server/application/ports.ts';
import { PresenceBook } from '../../../server/application/presence-book.ts';
import { SiteDirectory } from '../../../server/application/site-directory.ts';
import { createInProcessBus } from '../../../server/bus/in-process-bus.ts';
import { OperatorDesk } from '../../../server/realtime/operator-desk.ts';
import { openSqliteStore } from '../../../server/storage/sqlite-store.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';
import { connectOperator, PAGE } from '../../support/server/people.ts';
import {
  ANNA,
  BRAM,
  countWork,
  openSeededStore,
  type SeededStore,
} from '../../support/server/seeded-store.ts';
import { makeDataDir, startTestServer } from '../../support/server/test-server.ts';

const NOW = 1_700_000_000_000;
/** T4: so many of the queue, so much in one frame. */
const FRONT = 200;
const MOST_CHARS = 256 * 1024;

let seeded: SeededStore;
let presence: PresenceBook;
let desk: OperatorDesk;
let line: { isCongested: boolean; isClosing: boolean; texts: string[]; sendText(text: string): void };

async function sit(
  account: OperatorAccount = ANNA,
  followed: readonly ConversationRef[] = [],
): Promise<void> {
  line = { isCongested: false, isClosing: false, texts: [], sendText: (text) => void line.texts.push(text) };
  const sites = new SiteDirectory(seeded.store.sites);
  await sites.load();
  const relay = { conversations: seeded.store.conversations, presence, sites };
  const isFollowed = (conversation: number) => followed.some((ref) => ref.conversation === conversation);
  desk = new OperatorDesk(relay, account, line, isFollowed);
}

const hear = (): ToOperatorFrame[] =>
  line.texts.splice(0).map((text) => toOperatorFrame.parse(JSON.parse(text)));
const summaries = (): ConversationSummary[] =>
  hear().flatMap((frame) => (frame.type === 'summary' ? [frame.summary] : []));
const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

async function openDesk(): Promise<ConversationSummary[]> {
  await desk.open();
  const [frame, ...more] = hear();
  expect(more).toEqual([]);
  return frame?.type === 'desk' ? frame.conversations : [];
}

async function take(ref: ConversationRef, by: OperatorAccount = BRAM): Promise<void> {
  await seeded.store.conversations.execute(ref, { do: 'take', by }, NOW);
  await desk?.change(ref);
}

async function write(ref: ConversationRef, n: number): Promise<void> {
  const text = `bericht ${n}`;
  const id = `00000000-0000-4000-8000-${String(ref.conversation * 1_000 + n).padStart(12, '0')}`;
  const message = { do: 'append', from: 'visitor', id, device: 'tab', n, text } as const;
  await seeded.store.conversations.execute(ref, message, NOW);
  await desk.change(ref);
}

beforeEach(async () => {
  seeded = await openSeededStore();
  presence = new PresenceBook(new ManualClock(), createInProcessBus());
  await sit();
});
afterEach(() => {
  vi.restoreAllMocks();
  seeded.close();
});

describe('[T4] the first frame', () => {
  it('holds the operator’s own conversations, the front of the queue and what colleagues do, and no more than a line takes', async () => {
    const all = await seeded.open(2_500, NOW);
    const [mine, ...others] = all.slice(-8);
    if (mine) await take(mine, ANNA);
    for (const other of others) await take(other, BRAM);
    hear();
    const work = countWork();
    await desk.open();
    const [text = ''] = line.texts;
    expect(text.length).toBeLessThanOrEqual(MOST_CHARS);
    const [frame] = hear();
    const found = frame?.type === 'desk' ? frame.conversations : [];
    expect(found[0]?.id).toBe(mine?.id);
    expect(idsOf(found.filter(({ status }) => status === 'waiting'))).toEqual(idsOf(all.slice(0, FRONT)));
    expect(found.filter(({ assignee }) => assignee?.id === BRAM.id)).toHaveLength(7);
    // A row for each that is looked for, and a conversation with its one or two events for each that is shown.
    expect(work.rows).toBeLessThan(4 * (FRONT + 8));
  });

  it('with more active conversations than fit: the rest comes behind it, and nobody is left out', async () => {
    const all = await seeded.open(700, NOW);
    for (const one of all) await seeded.store.conversations.execute(one, { do: 'take', by: BRAM }, NOW);
    await desk.open();
    expect(line.texts[0]?.length).toBeLessThanOrEqual(MOST_CHARS);
    for (let tick = 0; tick < 20; tick += 1) await desk.drain();
    const heard = hear().flatMap((frame) => {
      if (frame.type === 'desk') return frame.conversations;
      return frame.type === 'summary' ? [frame.summary] : [];
    });
    expect(new Set(idsOf(heard))).toEqual(new Set(idsOf(all)));
    expect(heard).toHaveLength(all.length);
  });
});

describe('[T1] who comes and goes', () => {
  it('asks for what that operator helps with, whatever else is on the desk', async () => {
    const all = await seeded.open(1_000, NOW);
    for (const one of all.slice(0, 3)) await take(one, ANNA);
    const clock = new ManualClock();
    const bus = createInProcessBus();
    const told: number[] = [];
    bus.subscribe((poke) => void (poke.kind === 'presence' && told.push(poke.conversation)));
    const ignore = (): void => undefined;
    const log = { info: ignore, warn: ignore, error: ignore };
    const { conversations } = seeded.store;
    const parts = { conversations, presence: new PresenceBook(clock, bus), bus, clock, log };
    const entrance = { ...parts, leases: new LeaseKeeper(parts) };
    await conversations.setLeases('all', NOW);
    const work = countWork();
    operatorCame(entrance, ANNA);
    await vi.waitFor(() => expect(told).toHaveLength(3));
    operatorLeft(entrance, ANNA);
    clock.advance(6_000);
    await vi.waitFor(() => expect(told).toHaveLength(6));
    await seeded.store.flush();
    expect(new Set(told)).toEqual(new Set(all.slice(0, 3).map(({ conversation }) => conversation)));
    // Twice the three, and the leases of the same three.
    expect(work.rows).toBeLessThanOrEqual(4 * 3);
  });
});

describe('[T4] the queue', () => {
  it('moves up as those in front go, in its order, without a jump', async () => {
    const all = await seeded.open(FRONT + 30, NOW);
    await openDesk();
    await desk.drain();
    expect(hear()).toEqual([]);
    for (const one of all.slice(0, 25)) await take(one);
    expect(idsOf(summaries())).toEqual(idsOf(all.slice(0, 25)));
    await desk.drain();
    expect(idsOf(summaries())).toEqual(idsOf(all.slice(FRONT, FRONT + 25)));
    for (const one of all.slice(25, 50)) await take(one);
    hear();
    await desk.drain();
    expect(idsOf(summaries())).toEqual(idsOf(all.slice(FRONT + 25)));
    // All of the queue is on the screen now: who comes is shown at once.
    const [late] = await seeded.open(1, NOW + 10_000);
    if (late) await desk.change(late);
    expect(idsOf(summaries())).toEqual([late?.id]);
  });

  it('says nothing of who stands further back, until someone takes, follows or gives it back', async () => {
    const all = await seeded.open(FRONT + 50, NOW);
    const [back, taken, known] = all.slice(-3);
    if (!back || !taken || !known) throw new Error('Three were opened.');
    await sit(ANNA, [known]);
    await openDesk();
    await write(back, 1);
    expect(summaries()).toEqual([]);
    await write(known, 1);
    expect(summaries()).toMatchObject([{ id: known.id, status: 'waiting' }]);
    await take(taken);
    expect(summaries()).toMatchObject([{ id: taken.id, status: 'active' }]);
    const release = { do: 'release', operator: BRAM.operator, assignmentEpoch: 1 } as const;
    await seeded.store.conversations.execute(taken, release, NOW);
    await desk.change(taken);
    expect(summaries()).toMatchObject([{ id: taken.id, status: 'waiting' }]);
    await seeded.store.conversations.execute(back, { do: 'end' }, NOW);
    await desk.change(back);
    expect(summaries()).toEqual([]);
  });
});

describe('[S5] [T4] while a line is congested', () => {
  it('summaries wait, and of each conversation only the newest goes when there is room', async () => {
    const [one, other] = await seeded.open(2, NOW);
    if (!one || !other) throw new Error('Two were opened.');
    await openDesk();
    line.isCongested = true;
    for (let n = 1; n <= 5; n += 1) await write(one, n);
    await take(other);
    await desk.drain();
    expect(hear()).toEqual([]);
    line.isCongested = false;
    await desk.drain();
    expect(summaries()).toMatchObject([
      { id: one.id, lastSeq: 6, unread: 5 },
      { id: other.id, status: 'active' },
    ]);
    await desk.drain();
    expect(hear()).toEqual([]);
  });

  it('what changes before the first frame comes after it', async () => {
    const [one]: ConversationRecord[] = await seeded.open(1, NOW);
    if (!one) throw new Error('One was opened.');
    await write(one, 1);
    expect(hear()).toEqual([]);
    await desk.open();
    expect(hear()).toMatchObject([
      { type: 'desk', conversations: [{ id: one.id, lastSeq: 2 }] },
      { type: 'summary' },
    ]);
  });
});

it('[T4] [S5] 2,000 that wait, over a real line: the console stays, and shows the queue in its order as it is taken', async () => {
  const dataDir = makeDataDir();
  const first = await startTestServer({ dataDir });
  await first.stop();
  const store = openSqliteStore(dataDir, { epoch: 'epoch', mode: 'demo' });
  const start = { organisation: 1, site: 1, language: 'nl', context: PAGE, offer: null } as const;
  const ids = Array.from({ length: 2_000 }, (_, index) => `talk-${index}`.padEnd(22, '-'));
  for (const [index, id] of ids.entries()) {
    const opened = store.conversations.open({ ...start, id, tokenHash: id }, NOW + index);
    if (index % 500 === 499) await opened;
  }
  store.close();
  const at = await startTestServer({ dataDir });
  const { wire } = await connectOperator(at, 'Anna');
  let console: DeskState = EMPTY_DESK;
  const show = (): string[] => {
    for (const frame of wire.heard.splice(0)) console = applyFrame(console, frame, NOW).state;
    return idsOf(queueOf(console));
  };
  expect(show()).toEqual(ids.slice(0, FRONT));
  const { wire: bram } = await connectOperator(at, 'Bram');
  for (const conversation of ids.slice(0, 40)) bram.say({ type: 'take', conversation });
  await expect.poll(show).toEqual(ids.slice(40, FRONT));
  at.clock.advance(1_000);
  await expect.poll(show).toEqual(ids.slice(40, FRONT + 40));
  expect(wire.socket.readyState).toBe(wire.socket.OPEN);
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
