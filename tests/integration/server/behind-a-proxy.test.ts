// Behind a reverse proxy: every limit per address counts the citizen, and nobody can give out to be someone else.
import { afterEach, describe, expect, it } from 'vitest';
import { newLine, postLine } from '../../support/server/http-wire.ts';
import { SITE, startConversation } from '../../support/server/people.ts';
import { upgradeRaw } from '../../support/server/raw-upgrade.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame } from '../../support/server/wire.ts';

const ADMISSION = { upgradesPerSecond: 10_000, handshakesPerAddress: 2 };

let at: TestServer;
afterEach(() => at.stop());

async function knock(forwarded: string): Promise<number> {
  const { status, socket } = await upgradeRaw(at.url, at.url, { 'X-Forwarded-For': forwarded });
  socket.destroy();
  return status;
}

async function poll(token: string, forwarded: string): Promise<number> {
  const site = {
    url: `${at.url}/v1/sites/${SITE}`,
    headers: { Origin: at.url, 'X-Forwarded-For': forwarded },
  };
  const body = [newLine(), JSON.stringify(helloFrame(token))].join('\n');
  return (await postLine(site, 'send', body)).status;
}

async function signIn(forwarded: string): Promise<number> {
  const headers = { Origin: at.url, 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded };
  const body = JSON.stringify({ token: 'x'.repeat(43) });
  return (await fetch(`${at.url}/console/api/sign-in`, { method: 'POST', headers, body })).status;
}

describe('[S4] [L9] a proxy that is trusted', () => {
  it('brings citizens who are counted each for themselves, over every way in', async () => {
    at = await startTestServer({ admission: ADMISSION, trustedProxies: ['127.0.0.1'] });
    const { token } = await startConversation(at);
    const answers: number[] = [];
    for (let time = 0; time < 2; time += 1) answers.push(await knock('203.0.113.1'));
    answers.push(await knock('203.0.113.1'), await poll(token, '203.0.113.1'));
    answers.push(
      await knock('203.0.113.2'),
      await poll(token, '203.0.113.2'),
      await poll(token, '203.0.113.2'),
    );
    expect(answers).toEqual([101, 101, 429, 429, 101, 200, 429]);
    // What the citizen writes before the proxy's own word is worth nothing.
    expect(await knock('198.51.100.9, 203.0.113.1')).toBe(429);
  });

  it('keeps guesses at a sign-in of one from shutting others out', async () => {
    at = await startTestServer({ trustedProxies: ['127.0.0.1'] });
    for (let time = 0; time < 20; time += 1) await signIn('203.0.113.1');
    expect([await signIn('203.0.113.1'), await signIn('203.0.113.2')]).toEqual([429, 401]);
  });
});

describe('[S4] a header from whoever is not trusted', () => {
  it.each([[[]], [['10.0.0.0/8']]])('counts for nothing (%j)', async (trustedProxies: string[]) => {
    at = await startTestServer({ admission: ADMISSION, trustedProxies });
    const { token } = await startConversation(at);
    const answers = [await knock('203.0.113.1'), await poll(token, '203.0.113.2')];
    expect(answers).toEqual([101, 200]);
    expect([await knock('203.0.113.3'), await poll(token, '203.0.113.4')]).toEqual([429, 429]);
    for (let time = 0; time < 20; time += 1) await signIn(`203.0.113.${time}`);
    expect(await signIn('203.0.113.200')).toBe(429);
  });
});

describe('a server with an https address', () => {
  it.each([
    [[], 1],
    [['127.0.0.1'], 0],
  ])('says at the start that everyone will count as one when it trusts %j', async (trustedProxies, times) => {
    at = await startTestServer({ publicOrigin: 'https://chat.example.nl', trustedProxies });
    expect(at.log.filter((line) => line.includes('no-trusted-proxies'))).toHaveLength(times);
  });
});
