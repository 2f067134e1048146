// Half-open lines on real sockets: a proxy swallows one direction or both, and either end finds out within its time.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TIMINGS, type ToVisitorFrame, type VisitorFrame } from '#protocol';
import { Link } from '#protocol/link';
import { type CrankedPlatform, createCrankedPlatform } from '../../support/cranked-platform.ts';
import { type BlackHole, type Direction, startBlackHole } from '../../support/network/black-hole.ts';
import { connectCitizen, SITE, startConversation } from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame, readFrame } from '../../support/server/wire.ts';

const SECOND = 1_000;
const IDLE_SECONDS = TIMINGS.silenceBeforeDrop / SECOND;
const SENDING_SECONDS = TIMINGS.ackAnswer / SECOND;

let at: TestServer;
let hole: BlackHole;
let time: CrankedPlatform;
let link: Link<VisitorFrame, ToVisitorFrame>;
let heard: ToVisitorFrame[];

beforeEach(async () => {
  at = await startTestServer();
  hole = await startBlackHole(at.url);
  time = createCrankedPlatform();
  heard = [];
});
afterEach(async () => {
  link.stop();
  await hole.close();
  await at.stop();
});

/** The client's own link on a real socket through the proxy; only its clock is ours. */
async function goLive(): Promise<void> {
  const { token } = await startConversation(at);
  link = new Link<VisitorFrame, ToVisitorFrame>({
    platform: {
      ...time,
      connect(handlers) {
        const url = `${hole.url.replace('http', 'ws')}/v1/sites/${SITE}/socket`;
        const socket = new WebSocket(url, { headers: { Origin: at.url } });
        socket.on('open', () => handlers.opened());
        socket.on('message', (data) => handlers.received(data.toString()));
        socket.on('error', () => undefined);
        socket.on('close', (code) => handlers.closed(code));
        return socket;
      },
    },
    hello: () => helloFrame(token),
    parse: readFrame,
    receive: (frame) => void heard.push(frame),
    changed: () => undefined,
  });
  link.start();
  await expect.poll(() => link.state.status).toBe('live');
}

/** Both clocks go on a second at a time; in between, what is on the wire arrives. */
async function pass(seconds: number): Promise<void> {
  const witness = await connectCitizen(at, await startConversation(at));
  for (let second = 0; second < seconds && link.state.status === 'live'; second += 1) {
    at.clock.advance(SECOND);
    time.pass(SECOND);
    witness.say({ type: 'probe' });
    await witness.hear('heartbeat', ({ t }) => t === at.clock.now());
  }
  await witness.close();
}

const say = (n: number): boolean => link.send({ type: 'send', id: randomUUID(), n, text: `bericht ${n}` });

describe('a line that nothing is wrong with', () => {
  it('[L1 L2] stays up through minutes of silence', async () => {
    await goLive();
    await pass(180);
    expect(link.state.status).toBe('live');
    expect(heard.filter(({ type }) => type === 'heartbeat').length).toBeGreaterThanOrEqual(6);
  });
});

describe.each<[string, Direction[]]>([
  ['to the client', ['down']],
  ['to the server', ['up']],
  ['either way', ['up', 'down']],
])('a line that swallows what goes %s', (_, directions) => {
  beforeEach(goLive);

  it(`[L1 L2] is found within ${IDLE_SECONDS} s idle, and replaced`, async () => {
    await pass(1);
    hole.swallow(...directions);
    await pass(IDLE_SECONDS);
    // Only towards the server: the server finds out, and its cut arrives.
    await expect.poll(() => link.state.status).not.toBe('live');
    time.pass(TIMINGS.backoffMost);
    await expect.poll(() => link.state.status).toBe('live');
  });

  it(`[L3] is found within ${SENDING_SECONDS} s when sending, and replaced`, async () => {
    hole.swallow(...directions);
    expect(say(1)).toBe(true);
    await pass(SENDING_SECONDS);
    expect(link.state.status).toBe('waiting');
    time.pass(TIMINGS.backoffMost);
    await expect.poll(() => link.state.status).toBe('live');
  });

  it('[L4 L5] is found 3 s after waking up', async () => {
    hole.swallow(...directions);
    link.wake();
    await pass(TIMINGS.probeAnswer / SECOND);
    expect(link.state.status).toBe('waiting');
  });
});
