// What only a real process can show: the printed lines, kill -9 and resume, a clean stop, a refused start.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { connectCitizen, startConversation } from '../../support/server/people.ts';
import { failToStart, type ServerProcess, startServerProcess } from '../../support/server/server-process.ts';
import { makeDataDir, startTestServer } from '../../support/server/test-server.ts';

const folders: string[] = [];
const started: ServerProcess[] = [];

function makeFolder(): string {
  const folder = makeDataDir();
  folders.push(folder);
  return folder;
}

async function start(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServerProcess({ LOG_LEVEL: 'warn', ...env });
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const { child, exit } of started.splice(0)) {
    child.kill('SIGKILL');
    await exit;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function isPortOpen(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('a server process', () => {
  it('prints the lines that people and scripts rely on', async () => {
    const { lines, url } = await start({ PORT: '0', VANGNET_DATA_DIR: makeFolder() });
    const token = '[A-Za-z0-9_-]{43}';
    const link = (label: string) =>
      expect.stringMatching(`^Aanmelden als ${label}: ${url}/console/aanmelden#${token}$`);
    expect(lines.slice(1)).toEqual([
      `Demo-site: ${url}/demo/`,
      `Console: ${url}/console/`,
      link('medewerker Anna'),
      link('medewerker Bram'),
      link('teamleider Chris'),
      link('beheerder Dewi'),
      `Script: <script src="${url}/vangnet.js" data-site="voorbeeldstad" async></script>`,
    ]);
  });

  it('[M5] keeps every acked message over kill -9, in order, and goes on where the client is', async () => {
    const env = { PORT: '0', VANGNET_DATA_DIR: makeFolder() };
    const first = await start(env);
    const citizen = await startConversation(first);
    const device = randomUUID();
    const tab = await connectCitizen(first, citizen, { device });
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const acked: number[] = [];
    for (const [index, id] of ids.entries())
      tab.say({ type: 'send', id, n: index + 1, text: `bericht ${index + 1}` });
    await tab.hear('ack', ({ n }) => n === 5);
    first.child.kill('SIGKILL');
    await first.exit;
    expect(await tab.closed).toBe(CLOSE.lost);
    for (const frame of tab.heard) if (frame.type === 'ack') acked.push(frame.n);

    const second = await start({ ...env, PORT: new URL(first.url).port });
    const again = await connectCitizen(second, citizen, { device });
    const welcome = again.heard.find((frame) => frame.type === 'welcome');
    const lastN = welcome?.type === 'welcome' ? welcome.lastN : 0;
    expect(lastN).toBeGreaterThanOrEqual(Math.max(...acked));
    for (const [index, id] of ids.entries()) {
      if (index + 1 > lastN) again.say({ type: 'send', id, n: index + 1, text: `bericht ${index + 1}` });
    }
    const whole = await connectCitizen(second, citizen);
    await whole.hear('events', ({ events }) => events.at(-1)?.seq === 11);
    const events = whole.heard.flatMap((frame) => (frame.type === 'events' ? frame.events : []));
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(events.flatMap((event) => (event.kind === 'message' ? [event.id] : []))).toEqual(ids);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '[L7] on %s says so, closes with 1012, frees the port and exits 0',
    async (signal) => {
      const server = await start({ PORT: '0', VANGNET_DATA_DIR: makeFolder() });
      const tab = await connectCitizen(server, await startConversation(server));
      tab.say({ type: 'send', id: randomUUID(), n: 1, text: 'Nog net' });
      const asked = performance.now();
      server.child.kill(signal);
      await tab.hear('drain');
      expect(await tab.closed).toBe(CLOSE.restart);
      expect(await server.exit).toBe(0);
      expect(performance.now() - asked).toBeLessThan(2_000);
      expect(await isPortOpen(server.url)).toBe(false);
    },
  );

  it('[L7] stops in time although a client does not answer the close', async () => {
    const server = await start({ PORT: '0', VANGNET_DATA_DIR: makeFolder() });
    const tab = await connectCitizen(server, await startConversation(server));
    tab.socket.pause();
    const asked = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_000);
    tab.socket.terminate();
  });

  it('says in one sentence that the port is taken', async () => {
    const taken = await startTestServer();
    const env = { PORT: new URL(taken.url).port, VANGNET_DATA_DIR: makeFolder() };
    const { code, stderr } = await failToStart(['--demo'], env);
    expect(code).toBe(1);
    expect(stderr).toContain('EADDRINUSE');
    expect(stderr).not.toContain(' at ');
    await taken.stop();
  });

  it.each([
    ['VANGNET_PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['VANGNET_PUBLIC_URL', { VANGNET_PUBLIC_URL: 'http://chat.voorbeeldstad.example' }],
    ['PORT', { PORT: 'drieduizend' }],
  ])('refuses to serve unsafely, and names %s', async (name, env) => {
    const { code, stderr } = await failToStart([], { PORT: '0', VANGNET_DATA_DIR: makeFolder(), ...env });
    expect(code).toBe(1);
    expect(stderr).toContain(name);
  });
});

describe('in production', () => {
  it('does not open demo data', async () => {
    const folder = makeFolder();
    const demo = await startTestServer({ dataDir: folder });
    await demo.stop();
    const { code, stderr } = await failToStart([], { PORT: '0', VANGNET_DATA_DIR: folder });
    expect([code, stderr]).toEqual([1, expect.stringContaining('VANGNET_DATA_DIR')]);
  });

  it('serves health and the console, and nothing of a demo', async () => {
    const at = await startTestServer({ mode: 'serve' });
    const statusOf = async (path: string) => (await fetch(at.url + path, { redirect: 'manual' })).status;
    expect(await statusOf('/health/ready')).toBe(200);
    expect(await statusOf('/demo/')).toBe(404);
    expect(await statusOf('/v1/sites/voorbeeldstad')).toBe(404);
    expect(await at.server.makeSignInLinks()).toEqual([]);
    await at.stop();
  });
});
