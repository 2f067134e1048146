// No room: first below the reserve, then to the last byte, then a limit that no measuring tells. Nothing acked is lost, and it goes on by itself.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitFileSize, makeSmallDisk, type SmallDisk } from '../../support/server/faults.ts';
import { connectOperator, post, reconnectOperator, SITE, signIn } from '../../support/server/people.ts';
import { failToStart, type ServerProcess, startServerProcess } from '../../support/server/server-process.ts';
import { bringStubbornCitizen } from '../../support/server/stubborn-citizen.ts';
import { hasKind } from '../../support/server/talk.ts';
import { makeDataDir, startTestServer } from '../../support/server/test-server.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act();
});

async function start(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServerProcess({ PORT: '0', LOG_LEVEL: 'info', ...env });
  undo.push(() => {
    server.child.kill('SIGKILL');
    return server.exit;
  });
  return server;
}

async function signInAnna(server: ServerProcess) {
  const link = server.lines.find((line) => line.includes('medewerker Anna'))?.split(': ')[1] ?? '';
  return reconnectOperator(server, (await signIn(server, link)).cookie);
}

const statusOf = async (url: string, path: string) => (await fetch(url + path)).status;
const hasLogged = (server: ServerProcess, code: string) => server.stderr.join('').includes(`"${code}"`);

describe('a disk that fills up', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = makeSmallDisk();
    undo.push(() => disk.dispose());
  });

  const env = (): Record<string, string> => ({
    VANGNET_DATA_DIR: disk.dir,
    VANGNET_DISK_RESERVE: disk.reserve,
    VANGNET_DISK_BALLAST: '8MB',
  });

  it.each(['low', 'full'] as const)(
    '[T3] [M5] until it is %s: refused with a word, everything acked is there, and on by itself',
    { timeout: 60_000 },
    async (how) => {
      const server = await start(env());
      expect(statSync(join(disk.dir, 'ballast')).size).toBe(8 * 1024 * 1024);
      const anna = await signInAnna(server);
      const citizen = await bringStubbornCitizen(server);
      await citizen.say('Voor de storing');
      anna.wire.say({ type: 'take', conversation: citizen.citizen.conversation });
      await citizen.wire.hear('events', hasKind('assigned'));

      disk.fill(how);
      expect(await anna.wire.hear('service')).toMatchObject({ storing: false });
      expect(await statusOf(server.url, '/health/live')).toBe(200);
      expect(await statusOf(server.url, '/health/ready')).toBe(503);
      const said = citizen.say('Tijdens de storing');
      expect(await citizen.wire.hear('nack')).toMatchObject({ reason: 'retry' });
      const opening = { token: 'a'.repeat(43), offer: null, language: 'nl', context: null };
      expect((await post(server, `/v1/sites/${SITE}/conversations`, opening)).status).toBe(503);
      // The ballast made room for what lets people end: only a disk of its own can be filled so far.
      if (how === 'full' && disk.isOwn) {
        await expect.poll(() => hasLogged(server, 'ballast-dropped')).toBe(true);
        expect(existsSync(join(disk.dir, 'ballast'))).toBe(false);
        anna.wire.say({
          type: 'release',
          conversation: citizen.citizen.conversation,
          assignmentEpoch: 1,
        });
        await citizen.wire.hear('events', hasKind('unassigned'));
      }

      disk.empty();
      await said;
      expect(await anna.wire.hear('service')).toMatchObject({ storing: true });
      await expect.poll(() => statusOf(server.url, '/health/ready')).toBe(200);
      expect(statSync(join(disk.dir, 'ballast')).size).toBe(8 * 1024 * 1024);
      const texts = (await citizen.readLog(server)).flatMap((event) =>
        event.kind === 'message' ? [event.text] : [],
      );
      expect(texts).toEqual(['Voor de storing', 'Tijdens de storing']);
      expect(hasLogged(server, 'bug')).toBe(false);
    },
  );

  it('does not start below its reserve, and says in one sentence what to do', async () => {
    disk.fill('low');
    const { code, stderr } = await failToStart(['--demo'], { PORT: '0', ...env() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/VANGNET_DATA_DIR has less than \d+ MB free; make room and start again/);
    expect(stderr).not.toContain(' at ');
  });
});

describe('a limit that the file system does not tell', () => {
  it('[T3] [M5] is found by the write that fails, and left by the write that works', {
    timeout: 60_000,
  }, async () => {
    const dataDir = makeDataDir();
    undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const server = await start({ VANGNET_DATA_DIR: dataDir });
    const citizen = await bringStubbornCitizen(server);
    await citizen.say('Voor de storing');
    const { pid } = server.child;
    if (pid === undefined) throw new Error('The server has no process id.');
    limitFileSize(pid, statSync(join(dataDir, 'vangnet.db-wal')).size);
    const said = citizen.say('Tijdens de storing');
    expect(await citizen.wire.hear('nack')).toMatchObject({ reason: 'retry' });
    await expect.poll(() => statusOf(server.url, '/health/ready')).toBe(503);
    expect(await statusOf(server.url, '/health/live')).toBe(200);
    limitFileSize(pid, null);
    await said;
    await expect.poll(() => statusOf(server.url, '/health/ready')).toBe(200);
    const log = await citizen.readLog(server);
    expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(citizen.acked).toEqual([1, 2]);
  });
});

describe('in the demo', () => {
  it('no ballast is kept: demo data is not worth it', async () => {
    const at = await startTestServer();
    undo.push(() => at.stop());
    await connectOperator(at, 'Anna');
    expect(existsSync(join(at.dataDir, 'ballast'))).toBe(false);
  });
});
