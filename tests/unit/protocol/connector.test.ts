// The connector and the lines over HTTP with every socket, request and clock in the test's hand.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, LINE_CLOSED, TIMINGS } from '#protocol';
import { createConnector } from '../../../protocol/connector.ts';
import type { LineAnswer, LineVerb } from '../../../protocol/fallback-lines.ts';
import { Link } from '../../../protocol/link.ts';
import { type CrankedPlatform, createCrankedPlatform } from '../../support/cranked-platform.ts';

type Frame = { type: string; [key: string]: unknown };

interface Request extends LineAnswer {
  verb: LineVerb;
  line: string;
  frames: string[];
  isBroken: boolean;
}

const SILENCE = 3_000;
const RETRY = 5 * 60_000;
const WELCOME = '{"type":"welcome"}';

let time: CrankedPlatform;
let requests: Request[];
let pings: { answer(status: number): void; fail(): void }[];
let loads: number;
let link: Link<Frame, Frame>;
let received: Frame[];

// Fetched once for all, so that the connector's own import takes turns of the event loop, not time.
beforeAll(() => import('../../../protocol/chooser.ts'));

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function pass(ms: number): Promise<void> {
  time.pass(ms);
  await settle();
}

function latest(verb: LineVerb): Request {
  const found = requests.findLast((request) => request.verb === verb);
  if (found === undefined) throw new Error(`Nothing was asked of ${verb}.`);
  return found;
}

async function answerPing(status: number): Promise<void> {
  pings.at(-1)?.answer(status);
  await settle();
  // A line over HTTP opens a turn later, as sockets do.
  await pass(0);
}

beforeEach(() => {
  time = createCrankedPlatform();
  requests = [];
  pings = [];
  received = [];
  loads = 0;
  link = new Link<Frame, Frame>({
    platform: {
      ...time,
      connect: createConnector({
        socket: time.connect,
        ping: () =>
          new Promise((answer, reject) =>
            pings.push({ answer, fail: () => reject(new TypeError('network')) }),
          ),
        async loadRequests() {
          loads += 1;
          return { ask, newLine: () => `line-${requests.length}` };
        },
        after: time.after,
      }),
    },
    hello: () => ({ type: 'hello' }),
    parse: (data) => JSON.parse(data),
    receive: (frame) => void received.push(frame),
    changed: () => undefined,
  });
});

function ask(verb: LineVerb, body: string, answer: LineAnswer): () => void {
  const [line = '', hello = '', ...frames] = body.split('\n');
  const request: Request = { verb, line, frames, isBroken: false, ...answer };
  expect(hello).toBe('{"type":"hello"}');
  requests.push(request);
  return () => {
    request.isBroken = true;
  };
}

/** No frame over the WebSocket within 3 s, and the server answers a ping. */
async function keepAway(): Promise<void> {
  link.start();
  time.latest().handlers.opened();
  await pass(SILENCE);
  await answerPing(204);
}

async function goLiveOverStream(): Promise<void> {
  await keepAway();
  latest('stream').part(`data: ${WELCOME}\n\n`);
}

async function goLiveOverPoll(): Promise<void> {
  await keepAway();
  await pass(SILENCE);
  await pass(0);
  latest('poll').part(WELCOME);
  latest('poll').ended(200);
}

describe('[F1] a page whose WebSocket works', () => {
  it('asks nothing else and loads nothing', async () => {
    link.start();
    time.latest().handlers.opened();
    time.latest().handlers.received(WELCOME);
    for (let passed = 0; passed < RETRY; passed += TIMINGS.heartbeat) {
      time.latest().handlers.received('{"type":"heartbeat"}');
      await pass(TIMINGS.heartbeat);
    }
    expect(link.state.status).toBe('live');
    expect([loads, pings.length, requests.length]).toEqual([0, 0, 0]);
    expect(time.latest().sent[0]).toBe('{"type":"hello"}');
  });
});

