import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { backoff, CLOSE, readCloseAction, TIMINGS } from '#protocol';
import { Link, type LinkState } from '#protocol/link';
import { type CrankedPlatform, createCrankedPlatform } from '../../support/cranked-platform.ts';

type Frame = { type: string; [key: string]: unknown };

const HALF = 0.5;
let platform: CrankedPlatform;
let link: Link<Frame, Frame>;
let states: LinkState[];
let received: Frame[];

function parse(data: string): Frame | null {
  const value: unknown = JSON.parse(data);
  return typeof value === 'object' && value !== null && 'type' in value
    ? { ...value, type: String(value.type) }
    : null;
}

const say = (frame: Frame): void => platform.latest().handlers.received(JSON.stringify(frame));

function goLive(): void {
  platform.latest().handlers.opened();
  say({ type: 'welcome' });
}

beforeEach(() => {
  platform = createCrankedPlatform(() => HALF);
  states = [];
  received = [];
  link = new Link<Frame, Frame>({
    platform,
    hello: () => ({ type: 'hello' }),
    parse,
    receive: (frame) => void received.push(frame),
    changed: (state) => void states.push(state),
  });
  link.start();
});

describe('opening', () => {
  it('[H1] says hello first and is live at the welcome, not before', () => {
    expect(link.send({ type: 'send' })).toBe(false);
    platform.latest().handlers.opened();
    expect(platform.latest().sent).toEqual(['{"type":"hello"}']);
    expect(link.state.status).toBe('connecting');
    say({ type: 'welcome' });
    expect(link.state.status).toBe('live');
    expect(link.send({ type: 'typing' })).toBe(true);
  });

  it('tries again when no welcome comes', () => {
    platform.latest().handlers.opened();
    platform.pass(TIMINGS.welcomeAnswer);
    expect(link.state).toEqual({ status: 'waiting', retryInMs: HALF * TIMINGS.backoffFirst, attempt: 1 });
    expect(platform.latest().closedWith).toBe(CLOSE.normal);
  });

  it('backs off when the page forbids sockets, and throws nothing', () => {
    platform.forbidSockets(true);
    platform.latest().handlers.closed(CLOSE.lost);
    platform.pass(TIMINGS.backoffMost);
    expect(link.state.status).toBe('waiting');
  });

  it('ignores news of a socket that it gave up', () => {
    const old = platform.latest();
    platform.pass(TIMINGS.welcomeAnswer + TIMINGS.backoffFirst);
    expect(platform.sockets).toHaveLength(2);
    old.handlers.received('{"type":"welcome"}');
    old.handlers.closed(CLOSE.sessionRevoked);
    expect(link.state.status).toBe('connecting');
    expect(received).toEqual([]);
  });
});

describe('liveness', () => {
  beforeEach(goLive);

  it('[L2] drops a line that was silent for 40 s', () => {
    platform.pass(TIMINGS.silenceBeforeDrop - 1);
    expect(link.state.status).toBe('live');
    platform.pass(1);
    expect(link.state.status).toBe('waiting');
  });

  it('[L2] every frame starts the 40 s anew', () => {
    platform.pass(TIMINGS.heartbeat);
    say({ type: 'heartbeat' });
    platform.pass(TIMINGS.silenceBeforeDrop - 1);
    expect(link.state.status).toBe('live');
    platform.pass(1);
    expect(link.state.status).toBe('waiting');
  });

  it('[L3] drops the line when a message gets no answer within 5 s', () => {
    link.send({ type: 'send', id: 'a' });
    platform.pass(TIMINGS.ackAnswer - 1);
    expect(link.state.status).toBe('live');
    platform.pass(1);
    expect(link.state.status).toBe('waiting');
  });

  it('[L3] does not take for an answer what the server says by itself', () => {
    link.send({ type: 'send' });
    platform.pass(TIMINGS.ackAnswer - 1);
    say({ type: 'heartbeat' });
    say({ type: 'events' });
    platform.pass(1);
    expect(link.state.status).toBe('waiting');
  });

  it('[L3] keeps waiting for the second answer after the first came', () => {
    link.send({ type: 'send', id: 'a' });
    link.send({ type: 'send', id: 'b' });
    say({ type: 'ack', id: 'a' });
    platform.pass(TIMINGS.ackAnswer);
    expect(link.state.status).toBe('waiting');
  });

  it('[L3] is content when every message was answered', () => {
    link.send({ type: 'send', id: 'a' });
    link.send({ type: 'send', id: 'b' });
    say({ type: 'ack', id: 'a' });
    say({ type: 'nack', id: 'b' });
    platform.pass(TIMINGS.ackAnswer * 2);
    expect(link.state.status).toBe('live');
  });

  it.each([
    ['one message twice, as for a frame that arrived twice', ['a', 'a']],
    ['a message that this line did not carry', ['a', 'x']],
  ])('[L3] keeps waiting for an answer when others came: %s', (_, ids) => {
    link.send({ type: 'send', id: 'a' });
    link.send({ type: 'send', id: 'b' });
    for (const id of ids) say({ type: 'ack', id });
    platform.pass(TIMINGS.ackAnswer);
    expect(link.state.status).toBe('waiting');
  });

  it('[L4] a wake-up asks for proof and gets 3 s', () => {
    link.wake();
    expect(platform.latest().sent.at(-1)).toBe('{"type":"probe"}');
    platform.pass(TIMINGS.probeAnswer);
    expect(link.state.status).toBe('waiting');
  });

  it('[L4] an answered probe changes nothing', () => {
    link.wake();
    say({ type: 'heartbeat' });
    platform.pass(TIMINGS.probeAnswer);
    expect(link.state.status).toBe('live');
  });

  it('[L4] a wake-up while waiting connects at once', () => {
    platform.latest().handlers.closed(CLOSE.lost);
    link.wake();
    expect(link.state.status).toBe('connecting');
    expect(platform.sockets).toHaveLength(2);
  });

  it('[L5] after a sleep of the machine it asks before it drops', () => {
    platform.sleep(3_600_000);
    expect(link.state.status).toBe('live');
    expect(platform.latest().sent.at(-1)).toBe('{"type":"probe"}');
    platform.pass(TIMINGS.probeAnswer);
    expect(link.state.status).toBe('waiting');
  });

  it('[L8] ignores what it cannot read', () => {
    platform.latest().handlers.received('[]');
    expect(link.state.status).toBe('live');
    expect(received.map((frame) => frame.type)).toEqual(['welcome']);
  });
});

