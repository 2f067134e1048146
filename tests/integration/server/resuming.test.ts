// What comes after a lost line, a page load or a restart: everything, once, in order; and what a desk follows.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import {
  connectCitizen,
  connectOperator,
  openVisitorWire,
  reconnectOperator,
  startConversation,
} from '../../support/server/people.ts';
import { follow, hasKind, hasMessage, say, seqsOf } from '../../support/server/talk.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame } from '../../support/server/wire.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

describe('resuming', () => {
  it('[R2] brings what was missed, in pages, without a gap', async () => {
    const generous = await startTestServer({ messageAllowances: [{ points: 10_000, seconds: 1 }] });
    const citizen = await startConversation(generous);
    const first = await connectCitizen(generous, citizen);
    for (let n = 1; n <= 450; n++) say(first, n, `bericht ${n}`);
    await first.hear('ack', ({ n }) => n === 450);
    const second = await connectCitizen(generous, citizen, { lastSeq: 10 });
    await second.hear('events', ({ events }) => events.at(-1)?.seq === 451);
    expect(seqsOf(second.heard)).toEqual(Array.from({ length: 441 }, (_, index) => index + 11));
    const pages = second.heard.flatMap((frame) => (frame.type === 'events' ? [frame] : []));
    expect(pages.map(({ events, more }) => [events.length, more])).toEqual([
      [200, true],
      [200, true],
      [41, false],
    ]);
    second.say({ type: 'pull', after: 448 });
    const { events } = await second.hear('events', (frame) => frame.events[0]?.seq === 449);
    expect(events).toHaveLength(3);
    await generous.stop();
  });

  it('[M5] [M8] tells a device what it has, and takes messages over from an earlier page', async () => {
    const citizen = await startConversation(at);
    const device = randomUUID();
    const first = await connectCitizen(at, citizen, { device });
    const id = say(first, 1, 'Een');
    await first.hear('ack');
    await first.close();
    const again = await openVisitorWire(at).opened();
    again.say(helloFrame(citizen.token, { device, lastSeq: 2 }));
    expect(await again.hear('welcome')).toMatchObject({ lastN: 1, lastSeq: 2 });
    const next = await connectCitizen(at, citizen);
    say(next, 1, 'Een', id);
    expect(await next.hear('ack')).toMatchObject({ n: 1, seq: 2 });
    say(next, 2, 'Twee');
    expect(await next.hear('ack')).toMatchObject({ n: 2, seq: 3 });
    say(next, 9, 'Te ver');
    expect(await next.hear('nack')).toMatchObject({ reason: 'expected', expected: 3 });
  });

  it('[R5] gives everything to who read another history', async () => {
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, 'Een');
    await tab.hear('ack');
    for (const hello of [{ lastSeq: 2, epoch: 'another' }, { lastSeq: 99 }]) {
      const other = await connectCitizen(at, citizen, hello);
      await other.hear('events', ({ events }) => events.at(-1)?.seq === 2);
      expect(seqsOf(other.heard)).toEqual([1, 2]);
    }
  });

  it('[R2] [A3] a second start keeps conversations, and assignments with a fresh lease', async () => {
    const dataDir = makeDataDir();
    const before = await startTestServer({ dataDir, seed: 'before' });
    const anna = await connectOperator(before, 'Anna');
    const citizen = await startConversation(before);
    const tab = await connectCitizen(before, citizen);
    say(tab, 1, 'Bewaar dit');
    anna.wire.say({ type: 'take', conversation: citizen.conversation });
    await tab.hear('events', hasKind('assigned'));
    await before.stop();
    expect(await tab.closed).toBe(CLOSE.restart);

    const after = await startTestServer({ dataDir, seed: 'after' });
    const resumed = await connectCitizen(after, citizen, { lastSeq: 1 });
    await resumed.hear('events', ({ events }) => events.at(-1)?.seq === 3);
    const { wire } = await reconnectOperator(after, anna.cookie);
    const desk = wire.heard.find((frame) => frame.type === 'desk');
    expect(desk?.type === 'desk' && desk.conversations).toMatchObject([
      { id: citizen.conversation, status: 'active', assignee: { name: 'Anna de Vries' }, unread: 1 },
    ]);
    await after.stop();
  });

  it('who has not written yet keeps the conversation over a restart, and loses it only when gone for good', async () => {
    const dataDir = makeDataDir();
    const before = await startTestServer({ dataDir, seed: 'before' });
    const citizen = await startConversation(before);
    before.clock.sleep(11 * 60_000);
    await before.stop();
    const after = await startTestServer({ dataDir, seed: 'after', clock: before.clock });
    const statusAt = async (ms: number) => {
      after.clock.advance(ms);
      await fetch(`${after.url}/health/ready`);
      const tab = await connectCitizen(after, citizen);
      await tab.close();
      const [welcome] = tab.heard;
      return welcome?.type === 'welcome' && welcome.status;
    };
    expect(await statusAt(1_000)).toBe('waiting');
    expect(await statusAt(30_000)).toBe('waiting');
    after.clock.advance(60_000);
    await fetch(`${after.url}/health/ready`);
    expect(await statusAt(1_000)).toBe('closed');
    await after.stop();
  });
});

describe('a conversation that is closed', () => {
  it('[A4] [M2] is welcomed with its whole log, and answers for what was on its way when the line went', async () => {
    const citizen = await startConversation(at);
    const device = randomUUID();
    const first = await connectCitizen(at, citizen, { device });
    const id = say(first, 1, 'Net op tijd');
    await first.hear('ack');
    first.say({ type: 'end' });
    await first.hear('events', hasKind('closed'));
    await first.close();
    const again = await connectCitizen(at, citizen, { device: randomUUID() });
    expect(again.heard[0]).toMatchObject({ type: 'welcome', status: 'closed', lastSeq: 3 });
    await again.hear('events', hasKind('closed'));
    expect(seqsOf(again.heard)).toEqual([1, 2, 3]);
    say(again, 1, 'Net op tijd', id);
    expect(await again.hear('ack')).toMatchObject({ id, seq: 2 });
    say(again, 2, 'Te laat');
    expect(await again.hear('nack')).toMatchObject({ n: 2, reason: 'closed' });
    expect(again.socket.readyState).toBe(again.socket.OPEN);
    await again.close();
  });
});

describe('a desk that follows', () => {
  it('[R2] hears nothing any more of what it let go, also when that came right behind', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    follow(anna, citizen.conversation);
    anna.say({ type: 'unfollow', conversation: citizen.conversation });
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, 'Hallo');
    await anna.hear('summary', ({ summary }) => summary.lastSeq === 2);
    anna.say({ type: 'probe' });
    await anna.hear('heartbeat');
    expect(seqsOf(anna.heard)).not.toContain(2);
  });

  it('[R1] gets each event once although it asked twice', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    follow(anna, citizen.conversation);
    follow(anna, citizen.conversation, 1);
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, 'Hallo');
    await anna.hear('events', hasMessage('Hallo'));
    anna.say({ type: 'probe' });
    await anna.hear('heartbeat');
    expect(seqsOf(anna.heard).filter((seq) => seq === 2)).toEqual([2]);
  });
});
