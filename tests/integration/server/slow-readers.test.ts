// A thousand readers that stop reading, while much is said to them: the server's memory stays, and everybody else is served.
import { readFileSync, rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { type Citizen, connectCitizen, startConversation } from '../../support/server/people.ts';
import { type ServerProcess, startServerProcess } from '../../support/server/server-process.ts';
import { say } from '../../support/server/talk.ts';
import { makeDataDir } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

const READERS = 1_000;
const LINES_EACH = 5;
const MB = 1024 * 1024;
const MOST_GROWTH_MB = 100;
/** Each reader asks for the whole log so often: far more than its buffers of the system take in. */
const PULLS = 100;
const LONG = 'x'.repeat(4_000);

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act();
});

async function start(): Promise<ServerProcess> {
  const dataDir = makeDataDir();
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServerProcess({
    PORT: '0',
    VANGNET_DATA_DIR: dataDir,
    VANGNET_UPGRADES_PER_SECOND: '5000',
    VANGNET_HANDSHAKES_PER_ADDRESS: '100000',
    LOG_LEVEL: 'fatal',
  });
  undo.push(() => {
    server.child.kill('SIGKILL');
    return server.exit;
  });
  return server;
}

/** Resident memory of a process, in bytes. */
function readResident(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** Round by round, so that each pull is a read and a push of its own. */
async function pullAll(
  server: ServerProcess,
  readers: readonly VisitorWire[],
  rounds: number,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const reader of readers) reader.say({ type: 'pull', after: 0 });
    await fetch(`${server.url}/health/live`);
  }
}

async function fillLog(server: ServerProcess): Promise<Citizen> {
  const citizen = await startConversation(server);
  const tab = await connectCitizen(server, citizen);
  for (let n = 1; n <= 10; n++) say(tab, n, LONG);
  await tab.hear('ack', ({ n }) => n === 10);
  await tab.close();
  return citizen;
}

it('[S5] 1,000 of them cost less than 100 MB, and others are answered all the while', {
  timeout: 240_000,
}, async () => {
  const server = await start();
  const readers: VisitorWire[] = [];
  undo.push(() => {
    for (const { socket } of readers) socket.terminate();
  });
  for (let group = 0; group < READERS / LINES_EACH; group++) {
    const citizen = await fillLog(server);
    const lines = Array.from({ length: LINES_EACH }, () => connectCitizen(server, citizen));
    readers.push(...(await Promise.all(lines)));
  }
  const other = await connectCitizen(server, await startConversation(server));
  // What they read is not kept: a hundred times the log for each would be 4 GB here.
  for (const { socket } of readers) socket.removeAllListeners('message');
  // The same work with readers that read, so that what is compared is the reading alone.
  await pullAll(server, readers, PULLS);
  const before = readResident(server.child.pid);
  for (const { socket } of readers) socket.pause();
  await pullAll(server, readers, PULLS);
  let most = 0;
  const waits: number[] = [];
  for (let n = 1; n <= 60; n++) {
    const asked = performance.now();
    other.say({ type: 'probe' });
    await other.hear('heartbeat');
    waits.push(performance.now() - asked);
    most = Math.max(most, readResident(server.child.pid) - before);
    await fetch(`${server.url}/health/live`);
  }
  say(other, 1, 'Ik lees wel');
  await other.hear('ack');
  most = Math.max(most, readResident(server.child.pid) - before);
  expect(Math.round(most / MB)).toBeLessThan(MOST_GROWTH_MB);
  expect(Math.max(...waits)).toBeLessThan(1_000);
});
