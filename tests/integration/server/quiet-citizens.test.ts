// Citizens who opened the panel and wrote nothing: who left goes from the queue, who stays costs the server next to nothing each second.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeaseKeeper } from '../../../server/application/lease-keeper.ts';
import type { ConversationRef } from '../../../server/application/ports.ts';
import { PresenceBook } from '../../../server/application/presence-book.ts';
import { createInProcessBus } from '../../../server/bus/in-process-bus.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';
import { countWork, openSeededStore, type SeededStore } from '../../support/server/seeded-store.ts';

/** What one sweep may look at. */
const MOST_ROWS = 200;
/** So many sweeps go through them all. */
const ROUND = 600 / MOST_ROWS + 1;

let seeded: SeededStore;
let clock: ManualClock;
let presence: PresenceBook;
let leases: LeaseKeeper;

const open = (count: number) => seeded.open(count, clock.now());

beforeEach(async () => {
  seeded = await openSeededStore();
  clock = new ManualClock();
  const bus = createInProcessBus();
  presence = new PresenceBook(clock, bus);
  const ignore = (): void => undefined;
  const log = { info: ignore, warn: ignore, error: ignore };
  const { conversations } = seeded.store;
  leases = new LeaseKeeper({ conversations, presence, bus, clock, log });
});
afterEach(() => {
  vi.restoreAllMocks();
  seeded.close();
});

async function countWaiting(refs: readonly ConversationRef[]): Promise<number> {
  const records = await Promise.all(refs.map((ref) => seeded.store.conversations.read(ref)));
  return records.filter((record) => record?.state.status === 'waiting').length;
}

describe('a sweep', () => {
  it('looks at a few of those who stay, however many there are, and loads none of them', async () => {
    const refs = await open(500);
    for (const ref of refs) presence.visitorCame(ref);
    clock.advance(20 * 60_000);
    const work = countWork();
    await leases.sweep();
    expect(work.rows).toBeLessThanOrEqual(MOST_ROWS);
    // Lost leases, and the next part of the queue.
    expect(work.queries).toBe(2);
  });

  it('goes on where the last one ended, so that everyone who left is found', async () => {
    const first = await open(600);
    const gone = first.filter((_, index) => index % 100 === 7);
    for (const ref of first) if (!gone.includes(ref)) presence.visitorCame(ref);
    clock.advance(20 * 60_000);
    expect(await countWaiting(first)).toBe(600);
    for (let sweep = 0; sweep < ROUND; sweep += 1) await leases.sweep();
    expect(await countWaiting(gone)).toBe(0);
    expect(await countWaiting(first)).toBe(594);
  });

  it('leaves whoever came less than ten minutes ago, and whoever wrote', async () => {
    const [wrote, quiet] = await open(2);
    if (!wrote || !quiet) throw new Error('Two were opened.');
    const message = { do: 'append', from: 'visitor', id: 'm', device: 'd', n: 1, text: 'Hallo' } as const;
    await seeded.store.conversations.execute(wrote, message, clock.now());
    clock.advance(9 * 60_000);
    await leases.sweep();
    expect(await countWaiting([wrote, quiet])).toBe(2);
    clock.advance(2 * 60_000);
    await leases.sweep();
    await leases.sweep();
    expect([await countWaiting([wrote]), await countWaiting([quiet])]).toEqual([1, 0]);
  });
});
