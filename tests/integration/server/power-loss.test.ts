// kill -9 proves nothing about the power: the page cache survives it. Here the order of system calls is read, and what was not synced is dropped.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDice } from '../../chaos/model/dice.ts';
import { type Call, readTrace } from '../../chaos/power-loss/read-trace.ts';
import { SyncedDisk } from '../../chaos/power-loss/synced-disk.ts';
import { startTracedServer } from '../../chaos/power-loss/traced-server.ts';
import { findPorts } from '../../chaos/world/free-ports.ts';
import { connectCitizen, startConversation } from '../../support/server/people.ts';

/** What one citizen may send at once (S4). */
const EACH = 10;
const CITIZENS = 30;
/** A frame of the log begins with 24 bytes of which bytes 4 to 7 are not zero when it ends a transaction. */
const FRAME_HEAD = 24;
const POWER_CUTS = 100;

interface Traced {
  folder: string;
  wal: string;
  calls: Call[];
}

const folders: string[] = [];

/** Citizens write to the real server, all at once, each after the ack of the last word, until all is said; then it is killed. */
async function traceServer(variant: string): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), 'vangnet-power-'));
  folders.push(folder);
  const [port = 0] = await findPorts(1);
  const server = await startTracedServer(folder, port, variant);
  async function write(): Promise<void> {
    const citizen = await startConversation(server);
    const tab = await connectCitizen(server, citizen);
    for (let n = 1; n <= EACH; n += 1) {
      tab.say({ type: 'send', id: randomUUID(), n, text: `bericht ${n}` });
      await tab.hear('ack');
    }
  }
  await Promise.all(Array.from({ length: CITIZENS }, write));
  await server.kill();
  const trace = await vi.waitUntil(server.readTrace, { timeout: 10_000 });
  return { folder, wal: join(folder, 'data', 'vangnet.db-wal'), calls: readTrace(trace) };
}

/** Acks that left while their message was not yet on disk. */
function findEarlyAcks({ folder, wal, calls }: Traced): string[] {
  const disk = new SyncedDisk(folder);
  const early: string[] = [];
  let written = '';
  let synced = 0;
  const covered = new Map<string, number>();
  for (const call of calls) {
    disk.take(call);
    if (call.do === 'ack') {
      const isOnDisk = (id: string) => written.includes(id) && written.indexOf(id) < synced;
      early.push(...call.ids.filter((id) => !(disk.isSynced(wal) && isOnDisk(id))));
    } else if (call.file !== wal) continue;
    else if (call.do === 'write') written += call.data.toString('latin1');
    else if (call.do === 'begin-sync') covered.set(call.thread, written.length);
    else if (call.do === 'sync') synced = Math.max(synced, covered.get(call.thread) ?? 0);
  }
  return early;
}

function readIds(folder: string): Set<string> {
  const database = new DatabaseSync(join(folder, 'vangnet.db'));
  const sound = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
  if (sound !== 'ok') throw new Error(`integrity_check: ${sound}`);
  const rows = database.prepare("SELECT message_id FROM conversation_log WHERE kind = 'message'").all();
  database.close();
  return new Set(rows.map((row) => String(row['message_id'])));
}

/** Cuts the power after that many calls, and tells which acked messages are gone. */
function cutPower({ folder, calls }: Traced, after: number, survives: () => boolean): string[] {
  const disk = new SyncedDisk(folder);
  const acked: string[] = [];
  for (const call of calls.slice(0, after)) {
    disk.take(call);
    if (call.do === 'ack') acked.push(...call.ids);
  }
  const restored = mkdtempSync(join(folder, 'after-'));
  disk.restoreInto(restored, survives);
  const ids = readIds(restored);
  return acked.filter((id) => !ids.has(id));
}

const ackedIn = ({ calls }: Traced): string[] => calls.flatMap((call) => (call.do === 'ack' ? call.ids : []));

/** Moments after the first ack, spread by a seed: between transactions and in the middle of them. */
function pickMoments({ calls }: Traced, count: number): number[] {
  const dice = createDice(7);
  const first = calls.findIndex((call) => call.do === 'ack') + 1;
  return Array.from({ length: count }, () => dice.between(first, calls.length));
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('[M5] when the power fails', () => {
  let traced: Traced;
  beforeAll(async () => {
    traced = await traceServer('eager-checkpoints');
  }, 60_000);

  it('the log was moved into the database meanwhile, and began anew', () => {
    const { folder, wal, calls } = traced;
    const database = join(folder, 'data', 'vangnet.db');
    const from = calls.findIndex((call) => call.do === 'ack');
    const during = calls.slice(from).filter((call) => call.do === 'write');
    expect(during.filter(({ file }) => file === database).length).toBeGreaterThan(0);
    expect(during.filter(({ file, offset }) => file === wal && offset === 0).length).toBeGreaterThan(0);
  });

  it('no ack leaves before the sync that follows its commit', () => {
    expect(ackedIn(traced)).toHaveLength(CITIZENS * EACH);
    expect(findEarlyAcks(traced)).toEqual([]);
  });

  it('there are at least as many syncs of the log as commits', () => {
    const { calls, wal } = traced;
    const heads = calls.filter(
      (call) => call.do === 'write' && call.file === wal && call.data.length === FRAME_HEAD,
    );
    const commits = heads.filter((call) => call.do === 'write' && call.data.readUInt32BE(4) > 0).length;
    const syncs = calls.filter((call) => call.do === 'sync' && call.file === wal).length;
    // Each citizen waits for an ack before the next message: fewer transactions than that cannot have been.
    expect(commits).toBeGreaterThanOrEqual(EACH);
    expect(syncs).toBeGreaterThanOrEqual(commits);
  });

  it('every acked message is there after everything unsynced was dropped, at any moment', () => {
    for (const moment of [...pickMoments(traced, POWER_CUTS), traced.calls.length]) {
      expect(cutPower(traced, moment, () => false)).toEqual([]);
    }
  });

  it('and after some of the unsynced writes reached the disk and others did not', () => {
    const dice = createDice(11);
    for (const moment of pickMoments(traced, POWER_CUTS)) {
      expect(cutPower(traced, moment, () => dice.roll() < 0.5)).toEqual([]);
    }
  });
});

it('[M5] the same checks catch a server that answers before it commits', { timeout: 60_000 }, async () => {
  const traced = await traceServer('ack-before-commit');
  expect(findEarlyAcks(traced).length).toBeGreaterThan(0);
  const lost = pickMoments(traced, POWER_CUTS).map((moment) => cutPower(traced, moment, () => false).length);
  expect(Math.max(...lost)).toBeGreaterThan(0);
});
