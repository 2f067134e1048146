// Lines over HTTP against the real server: the same talk, the same codes and limits, whatever the transport.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CLOSE,
  LIMITS,
  LINE_CLOSED,
  type OperatorFrame,
  PROTOCOL_VERSION,
  TIMINGS,
  type ToOperatorFrame,
  type ToVisitorFrame,
  type VisitorFrame,
} from '#protocol';
import { startBlackHole } from '../../support/network/black-hole.ts';
import { type HttpAt, HttpWire, newLine, postLine } from '../../support/server/http-wire.ts';
import {
  type Citizen,
  connectCitizen,
  connectOperator,
  makeToken,
  SITE,
  signIn,
  startConversation,
} from '../../support/server/people.ts';
import { answer, follow, hasMessage, seqsOf } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame, readFrame } from '../../support/server/wire.ts';

type Over = 'stream' | 'poll';
type CitizenWire = HttpWire<ToVisitorFrame, VisitorFrame>;

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

const siteAt = (url = at.url, origin = at.url): HttpAt => ({
  url: `${url}/v1/sites/${SITE}`,
  headers: { Origin: origin },
});
const consoleAt = (cookie: string): HttpAt => ({
  url: `${at.url}/console`,
  headers: { Origin: at.url, Cookie: cookie },
});

type HelloParts = Parameters<typeof helloFrame>[1];

async function openCitizen(over: Over, citizen: Citizen, hello: HelloParts = {}, url = at.url) {
  const wire: CitizenWire = new HttpWire(over, siteAt(url), readFrame);
  await wire.opened;
  wire.say(helloFrame(citizen.token, hello));
  return wire;
}

async function connect(over: Over, citizen: Citizen, hello: HelloParts = {}, url = at.url) {
  const wire = await openCitizen(over, citizen, hello, url);
  await wire.hear('welcome');
  return wire;
}

const send = (wire: CitizenWire, n: number, text: string, id: string = randomUUID()): void =>
  wire.say({ type: 'send', id, n, text });

