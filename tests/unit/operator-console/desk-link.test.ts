// The desk on a hand-cranked line: hello, typing, retries, and the end of a session.
import { describe, expect, it } from 'vitest';
import { CLOSE, type OperatorFrame, type ToOperatorFrame } from '#protocol';
import type { SessionAnswer } from '../../../operator-console/api.ts';
import { DeskLink } from '../../../operator-console/desk-link.ts';
import { openDesk } from '../../../operator-console/desk-state.ts';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import { createCrankedPlatform } from '../../support/cranked-platform.ts';
import { ANNA, followed, heard, mine, OPENED, saidBy, TALK, welcome } from './a-desk.ts';

function openLine(session: SessionAnswer = { ok: false, why: 'unreachable' }) {
  const cranked = createCrankedPlatform();
  let ids = 0;
  const seen = { signedOut: 0, told: 0 };
  const link = new DeskLink({
    platform: { ...cranked, newId: () => `id-${ids++}`, wallClock: () => cranked.now() },
    initial: openDesk({}, TALK),
    tell: () => {
      seen.told += 1;
    },
    readSession: async () => session,
    signedOut: () => {
      seen.signedOut += 1;
    },
  });
  const hear = (...frames: ToOperatorFrame[]): void => {
    for (const frame of frames) cranked.latest().handlers.received(JSON.stringify(frame));
  };
  const sent = (): OperatorFrame[] => cranked.latest().sent.map((data) => JSON.parse(data));
  const connect = (): void => {
    cranked.latest().handlers.opened();
    hear(welcome(), { type: 'desk', conversations: [mine()] }, followed(mine()), heard(OPENED));
  };
  link.start();
  return { link, cranked, seen, hear, sent, connect };
}

describe('the line', () => {
  it('[H1] [M10] says hello with a device of its own on every line', () => {
    const { cranked, sent, connect } = openLine();
    connect();
    const hello = { type: 'hello', protocol: 1 };
    expect(sent()[0]).toEqual({ ...hello, device: 'id-0' });
    cranked.latest().handlers.closed(CLOSE.lost);
    cranked.pass(500);
    connect();
    expect(cranked.sockets).toHaveLength(2);
    expect(sent()[0]).toEqual({ ...hello, device: 'id-1' });
  });

  it('[L8] ignores what it does not know', () => {
    const { link, cranked, connect } = openLine();
    connect();
    const before = link.store.state;
    for (const data of ['{"type":"toString"}', '{"type":"party"}', 'null', '[]', '"welcome"', '{']) {
      cranked.latest().handlers.received(data);
    }
    expect(link.store.state).toBe(before);
  });

  it('[M6] sends again when the time that the server asked for is over', () => {
    const { link, cranked, sent, hear, connect } = openLine();
    connect();
    link.draft(TALK, 'hallo');
    link.write(TALK);
    const first = sent().findLast((frame) => frame.type === 'send');
    expect(first).toMatchObject({ text: 'hallo', n: 1 });
    if (first?.type !== 'send') return;
    hear({ type: 'nack', conversation: TALK, id: first.id, n: 1, reason: 'rate-limited', retryMs: 700 });
    const sends = (): number => sent().filter((frame) => frame.type === 'send').length;
    cranked.pass(699);
    expect(sends()).toBe(1);
    cranked.pass(1);
    expect(sends()).toBe(2);
  });

  it('says when the operator was signed out, by the server’s word or by a refused handshake', async () => {
    const revoked = openLine();
    revoked.connect();
    revoked.cranked.latest().handlers.closed(CLOSE.sessionRevoked);
    expect(revoked.seen.signedOut).toBe(1);
    const refused = openLine({ ok: false, why: 'refused' });
    refused.cranked.latest().handlers.closed(CLOSE.lost);
    await Promise.resolve();
    await Promise.resolve();
    expect(refused.seen.signedOut).toBe(1);
    expect(refused.link.store.state.link.status).toBe('idle');
  });

  it('keeps trying while the server cannot be reached', async () => {
    const { cranked, seen } = openLine();
    cranked.latest().handlers.closed(CLOSE.lost);
    await Promise.resolve();
    await Promise.resolve();
    cranked.pass(30_000);
    expect(seen.signedOut).toBe(0);
    expect(cranked.sockets.length).toBeGreaterThan(1);
  });
});

describe('[F1] a line that goes on over another transport', () => {
  it('is told anew that the operator types, at the next key', () => {
    const { link, sent, connect } = openLine();
    connect();
    link.draft(TALK, 'h');
    connect();
    const told = sent().length;
    link.draft(TALK, 'ha');
    expect(sent().slice(told)).toEqual([{ type: 'typing', conversation: TALK, on: true }]);
  });
});

describe('typing', () => {
  const typing = (sent: OperatorFrame[]): boolean[] =>
    sent.flatMap((frame) => (frame.type === 'typing' ? [frame.on] : []));

  it('tells once that the operator types, and that it stopped', () => {
    const { link, cranked, sent, connect } = openLine();
    connect();
    link.draft(TALK, 'h');
    cranked.pass(4_000);
    link.draft(TALK, 'ha');
    cranked.pass(4_000);
    expect(typing(sent())).toEqual([true]);
    cranked.pass(1_000);
    expect(typing(sent())).toEqual([true, false]);
  });

  it('stops typing when the words are gone', () => {
    const { link, sent, connect } = openLine();
    connect();
    link.draft(TALK, 'hallo');
    link.draft(TALK, ' ');
    expect(typing(sent())).toEqual([true, false]);
  });

  it('stops typing when the message goes out', () => {
    const { link, sent, connect } = openLine();
    connect();
    link.draft(TALK, 'hallo');
    link.write(TALK);
    expect(sent().map((frame) => frame.type)).toEqual(['hello', 'follow', 'typing', 'typing', 'send']);
    expect(typing(sent())).toEqual([true, false]);
  });

  it('[T1] does not believe for ever that the citizen types', () => {
    const { link, cranked, hear, connect } = openLine();
    connect();
    hear({ type: 'typing', conversation: TALK, on: true });
    cranked.pass(29_000);
    expect(threadOf(link.store.state, TALK).typing).toBe(true);
    // The line itself stays alive: only the typing fades.
    hear({ type: 'heartbeat', t: 1 });
    cranked.pass(1_000);
    expect(threadOf(link.store.state, TALK).typing).toBe(false);
  });
});

it('tells the operator of a citizen who writes while nobody looks', () => {
  const { seen, hear, connect } = openLine();
  connect();
  hear({ type: 'events', conversation: TALK, events: [saidBy('visitor', 2)], more: false });
  hear({ type: 'summary', summary: mine({ unread: 1, assignee: ANNA }) });
  expect(seen.told).toBe(1);
});
