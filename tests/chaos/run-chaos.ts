// One run: a world, its faults, and the judgement over what it left.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Crowd } from './clients/crowd.ts';
import { Sockets } from './clients/platform.ts';
import type { World } from './clients/world.ts';
import { Inflictor } from './faults/inflict.ts';
import { planFaults } from './faults/plan.ts';
import { checkDatabase, type DatabaseFacts } from './model/check-database.ts';
import { type Counts, noCounts } from './model/counts.ts';
import { createDice } from './model/dice.ts';
import { Ledger } from './model/ledger.ts';
import { FaultProxy } from './world/fault-proxy.ts';
import { findPorts } from './world/free-ports.ts';
import { seedOrganisations } from './world/organisations.ts';
import { ServerUnderTest } from './world/server-under-test.ts';

export interface RunOptions {
  messages: number;
  kills: number;
  seed: number;
  mutant: string | null;
  /** Data of the server and compiled code go below it; whoever made it removes it. */
  folder: string;
  /** Conversations at once. */
  conversations: number;
  /** Time runs this many times as fast for the server and for its clients alike. */
  pace: number;
  /** Stop at the first violation: enough to kill a mutant. */
  stopEarly: boolean;
  /** Told now and then how far it is. */
  progress(sentence: string): void;
}

export interface Outcome {
  ledger: Ledger;
  counts: Counts;
  database: DatabaseFacts;
  seconds: number;
}

const LOOK_MS = 20;
const TELL_EVERY_MS = 5_000;
/** Nothing was accepted and nobody was shown anything for this long: the run will not end by itself. */
const STALLED_MS = 45_000;

interface Stage {
  world: World;
  crowd: Crowd;
  inflictor: Inflictor;
}

/** Inflicts what is due until the crowd is done, or until nothing moves any more. */
async function play({ world, crowd, inflictor }: Stage, options: RunOptions): Promise<void> {
  const { ledger } = world;
  const faults = planFaults(options);
  const began = performance.now();
  let seen = '';
  let movedAt = began;
  let toldAt = began;
  for (;;) {
    const ended = await Promise.race([
      crowd.done.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LOOK_MS)),
    ]);
    if (ended || (options.stopEarly && ledger.violations > 0)) return;
    const now = performance.now();
    for (let next = faults[0]; next && next.at <= ledger.accepted; next = faults[0]) {
      inflictor.inflict(next);
      faults.shift();
    }
    const sign = `${ledger.accepted} ${ledger.readings}`;
    if (sign !== seen) movedAt = now;
    seen = sign;
    if (now - movedAt > STALLED_MS) return ledger.violate('stalled', `nothing moves: ${crowd.tell()}`);
    if (now - toldAt < TELL_EVERY_MS) continue;
    toldAt = now;
    const rate = Math.round((ledger.accepted * 1_000) / (now - began));
    options.progress(
      `${ledger.accepted} accepted, ${rate}/s, ${world.counts.kills} kills, ${world.counts.faults} other faults`,
    );
  }
}

export async function runChaos(options: RunOptions): Promise<Outcome> {
  const { seed, mutant, pace, folder } = options;
  const began = performance.now();
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const [port = 0, proxyPort = 0] = await findPorts(2);
  const [ledger, counts] = [new Ledger(), noCounts()];
  const dice = createDice(seed + 1);
  const organisations = await seedOrganisations(dataDir);
  const crashed = (why: string) => ledger.violate('crashes', why);
  const server = new ServerUnderTest({
    port,
    dataDir,
    pace,
    codeCache: join(folder, 'code'),
    mutant,
    crashed,
  });
  const proxy = new FaultProxy(port);
  const sockets = new Sockets(pace, dice);
  const world: World = {
    at: `127.0.0.1:${proxyPort}`,
    consoleOrigin: `http://127.0.0.1:${port}`,
    organisations,
    sockets,
    ledger,
    dice,
    counts,
  };
  try {
    await Promise.all([server.start(), proxy.listen(proxyPort)]);
    const crowd = new Crowd(world, options);
    const inflictor = new Inflictor({
      proxy,
      server,
      tabs: () => crowd.tabs,
      wake: () => crowd.wake(),
      dice,
      counts,
    });
    await play({ world, crowd, inflictor }, options);
    await inflictor.settled;
    crowd.stop();
    await server.stop();
    const database = checkDatabase(join(dataDir, 'vangnet.db'), ledger);
    return { ledger, counts, database, seconds: (performance.now() - began) / 1_000 };
  } finally {
    sockets.endAll();
    proxy.close();
    await server.endAll();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