describe.each<Over>(['stream', 'poll'])('over a %s', (over) => {
  it('[F2 F3] carries messages both ways, in order, with acks', async () => {
    const operator = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const wire = await connect(over, citizen);
    operator.wire.say({ type: 'take', conversation: citizen.conversation });
    follow(operator.wire, citizen.conversation);
    for (let n = 1; n <= 5; n += 1) send(wire, n, `vraag ${n}`);
    for (let n = 1; n <= 5; n += 1) expect((await wire.hear('ack')).n).toBe(n);
    await operator.wire.hear('events', hasMessage('vraag 5'));
    answer(operator.wire, citizen.conversation, 1, 'antwoord');
    await wire.hear('events', hasMessage('antwoord'));
    const seqs = seqsOf(wire.heard);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    wire.close();
  });

  it('[R2] resumes after a cut, also with what was said meanwhile', async () => {
    const citizen = await startConversation(at);
    const first = await connect(over, citizen);
    send(first, 1, 'voor de breuk');
    await first.hear('events', hasMessage('voor de breuk'));
    const lastSeq = Math.max(...seqsOf(first.heard));
    first.close();
    const other = await connectCitizen(at, citizen);
    other.say({ type: 'send', id: randomUUID(), n: 1, text: 'tijdens de breuk' });
    await other.hear('ack');
    const second = await connect(over, citizen, { lastSeq });
    await second.hear('events', hasMessage('tijdens de breuk'));
    expect(Math.min(...seqsOf(second.heard))).toBe(lastSeq + 1);
    second.close();
  });

  it('[M2] stores a message once when its post is repeated', async () => {
    const citizen = await startConversation(at);
    const device = randomUUID();
    const id = randomUUID();
    const first = await connect(over, citizen, { device });
    send(first, 1, 'een keer', id);
    const { seq } = await first.hear('ack');
    first.close();
    const second = await connect(over, citizen, { device });
    send(second, 1, 'een keer', id);
    expect((await second.hear('ack')).seq).toBe(seq);
    second.close();
  });

  it.each<[string, number, HelloParts, string?]>([
    ['[F4 H5] an unknown token', CLOSE.tokenInvalid, {}, makeToken()],
    ['[F4 H4] an unknown version', CLOSE.versionUnknown, { protocol: PROTOCOL_VERSION + 2 }],
  ])('%s closes with %i as the last frame', async (_, code, hello, token) => {
    const citizen = await startConversation(at);
    const wire = await openCitizen(over, { ...citizen, token: token ?? citizen.token }, hello);
    expect(await wire.closed).toBe(code);
    expect(wire.heard).toEqual([]);
  });

  it.each<[string, string]>([
    ['not JSON', '{"type":'],
    ['an unknown type', '{"type":"base"}'],
    ['an operator’s frame', '{"type":"take","conversation":"AAAAAAAAAAAAAAAAAAAAAA"}'],
    ['a prototype', '{"__proto__":{"admin":true},"type":"probe"}'],
  ])('[S2] %s closes with 4000', async (_, text) => {
    const wire = await connect(over, await startConversation(at));
    wire.sayText(text);
    expect(await wire.closed).toBe(CLOSE.badFrame);
  });

  it('[S1] a frame that is too big closes with 1009', async () => {
    const wire = await connect(over, await startConversation(at));
    wire.sayText(JSON.stringify({ type: 'typing', on: 'x'.repeat(LIMITS.frameBytes) }));
    expect(await wire.closed).toBe(CLOSE.tooBig);
  });

  it('[S4] the newest of six lines pushes the oldest out, with 4009', async () => {
    const citizen = await startConversation(at);
    const oldest = await connect(over, citizen);
    const others: CitizenWire[] = [];
    for (let tab = 0; tab < 5; tab += 1) others.push(await connect(over, citizen));
    expect(await oldest.closed).toBe(CLOSE.replaced);
    for (const wire of others) wire.close();
  });

  it('[L7] hears drain and, as the last frame, 1012 when the server stops', async () => {
    const wire = await connect(over, await startConversation(at));
    await at.stop();
    // Between two polls the server may stop listening before the next one comes: that is a lost line.
    const codes = over === 'stream' ? [CLOSE.restart] : [CLOSE.restart, CLOSE.lost];
    expect(codes).toContain(await wire.closed);
    if (over === 'stream') expect(wire.heard.at(-1)?.type).toBe('drain');
    at = await startTestServer();
  });

  it('[F5] a client that went without a word is let go, and the operator sees it', async () => {
    const hole = await startBlackHole(at.url);
    const citizen = await startConversation(at);
    const { wire: anna } = await connectOperator(at, 'Anna');
    anna.say({ type: 'take', conversation: citizen.conversation });
    follow(anna, citizen.conversation);
    await anna.hear('followed');
    const lost = await connect(over, citizen, {}, hole.url);
    await anna.hear('presence', ({ here }) => here);
    hole.swallow('up', 'down');
    for (let second = 0; second < 60; second += 1) {
      at.clock.advance(1_000);
      anna.say({ type: 'probe' });
      await anna.hear('heartbeat', ({ t }) => t === at.clock.now());
    }
    expect(await anna.hear('presence', ({ here }) => !here)).toBeDefined();
    lost.close();
    await hole.close();
  });

  it('[F5] a request that broke off without a goodbye frees the line at once', async () => {
    const citizen = await startConversation(at);
    const { wire: anna } = await connectOperator(at, 'Anna');
    anna.say({ type: 'take', conversation: citizen.conversation });
    follow(anna, citizen.conversation);
    await anna.hear('followed');
    const stop = new AbortController();
    const asked = [newLine(), JSON.stringify(helloFrame(citizen.token))].join('\n');
    await postLine(siteAt(), over, asked, stop.signal);
    const next = postLine(siteAt(), over, asked, stop.signal).catch(() => null);
    await anna.hear('presence', ({ here }) => here);
    stop.abort();
    await next;
    const left = anna.hear('presence', ({ here }) => !here);
    await expect
      .poll(() => {
        at.clock.advance(TIMINGS.visitorLeftAfter);
        anna.say({ type: 'probe' });
        return anna.heard.some((frame) => frame.type === 'presence' && !frame.here);
      })
      .toBe(true);
    await left;
  });

  it('[S4] says when a message is one too many, and stops a flood of other frames', async () => {
    const wire = await connect(over, await startConversation(at));
    for (let n = 1; n <= 11; n += 1) send(wire, n, `bericht ${n}`);
    expect(await wire.hear('nack')).toMatchObject({ n: 11, reason: 'rate-limited' });
    for (let count = 0; count < 700; count += 1) wire.say({ type: 'typing', on: true });
    expect(await wire.closed).toBe(CLOSE.rateLimited);
  });

  it('[S6 H2] leaves no token in an address', async () => {
    const citizen = await startConversation(at);
    const wire = await connect(over, citizen);
    send(wire, 1, 'geheim');
    await wire.hear('ack');
    wire.close();
    expect(at.log.join('\n')).not.toMatch(new RegExp(`${citizen.token}|geheim`));
  });
});