describe('[F1] a WebSocket that is kept away', () => {
  it('after two refusals and an answered ping goes over a stream, without another wait', async () => {
    link.start();
    time.latest().handlers.closed(CLOSE.lost);
    expect(link.state.status).toBe('waiting');
    link.wake();
    time.latest().handlers.closed(CLOSE.lost);
    await answerPing(204);
    expect(latest('stream').frames).toEqual([]);
    latest('stream').part(`data: ${WELCOME}\n\n`);
    expect(link.state.status).toBe('live');
    expect(loads).toBe(1);
  });

  it('also where the page forbids sockets', async () => {
    time.forbidSockets(true);
    link.start();
    await pass(0);
    link.wake();
    await pass(0);
    await answerPing(204);
    latest('stream').part(`data: ${WELCOME}\n\n`);
    expect(link.state.status).toBe('live');
  });

  it('goes over polls when the stream says nothing for 3 s', async () => {
    await goLiveOverPoll();
    expect(link.state.status).toBe('live');
    expect(latest('stream').isBroken).toBe(true);
    expect(requests.filter(({ verb }) => verb === 'poll')).toHaveLength(2);
  });

  it('starts with the fallback when that line is lost', async () => {
    await goLiveOverStream();
    latest('stream').ended(null);
    expect(link.state.status).toBe('waiting');
    link.wake();
    await settle();
    await pass(0);
    expect(requests.filter(({ verb }) => verb === 'stream')).toHaveLength(2);
    expect(time.sockets).toHaveLength(1);
  });
});

describe('[F1] a ping', () => {
  it.each([
    ['of a server that is down', 503],
    ['answered by a sign-in page of a network', 200],
  ])('%s backs off', async (_, status) => {
    link.start();
    await pass(SILENCE);
    await answerPing(status);
    expect(link.state.status).toBe('waiting');
    expect(requests).toEqual([]);
  });

  it('that fails or stays away backs off: off line', async () => {
    link.start();
    await pass(SILENCE);
    pings.at(-1)?.fail();
    await settle();
    expect(link.state.status).toBe('waiting');
    link.wake();
    await pass(SILENCE);
    await pass(SILENCE);
    expect(link.state.status).toBe('waiting');
    expect(loads).toBe(0);
  });
});

describe('[F1] every 5 minutes', () => {
  beforeEach(goLiveOverStream);
  const beat = (): void => latest('stream').part('data: {"type":"heartbeat"}\n\n');

  async function waitForTry(): Promise<void> {
    for (let passed = 0; passed < RETRY; passed += TIMINGS.heartbeat) {
      beat();
      await pass(TIMINGS.heartbeat);
    }
  }

  it('a WebSocket is tried beside the line, and taken at its welcome', async () => {
    await waitForTry();
    expect(time.sockets).toHaveLength(2);
    time.latest().handlers.opened();
    expect(latest('stream').isBroken).toBe(false);
    time.latest().handlers.received(WELCOME);
    expect(latest('stream').isBroken).toBe(true);
    expect(latest('close').line).toBe(latest('stream').line);
    link.send({ type: 'typing' });
    expect(time.latest().sent).toEqual(['{"type":"hello"}', '{"type":"typing"}']);
    time.latest().handlers.closed(CLOSE.lost);
    link.wake();
    expect(time.sockets).toHaveLength(3);
  });

  it('and left alone when it stays silent or is refused', async () => {
    await waitForTry();
    time.latest().handlers.opened();
    await pass(SILENCE);
    expect(time.latest().closedWith).toBe(CLOSE.normal);
    await waitForTry();
    expect(time.sockets).toHaveLength(3);
    time.latest().handlers.closed(CLOSE.lost);
    expect(link.state.status).toBe('live');
    expect(latest('stream').isBroken).toBe(false);
  });

  it('what was unanswered on the old transport does not cut the new one', async () => {
    await waitForTry();
    link.send({ type: 'send', n: 1 });
    time.latest().handlers.opened();
    time.latest().handlers.received(WELCOME);
    link.send({ type: 'send', n: 1 });
    time.latest().handlers.received('{"type":"ack"}');
    await pass(TIMINGS.ackAnswer);
    expect(link.state.status).toBe('live');
  });
});

