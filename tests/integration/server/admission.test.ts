// A storm at the door: so many newcomers a second, and strangers who never say who they are lock nobody out.
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { takeTurn } from '../../../server/domain/turns.ts';
import { newLine, postLine } from '../../support/server/http-wire.ts';
import { connectCitizen, openVisitorWire, SITE, startConversation } from '../../support/server/people.ts';
import { upgradeRaw } from '../../support/server/raw-upgrade.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame } from '../../support/server/wire.ts';

let at: TestServer;
afterEach(() => at?.stop());

describe('[L9] newcomers', () => {
  it('beyond the rate wait for their turn, two seconds at most; the others get 503 with Retry-After', async () => {
    at = await startTestServer({ admission: { upgradesPerSecond: 20, handshakesPerAddress: 10_000 } });
    const sockets: Socket[] = [];
    const counts = { in: 0, refused: 0 };
    const knock = async (): Promise<void> => {
      const { status, head, socket } = await upgradeRaw(at.url);
      sockets.push(socket);
      if (status === 101) counts.in += 1;
      else if (status === 503 && /^Retry-After: \d+$/m.test(head)) counts.refused += 1;
    };
    const knocking = Array.from({ length: 60 }, knock);
    // 2 at once and 40 in the two seconds behind them.
    await expect.poll(() => counts).toEqual({ in: 2, refused: 18 });
    at.clock.advance(1_000);
    await expect.poll(() => counts).toEqual({ in: 22, refused: 18 });
    at.clock.advance(1_000);
    await Promise.all(knocking);
    expect(counts).toEqual({ in: 42, refused: 18 });
    at.clock.advance(1_000);
    expect((await upgradeRaw(at.url)).status).toBe(101);
    for (const socket of sockets) socket.destroy();
  });

  it.each(['stream', 'poll', 'send'] as const)(
    'with a %s wait for the same turns: a storm over the fallbacks is paced like any other',
    async (verb) => {
      at = await startTestServer({ admission: { upgradesPerSecond: 20, handshakesPerAddress: 10_000 } });
      const { token } = await startConversation(at);
      const site = { url: `${at.url}/v1/sites/${SITE}`, headers: { Origin: at.url } };
      const body = () => [newLine(), JSON.stringify(helloFrame(token))].join('\n');
      const stop = new AbortController();
      const counts = { in: 0, refused: 0 };
      const knock = async (): Promise<void> => {
        const { status, headers } = await postLine(site, verb, body(), stop.signal);
        if (status === 200) counts.in += 1;
        else if (status === 503 && headers.get('Retry-After') === '1') counts.refused += 1;
      };
      const sockets = [await upgradeRaw(at.url)];
      const knocking = Array.from({ length: 60 }, knock);
      // One of the burst was the socket's; 40 more in the two seconds behind it.
      await expect.poll(() => counts).toEqual({ in: 1, refused: 19 });
      at.clock.advance(1_000);
      await expect.poll(() => counts).toEqual({ in: 21, refused: 19 });
      at.clock.advance(1_000);
      await Promise.all(knocking);
      expect(counts).toEqual({ in: 41, refused: 19 });
      stop.abort();
      for (const { socket } of sockets) socket.destroy();
    },
  );

  it('on a line that is open wait for nobody', async () => {
    at = await startTestServer({ admission: { upgradesPerSecond: 1, handshakesPerAddress: 10_000 } });
    const { token } = await startConversation(at);
    const site = { url: `${at.url}/v1/sites/${SITE}`, headers: { Origin: at.url } };
    const body = [newLine(), JSON.stringify(helloFrame(token))].join('\n');
    expect((await postLine(site, 'poll', body)).status).toBe(200);
    for (let time = 0; time < 5; time += 1) {
      expect((await postLine(site, 'send', `${body}\n{"type":"probe"}`)).status).toBe(200);
      expect((await postLine(site, 'poll', body)).status).toBe(200);
    }
    expect((await postLine(site, 'close', body)).status).toBe(204);
  });

  it('who wait at the door of a server that stops are sent away', async () => {
    at = await startTestServer({ admission: { upgradesPerSecond: 1, handshakesPerAddress: 10_000 } });
    const first = await upgradeRaw(at.url);
    const waiting = upgradeRaw(at.url);
    await expect.poll(() => fetch(`${at.url}/health/live`).then(({ status }) => status)).toBe(200);
    const stopped = at.stop();
    at.clock.advance(2_000);
    expect([first.status, (await waiting).status]).toEqual([101, 503]);
    await stopped;
  });

  it('get turns at an even pace, a small burst after a quiet time, and none when the wait is too long', () => {
    const pace = { perSecond: 10, burstMs: 200, mostWaitMs: 300 };
    let nextAt = Number.NEGATIVE_INFINITY;
    const take = (now: number): number | null => {
      const turn = takeTurn(nextAt, now, pace);
      if (turn) nextAt = turn.nextAt;
      return turn?.waitMs ?? null;
    };
    expect([take(1_000), take(1_000), take(1_000)]).toEqual([0, 0, 0]);
    expect([take(1_000), take(1_000), take(1_000), take(1_000)]).toEqual([100, 200, 300, null]);
    expect([take(1_100), take(1_100)]).toEqual([300, null]);
    expect([take(60_000), take(60_000), take(60_000), take(60_000)]).toEqual([0, 0, 0, 100]);
  });

  it('are let in at the rates that the environment names', () => {
    const env = { VANGNET_UPGRADES_PER_SECOND: '50', VANGNET_HANDSHAKES_PER_ADDRESS: '9000' };
    expect(readConfig('demo', env).admission).toEqual({ upgradesPerSecond: 50, handshakesPerAddress: 9_000 });
    expect(readConfig('demo', {}).admission).toEqual({ upgradesPerSecond: 1_500, handshakesPerAddress: 600 });
  });
});

describe('[L9] strangers', () => {
  it('of whom there are too many go, the oldest first; who said hello stays and who comes gets in', async () => {
    at = await startTestServer({ admission: { upgradesPerSecond: 100_000, handshakesPerAddress: 100_000 } });
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    const oldest = await openVisitorWire(at).opened();
    const crowd = await Promise.all(Array.from({ length: 1_000 }, () => upgradeRaw(at.url)));
    await oldest.closed;
    const late = await connectCitizen(at, citizen);
    expect(late.heard[0]?.type).toBe('welcome');
    expect(tab.socket.readyState).toBe(tab.socket.OPEN);
    for (const { socket } of crowd) socket.destroy();
  });
});
