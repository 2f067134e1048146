// Who gets in, and what happens to what does not belong on the wire: refused with a clear code, logged without content, server alive.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, LIMITS } from '#protocol';
import {
  type At,
  connectCitizen,
  connectOperator,
  makeToken,
  openOperatorWire,
  openVisitorWire,
  post,
  reconnectOperator,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame, readFrame, type VisitorWire, Wire } from '../../support/server/wire.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(async () => {
  expect((await fetch(`${at.url}/health/ready`)).status).toBe(200);
  await at.stop();
});

const statusOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'open',
    (error: Error) => error.message,
  );

/** Writes bytes to the server's port as they are, and gives the first line of the answer. */
function sendRaw(text: string, reset = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => resolve(data.toString().split('\r\n')[0] ?? ''));
    socket.on('close', () => resolve('closed'));
    socket.on('error', () => resolve('error'));
    if (reset) socket.on('connect', () => socket.resetAndDestroy());
  });
}

const upgrade = (target: string, origin: string, key = 'dGhlIHNhbXBsZSBub25jZQ==') =>
  `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n${key === '' ? '' : `Sec-WebSocket-Key: ${key}\r\n`}Origin: ${origin}\r\n\r\n`;

describe('[H3] origins', () => {
  it.each(['https://formulieren.voorbeeldstad.example'])('accepts %s', async (origin) => {
    expect(await statusOf(openVisitorWire({ url: at.url, origin }).opened())).toBe('open');
  });

  it.each([
    'https://evil.example',
    'null',
    'http://formulieren.voorbeeldstad.example',
    'https://formulieren.voorbeeldstad.example:8443',
    'https://a.formulieren.voorbeeldstad.example',
    'https://voorbeeldstad.example',
    'https://formulieren.voorbeeldstad.example.evil.com',
    'https://FORMULIEREN.voorbeeldstad.example',
    'https://formulieren.voorbeeldstad.example.',
    'https://formulieren.vооrbeeldstad.example',
    'https://formulieren.voorbeeldstad.example/',
  ])('refuses %s, at the handshake and over HTTP', async (origin) => {
    const from: At = { url: at.url, origin };
    if (/^[\x20-\x7e]*$/.test(origin)) {
      expect(await statusOf(openVisitorWire(from).opened())).toBe('refused 403');
      expect((await post(from, `/v1/sites/${SITE}/offers`, { form: 'a', step: null })).status).toBe(403);
    }
    const line = await sendRaw(upgrade(`/v1/sites/${SITE}/socket`, origin));
    expect(line).toBe('HTTP/1.1 403 Forbidden');
  });

  it('refuses a handshake without Origin', async () => {
    const request = upgrade(`/v1/sites/${SITE}/socket`, 'x').replace(/Origin: x\r\n/, '');
    expect(await sendRaw(request)).toBe('HTTP/1.1 403 Forbidden');
  });

  it.each([
    [`//evil.example/v1/sites/${SITE}/socket`],
    [`http://evil.example/v1/sites/${SITE}/socket`],
    ['/v1/sites/onbekend/socket'],
    ['/somewhere'],
  ])('answers 404 to the target %s', async (target) => {
    expect(await sendRaw(upgrade(target, at.url))).toBe('HTTP/1.1 404 Not Found');
  });

  it('gives the console’s socket to its own origin with a session only', async () => {
    const { cookie } = await connectOperator(at, 'Anna');
    const evil = { url: at.url, origin: 'https://formulieren.voorbeeldstad.example' };
    expect(await statusOf(openOperatorWire(evil, cookie).opened())).toBe('refused 403');
    expect(await statusOf(openOperatorWire(at, '').opened())).toBe('refused 401');
    expect(await statusOf(openOperatorWire(at, `vangnet_session=${makeToken()}`).opened())).toBe(
      'refused 401',
    );
    expect(await statusOf(openOperatorWire(at, cookie).opened())).toBe('open');
  });

  it('survives a missing key and a reset during the handshake', async () => {
    for (let time = 0; time < 20; time++) {
      await sendRaw(upgrade(`/v1/sites/${SITE}/socket`, at.url, ''));
      await sendRaw(upgrade('/console/socket', at.url), true);
    }
    expect(await sendRaw(upgrade(`/v1/sites/${SITE}/socket`, at.url, 'short'))).toContain('400');
  });

  it('lets go of a refused client that keeps its half open, and stops all the same', async () => {
    const refused = await startTestServer();
    const { port } = new URL(refused.url);
    const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
    socket.write(upgrade(`/v1/sites/${SITE}/socket`, 'https://evil.example'));
    await once(socket.resume(), 'end');
    await refused.stop();
    socket.destroy();
  });
});