describe('a line over a stream', () => {
  beforeEach(goLiveOverStream);

  it('[F2] reads events however they are cut', () => {
    const stream = latest('stream');
    for (const part of ['data: {"ty', 'pe":"ack"}\n', '\ndata: {"type":"read"}\n\nda']) stream.part(part);
    expect(received.map(({ type }) => type)).toEqual(['welcome', 'ack', 'read']);
  });

  it('[F3] sends one post at a time, in order, what waited together', () => {
    for (const n of [1, 2, 3]) link.send({ type: 'send', n });
    expect(latest('send').frames).toEqual(['{"type":"send","n":1}']);
    latest('send').ended(200);
    expect(latest('send').frames).toEqual(['{"type":"send","n":2}', '{"type":"send","n":3}']);
    expect(latest('send').line).toBe(latest('stream').line);
  });

  it('[F3] keeps a post small', () => {
    link.send({ type: 'send', n: 1 });
    for (const n of [2, 3, 4]) link.send({ type: 'send', n, text: 'x'.repeat(4_000) });
    latest('send').ended(200);
    expect(latest('send').frames).toHaveLength(1);
  });

  it('[F3] takes answers that come with the post', () => {
    link.send({ type: 'send', n: 1 });
    latest('send').part('{"type":"ack","n":1}\n{"type":"events"}');
    latest('send').ended(200);
    expect(received.slice(1)).toEqual([{ type: 'ack', n: 1 }, { type: 'events' }]);
  });

  it('[F4] ends with the code of the last frame', () => {
    latest('stream').part(`data: ${JSON.stringify({ type: LINE_CLOSED, code: CLOSE.replaced })}\n\n`);
    expect(link.state).toEqual({ status: 'stopped', code: CLOSE.replaced });
  });

  it.each<[number | null, number]>([
    [403, CLOSE.originRefused],
    [401, CLOSE.sessionRevoked],
    [413, CLOSE.tooBig],
  ])('[F4] a post refused with %s stops with %i', (status, code) => {
    link.send({ type: 'send' });
    latest('send').ended(status);
    expect(link.state).toEqual({ status: 'stopped', code });
    expect(latest('stream').isBroken).toBe(true);
  });

  it.each([429, 503])('[F4] a post answered with %i backs off at least 5 s', (status) => {
    link.send({ type: 'send' });
    latest('send').ended(status);
    expect(link.state).toMatchObject({ status: 'waiting', retryInMs: TIMINGS.overloadLeast });
  });

  it('[F4] a post that got lost is a lost line', () => {
    link.send({ type: 'send' });
    latest('send').ended(null);
    expect(link.state.status).toBe('waiting');
  });

  it('[F5] answers a heartbeat with an empty post, and says goodbye', () => {
    latest('stream').part('data: {"type":"heartbeat"}\n\n');
    expect(latest('send').frames).toEqual([]);
    link.stop();
    expect(latest('close').line).toBe(latest('stream').line);
    expect(latest('stream').isBroken).toBe(true);
  });

  it('[L2] is dropped when nothing is heard for 40 s', async () => {
    await pass(TIMINGS.silenceBeforeDrop);
    expect(link.state.status).toBe('waiting');
  });
});

describe('a line over polls', () => {
  beforeEach(goLiveOverPoll);
  const polls = (): number => requests.filter(({ verb }) => verb === 'poll').length;

  it('[F2] asks again after each answer, and ends with the code of the last frame', () => {
    latest('poll').part('{"type":"ack"}\n{"type":"read"}');
    latest('poll').ended(200);
    expect(received.map(({ type }) => type)).toEqual(['welcome', 'ack', 'read']);
    expect(polls()).toBe(3);
    latest('poll').part(JSON.stringify({ type: LINE_CLOSED, code: CLOSE.tokenInvalid }));
    latest('poll').ended(200);
    expect(link.state).toEqual({ status: 'stopped', code: CLOSE.tokenInvalid });
    expect(polls()).toBe(3);
  });

  it('[F2] does not storm a server or proxy that answers with nothing', async () => {
    const before = polls();
    latest('poll').ended(200);
    expect(polls()).toBe(before);
    await pass(1_000);
    expect(polls()).toBe(before + 1);
  });

  it('takes no half frame for a frame', () => {
    latest('poll').part('{"type":"rea');
    latest('poll').ended(null);
    expect(received.map(({ type }) => type)).toEqual(['welcome']);
    expect(link.state.status).toBe('waiting');
  });
});