describe('who gets in', () => {
  const hello = JSON.stringify(helloFrame(makeToken()));
  const body = () => [newLine(), hello].join('\n');

  it.each(['stream', 'poll', 'send', 'close'] as const)(
    '[H3] %s is refused to another origin and to none, and unknown sites do not exist',
    async (verb) => {
      for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, {}]) {
        expect((await postLine({ ...siteAt(), headers }, verb, body())).status).toBe(403);
        expect((await postLine({ url: `${at.url}/console`, headers }, verb, body())).status).toBe(403);
      }
      expect((await postLine({ ...siteAt(), url: `${at.url}/v1/sites/onbekend` }, verb, body())).status).toBe(
        404,
      );
      expect((await postLine(consoleAt(''), verb, body())).status).toBe(401);
      expect((await postLine(siteAt(), verb, 'geen regel')).status).toBe(400);
      expect((await postLine(siteAt(), verb, body() + '\n'.repeat(65))).status).toBe(400);
      expect((await postLine(siteAt(), verb, 'x'.repeat(3 * LIMITS.frameBytes))).status).toBe(413);
    },
  );

  it('[F2] asks every proxy on the way to leave the frames alone', async () => {
    const { token } = await startConversation(at);
    const stop = new AbortController();
    const asked = [newLine(), JSON.stringify(helloFrame(token))].join('\n');
    const { headers } = await postLine(siteAt(), 'stream', asked, stop.signal);
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(headers.get('access-control-allow-origin')).toBe(at.url);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    stop.abort();
  });

  it('[F4] a line’s name is worth nothing without its token', async () => {
    const mine = await startConversation(at);
    const thief = await startConversation(at);
    const line = newLine();
    const first = await postLine(siteAt(), 'poll', [line, JSON.stringify(helloFrame(mine.token))].join('\n'));
    expect(await first.text()).toContain('welcome');
    const theirs = [line, JSON.stringify(helloFrame(thief.token)), '{"type":"end"}'].join('\n');
    expect((await postLine(siteAt(), 'send', theirs)).status).toBe(200);
    const again = await connect('poll', mine);
    expect(again.heard.at(0)).toMatchObject({ type: 'welcome', status: 'waiting' });
    again.close();
  });

  it('[F3] a post whose line is not here is answered all the same: no request needs the same node', async () => {
    const { token } = await startConversation(at);
    const id = randomUUID();
    const frames = [helloFrame(token), { type: 'send', id, n: 1, text: 'zonder lijn' }];
    const asked = [newLine(), ...frames.map((frame) => JSON.stringify(frame))].join('\n');
    const answers = (await (await postLine(siteAt(), 'send', asked)).text()).split('\n').map(readFrame);
    expect(answers.find(({ type }) => type === 'ack')).toMatchObject({ id, n: 1 });
    const stranger = [newLine(), JSON.stringify(helloFrame(makeToken()))].join('\n');
    expect(JSON.parse(await (await postLine(siteAt(), 'send', stranger)).text())).toEqual({
      type: LINE_CLOSED,
      code: CLOSE.tokenInvalid,
    });
  });
});

describe('the console', () => {
  it.each<Over>(['stream', 'poll'])('takes and answers over a %s, and 4011 ends it', async (over) => {
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    const link = (await at.server.makeSignInLinks()).find(({ label }) => label.endsWith('Anna'));
    const { cookie } = await signIn(at, link?.url ?? '');
    const anna = new HttpWire<ToOperatorFrame, OperatorFrame>(over, consoleAt(cookie), readFrame);
    await anna.opened;
    anna.say({ type: 'hello', protocol: PROTOCOL_VERSION, device: randomUUID() });
    await anna.hear('desk');
    anna.say({ type: 'take', conversation: citizen.conversation });
    anna.say({ type: 'follow', conversation: citizen.conversation, lastSeq: 0, epoch: null });
    await anna.hear('followed');
    const text = 'Goedemiddag';
    const id = randomUUID();
    anna.say({ type: 'send', conversation: citizen.conversation, id, n: 1, assignmentEpoch: 1, text });
    expect(await anna.hear('ack')).toMatchObject({ id });
    await tab.hear('events', hasMessage(text));
    tab.say({ type: 'send', id: randomUUID(), n: 1, text: 'Dag' });
    await anna.hear('events', hasMessage('Dag'));
    await fetch(`${at.url}/console/api/sign-out`, {
      method: 'POST',
      headers: { Origin: at.url, Cookie: cookie, 'Content-Type': 'application/json' },
    });
    expect(await anna.closed).toBe(CLOSE.sessionRevoked);
  });
});