describe('closing', () => {
  beforeEach(goLive);

  it.each(Object.entries(CLOSE))('[L] does what the table says for %s', (_, code) => {
    const action = readCloseAction(code);
    platform.latest().handlers.closed(code);
    if (action === 'stop') {
      expect(link.state).toEqual({ status: 'stopped', code });
      platform.pass(TIMINGS.backoffMost * 2);
      expect(platform.sockets).toHaveLength(1);
    } else {
      const least = action === 'later' ? TIMINGS.overloadLeast : 0;
      expect(link.state).toMatchObject({
        status: 'waiting',
        retryInMs: Math.max(least, HALF * TIMINGS.backoffFirst),
      });
    }
  });

  it('[L] SPEC.md tells the same about every code', () => {
    const spec = readFileSync(new URL('../../../protocol/SPEC.md', import.meta.url), 'utf8');
    const words = { stop: /stops|goes to sign-in/, later: /backs off/, reconnect: /connects again/ };
    for (const [name, code] of Object.entries(CLOSE)) {
      const row = spec
        .split('\n')
        .find((line) => line.startsWith('|') && line.split('|')[1]?.includes(String(code)));
      expect(row, name).toMatch(words[readCloseAction(code)]);
    }
  });

  it('[L7] spreads over the time that the server announced', () => {
    say({ type: 'drain', spreadMs: 10_000 });
    platform.latest().handlers.closed(CLOSE.restart);
    expect(link.state).toMatchObject({ status: 'waiting', retryInMs: 5_000 });
  });

  it('[L6] backs off further each time and starts anew after a stable minute', () => {
    const delays: number[] = [];
    const fail = (): void => {
      platform.latest().handlers.closed(CLOSE.lost);
      if (link.state.status === 'waiting') delays.push(link.state.retryInMs);
      link.wake();
    };
    for (let count = 0; count < 3; count += 1) fail();
    expect(delays).toEqual([250, 500, 1_000]);
    goLive();
    platform.pass(TIMINGS.heartbeat);
    say({ type: 'heartbeat' });
    platform.pass(TIMINGS.heartbeat);
    say({ type: 'heartbeat' });
    platform.pass(TIMINGS.heartbeat);
    fail();
    expect(delays.at(-1)).toBe(250);
  });

  it('[L6] never waits longer than 30 s', () => {
    expect(backoff(40, 1)).toBe(TIMINGS.backoffMost);
    expect(backoff(3, 0)).toBe(0);
  });

  it('stops for good, and starts again when asked', () => {
    link.stop();
    expect(platform.latest().closedWith).toBe(CLOSE.normal);
    platform.pass(TIMINGS.backoffMost);
    expect(platform.sockets).toHaveLength(1);
    link.start();
    expect(platform.sockets).toHaveLength(2);
    expect(states.at(-1)).toEqual({ status: 'connecting' });
  });
});