describe('hello', () => {
  it('[H1] closes a line that says something else first', async () => {
    const wire = await openVisitorWire(at).opened();
    wire.say({ type: 'probe' });
    expect(await wire.closed).toBe(CLOSE.badFrame);
  });

  it('[H1] closes a line that says nothing for 5 s', async () => {
    const wire = await openVisitorWire(at).opened();
    at.clock.advance(4_000);
    await fetch(`${at.url}/health/live`);
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
    at.clock.advance(1_000);
    expect(await wire.closed).toBe(CLOSE.helloTooLate);
  });

  it('[H2] believes a citizen by the token in hello alone, not by an address or a cookie', async () => {
    const { token } = await startConversation(at);
    const { cookie } = await connectOperator(at, 'Anna');
    const address = `${at.url.replace('http', 'ws')}/v1/sites/${SITE}/socket?token=${token}`;
    const wire: VisitorWire = new Wire(address, { Origin: at.url, Cookie: cookie }, readFrame);
    await wire.opened();
    wire.say(helloFrame(makeToken()));
    expect(await wire.closed).toBe(CLOSE.tokenInvalid);
    expect(wire.heard).toEqual([]);
  });

  it('[H2] believes an operator by the cookie alone, not by an address or a hello', async () => {
    const { cookie } = await connectOperator(at, 'Anna');
    const [, session = ''] = cookie.split('=');
    expect(await sendRaw(upgrade(`/console/socket?${cookie}`, at.url))).toBe('HTTP/1.1 401 Unauthorized');
    const bearer = upgrade('/console/socket', at.url).replace(
      /\r\n$/,
      `Authorization: Bearer ${session}\r\n\r\n`,
    );
    expect(await sendRaw(bearer)).toBe('HTTP/1.1 401 Unauthorized');
    const { wire } = await reconnectOperator(at, cookie);
    wire.socket.send(JSON.stringify(helloFrame(session)));
    expect(await wire.closed).toBe(CLOSE.badFrame);
  });

  it('[H4] closes on a version that is more than one away', async () => {
    const wire = await openVisitorWire(at).opened();
    wire.say(helloFrame(makeToken(), { protocol: 3 }));
    expect(await wire.closed).toBe(CLOSE.versionUnknown);
  });

  it('[H5] closes on an unknown and on an expired token alike', async () => {
    const citizen = await startConversation(at);
    const unknown = await openVisitorWire(at).opened();
    unknown.say(helloFrame(makeToken()));
    expect(await unknown.closed).toBe(CLOSE.tokenInvalid);
    at.clock.advance(24 * 60 * 60_000);
    const expired = await openVisitorWire(at).opened();
    expired.say(helloFrame(citizen.token));
    expect(await expired.closed).toBe(CLOSE.tokenInvalid);
    expect(expired.heard).toEqual(unknown.heard);
  });
});

describe('[S2] what is no frame', () => {
  const hello = JSON.stringify(helloFrame('A'.repeat(43)));
  it.each([
    ['not JSON', '{"type":'],
    ['an unknown type', '{"type":"base"}'],
    ['a server’s frame', '{"type":"welcome"}'],
    ['an operator’s frame', '{"type":"take","conversation":"AAAAAAAAAAAAAAAAAAAAAA"}'],
    ['too much in it', hello.replace('{', '{"extra":1,')],
    ['a prototype', hello.replace('{', '{"__proto__":{"admin":true},')],
    ['an object for a token', hello.replace(`"${'A'.repeat(43)}"`, '{"$regex":"."}')],
    ['an array', `[${hello}]`],
    ['a number', '1'],
    ['nothing', ''],
    ['a second hello', 'hello'],
    [
      'a text that is too long',
      JSON.stringify({ type: 'send', id: randomUUID(), n: 1, text: 'x'.repeat(LIMITS.messageChars + 1) }),
    ],
  ])('%s closes with 4000 and says nothing', async (_, text) => {
    const tab = await connectCitizen(at, await startConversation(at));
    const before = tab.heard.length;
    tab.socket.send(text === 'hello' ? hello : text);
    expect(await tab.closed).toBe(CLOSE.badFrame);
    expect(tab.heard.slice(before).every(({ type }) => type === 'events')).toBe(true);
  });

  it('holds for operators too', async () => {
    const { wire } = await connectOperator(at, 'Anna');
    wire.socket.send('{"type":"end"}');
    expect(await wire.closed).toBe(CLOSE.badFrame);
  });

  it('[S1] too big closes with 1009, too many fragments with 1008', async () => {
    const citizen = await startConversation(at);
    const big = await connectCitizen(at, citizen);
    big.socket.send('x'.repeat(LIMITS.frameBytes + 1));
    expect(await big.closed).toBe(CLOSE.tooBig);
    const torn = await connectCitizen(at, citizen);
    for (let part = 0; part < 100; part++) torn.socket.send('x', { fin: false });
    expect(await torn.closed).toBe(CLOSE.policy);
  });

  it('takes no binary', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    tab.socket.send(Buffer.from('{"type":"probe"}'), { binary: true });
    expect(await tab.closed).toBe(CLOSE.badFrame);
  });
});

describe('liveness', () => {
  it('[L1] beats every 25 s and ends a line that is silent for 60 s', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    at.clock.advance(25_000);
    await tab.hear('heartbeat');
    tab.socket.pause();
    at.clock.advance(60_000);
    tab.socket.resume();
    expect(await tab.closed).toBe(CLOSE.lost);
  });

  it('[L4] answers a probe with a heartbeat', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    tab.say({ type: 'probe' });
    expect((await tab.hear('heartbeat')).t).toBe(at.clock.now());
  });
});

describe('[S6] the log', () => {
  it('holds codes and ids, never words, tokens or names', async () => {
    const canary = `geheim-${randomUUID()}`;
    const { cookie } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    tab.say({ type: 'send', id: randomUUID(), n: 1, text: canary });
    await tab.hear('ack');
    tab.socket.send(JSON.stringify({ type: canary, text: canary }));
    await tab.closed;
    await post(at, `/v1/sites/${SITE}/conversations?x=${canary}`, { token: canary });
    await post(
      { url: at.url, origin: `https://${canary}.example` },
      `/v1/sites/${SITE}/offers?x=${canary}`,
      {},
    );
    await fetch(`${at.url}/${canary}?x=${canary}`);
    await statusOf(openVisitorWire(at, canary).opened());
    const log = at.log.join('\n');
    expect(at.log.length).toBeGreaterThan(3);
    for (const secret of [canary, citizen.token, cookie.split('=')[1] ?? cookie, 'Anna', 'Vries']) {
      expect(log).not.toContain(secret);
    }
  });
});
