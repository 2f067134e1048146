// Another process holds the database: nobody is cut off, nothing is acked, everyone is told, and it goes on by itself.
// The real minute: VANGNET_LOCK_SECONDS=60 npx vitest run tests/integration/server/locked.test.ts
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setInterval } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type Locker, lockDatabase } from '../../support/server/faults.ts';
import {
  connectCitizen,
  connectOperator,
  post,
  reconnectOperator,
  SITE,
  signIn,
  startConversation,
} from '../../support/server/people.ts';
import { type ServerProcess, startServerProcess } from '../../support/server/server-process.ts';
import { bringStubbornCitizen } from '../../support/server/stubborn-citizen.ts';
import { follow, hasKind } from '../../support/server/talk.ts';
import { makeDataDir, startTestServer } from '../../support/server/test-server.ts';

const LOCK_MS = Number(process.env['VANGNET_LOCK_SECONDS'] ?? 3) * 1_000;
/** The breaker waits at most 15 s; a busy machine gets its time. */
const RECOVERY_MS = 20_000;

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act();
});

async function startOnDisk(): Promise<{ server: ServerProcess; dataDir: string }> {
  const dataDir = makeDataDir();
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServerProcess({ PORT: '0', VANGNET_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  undo.push(() => {
    server.child.kill('SIGKILL');
    return server.exit;
  });
  return { server, dataDir };
}

async function hold(dataDir: string, forMs?: number): Promise<Locker> {
  const locker = await lockDatabase(dataDir, forMs);
  undo.push(() => locker.child.kill('SIGKILL'));
  return locker;
}

const statusOf = async (url: string, path: string) => (await fetch(url + path)).status;

describe('a database that another process holds', () => {
  it(`[T3] [M5] for ${LOCK_MS / 1_000} s: no ack, no line lost, an honest word, and on by itself`, {
    timeout: LOCK_MS + 2 * RECOVERY_MS + 20_000,
  }, async () => {
    const { server, dataDir } = await startOnDisk();
    const link = server.lines.find((line) => line.includes('medewerker Anna'))?.split(': ')[1] ?? '';
    const anna = await reconnectOperator(server, (await signIn(server, link)).cookie);
    const citizen = await bringStubbornCitizen(server);
    await citizen.say('Voor de storing');

    const asked = performance.now();
    const locker = await hold(dataDir, LOCK_MS);
    let over = false;
    const released = locker.released.then(() => {
      over = true;
    });
    const said = citizen.say('Tijdens de storing');
    expect(await citizen.wire.hear('nack')).toMatchObject({ n: 2, reason: 'retry' });
    const told = new Promise<boolean>((resolve) =>
      citizen.wire.socket.on('message', (data) => {
        const frame = JSON.parse(data.toString());
        if (frame.type === 'service') resolve(frame.storing);
      }),
    );
    expect(await anna.wire.hear('service')).toMatchObject({ storing: false });
    expect(await told).toBe(false);
    expect(await statusOf(server.url, '/health/live')).toBe(200);
    expect(await statusOf(server.url, '/health/ready')).toBe(503);
    const start = { token: 'a'.repeat(43), offer: null, language: 'nl', context: null };
    expect((await post(server, `/v1/sites/${SITE}/conversations`, start)).status).toBe(503);

    // The server answers all the while: who waits for the lock waits alone.
    const answers: number[] = [];
    let ackedMeanwhile: readonly number[] = [];
    // A sample each 100 ms: more would be a flood (S4).
    for await (const _ of setInterval(100)) {
      if (over) break;
      const probed = performance.now();
      citizen.wire.say({ type: 'probe' });
      await citizen.wire.hear('heartbeat');
      answers.push(performance.now() - probed);
      // Before the lock can be over: a retry may be acked sooner than the news of its end is here.
      if (performance.now() - asked < LOCK_MS) ackedMeanwhile = [...citizen.acked];
    }
    await released;
    expect(answers.sort((a, b) => a - b).at(Math.floor(answers.length * 0.99))).toBeLessThan(1_000);
    expect(ackedMeanwhile).toEqual([1]);
    expect(citizen.nacks.every(({ reason, retryMs }) => reason === 'retry' && retryMs <= 15_000)).toBe(true);

    await said;
    expect(await anna.wire.hear('service')).toMatchObject({ storing: true });
    await expect.poll(() => statusOf(server.url, '/health/ready')).toBe(200);
    expect(anna.wire.socket.readyState).toBe(anna.wire.socket.OPEN);
    const log = await citizen.readLog(server);
    expect(log.map((event) => (event.kind === 'message' ? event.text : event.kind))).toEqual([
      'opened',
      'Voor de storing',
      'Tijdens de storing',
    ]);
  });

  it('[A3] for longer than a lease takes no conversation away from an operator who was there', async () => {
    const at = await startTestServer();
    undo.push(() => at.stop());
    const anna = await connectOperator(at, 'Anna');
    const { conversation } = await startConversation(at);
    anna.wire.say({ type: 'take', conversation });
    follow(anna.wire, conversation);
    await anna.wire.hear('events', hasKind('assigned'));

    const other = new DatabaseSync(join(at.dataDir, 'vangnet.db'));
    other.exec('BEGIN IMMEDIATE');
    for (let passed = 0; passed < 60_000; passed += 5_000) {
      at.clock.advance(5_000);
      anna.wire.say({ type: 'probe' });
      await anna.wire.hear('heartbeat');
    }
    other.exec('ROLLBACK');
    other.close();
    for (let second = 0; second < 20; second++) {
      at.clock.advance(1_000);
      await fetch(`${at.url}/health/ready`);
    }
    expect(
      anna.wire.heard.filter((frame) => frame.type === 'events' && hasKind('unassigned')(frame)),
    ).toEqual([]);
  });

  it('[T3] is told to who comes in while it lasts, and a choice of status is not lost with the line', async () => {
    const at = await startTestServer();
    undo.push(() => at.stop());
    const anna = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const other = new DatabaseSync(join(at.dataDir, 'vangnet.db'));
    other.exec('BEGIN IMMEDIATE');
    anna.wire.say({ type: 'status', status: 'away' });
    anna.wire.say({ type: 'probe' });
    await anna.wire.hear('heartbeat');
    at.clock.advance(1_000);
    await anna.wire.hear('service', ({ storing }) => !storing);

    const late = await connectCitizen(at, citizen);
    at.clock.advance(1_000);
    await expect.poll(() => late.heard.map(({ type }) => String(type))).toContain('service');
    expect(late.heard.map(({ type }) => String(type)).indexOf('service')).toBeGreaterThan(0);
    other.exec('ROLLBACK');
    other.close();
    await expect
      .poll(() => {
        at.clock.advance(1_000);
        return anna.wire.heard.some((frame) => frame.type === 'service' && frame.storing);
      })
      .toBe(true);
    anna.wire.say({ type: 'status', status: 'away' });
    expect(await anna.wire.hear('status')).toMatchObject({ status: 'away' });
  });
});
