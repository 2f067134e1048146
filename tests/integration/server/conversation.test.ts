// A citizen and operators over real sockets and a real database: the whole conversation, and who gets it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crank } from '../../support/server/crank.ts';
import {
  connectCitizen,
  connectOperator,
  PAGE,
  reconnectOperator,
  startConversation,
} from '../../support/server/people.ts';
import { answer, follow, hasKind, hasMessage, say, seqsOf } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

describe('the main job', () => {
  it('[M5] [R1] from first message to the end, both sides with every event once and in order', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const queued = await anna.hear('summary', ({ summary }) => summary.id === citizen.conversation);
    expect(queued.summary).toMatchObject({ status: 'waiting', context: PAGE, assignee: null, unread: 0 });
    const tab = await connectCitizen(at, citizen);
    await anna.hear('summary', ({ summary }) => summary.visitorHere);

    const id = say(tab, 1, 'Ik kom er niet uit');
    const ack = await tab.hear('ack');
    expect(ack).toMatchObject({ id, n: 1, seq: 2 });
    await tab.hear('events', hasMessage('Ik kom er niet uit'));
    expect(tab.heard.findIndex(({ type }) => type === 'ack')).toBeLessThan(
      tab.heard.findIndex((frame) => frame.type === 'events' && hasMessage('Ik kom er niet uit')(frame)),
    );

    anna.say({ type: 'take', conversation: citizen.conversation });
    const active = await anna.hear('summary', ({ summary }) => summary.status === 'active');
    expect(active.summary).toMatchObject({
      assignee: { name: 'Anna de Vries' },
      assignmentEpoch: 1,
      unread: 1,
    });
    follow(anna, citizen.conversation);
    await anna.hear('followed');
    answer(anna, citizen.conversation, 1, 'Ik help u');
    await tab.hear('events', hasMessage('Ik help u'));
    await anna.hear('events', hasMessage('Ik help u'));
    anna.say({ type: 'finish', conversation: citizen.conversation, assignmentEpoch: 1 });
    await tab.hear('events', hasKind('closed'));
    await anna.hear('events', hasKind('closed'));

    expect(seqsOf(tab.heard)).toEqual([1, 2, 3, 4, 5]);
    expect(seqsOf(anna.heard)).toEqual([1, 2, 3, 4, 5]);
    say(tab, 2, 'Nog iets');
    expect(await tab.hear('nack')).toMatchObject({ n: 2, reason: 'closed' });
  });

  it('[T1] passes typing, reading and presence on to the other side', async () => {
    const { wire: anna, cookie } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, 'Hallo');
    anna.say({ type: 'take', conversation: citizen.conversation });
    follow(anna, citizen.conversation);
    await anna.hear('followed');
    expect(await tab.hear('presence')).toMatchObject({ here: true });
    tab.say({ type: 'typing', on: true });
    expect(await anna.hear('typing')).toMatchObject({ on: true });
    anna.say({ type: 'typing', conversation: citizen.conversation, on: true });
    expect(await tab.hear('typing')).toMatchObject({ on: true });
    anna.say({ type: 'read', conversation: citizen.conversation, seq: 2 });
    expect(await tab.hear('read')).toMatchObject({ seq: 2 });
    tab.say({ type: 'read', seq: 3 });
    expect(await anna.hear('read')).toMatchObject({ seq: 3 });
    tab.say({ type: 'context', context: { ...PAGE, field: { id: 'huur', label: 'Huur per maand' } } });
    await anna.hear('summary', ({ summary }) => summary.context?.field?.label === 'Huur per maand');

    await anna.close();
    at.clock.advance(6_000);
    expect(await tab.hear('presence')).toMatchObject({ here: false });
    await reconnectOperator(at, cookie);
    expect(await tab.hear('presence')).toMatchObject({ here: true });
  });

  it('[T6] forgets what it knew of the page when the citizen takes it back', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    tab.say({ type: 'context', context: PAGE });
    await anna.hear('summary', ({ summary }) => summary.context?.form === PAGE.form);
    tab.say({ type: 'context', context: null });
    await anna.hear('summary', ({ summary }) => summary.context === null);
  });

  it('[T2] calls a citizen gone only 15 s after the last line closed', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const first = await connectCitizen(at, citizen);
    await anna.hear('summary', ({ summary }) => summary.visitorHere);
    await first.close();
    at.clock.advance(10_000);
    const second = await connectCitizen(at, citizen);
    at.clock.advance(10_000);
    expect(anna.heard.filter((frame) => frame.type === 'summary' && !frame.summary.visitorHere)).toHaveLength(
      1,
    );
    await second.close();
    const isGone = () =>
      anna.heard.findLast((frame) => frame.type === 'summary')?.summary.visitorHere === false;
    expect(await crankUntil(isGone)).toBeGreaterThanOrEqual(15);
  });
});

describe('who gets a conversation', () => {
  it('[A1] exactly one of two operators who take it at once; the other hears who', async () => {
    const [anna, bram] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Bram')];
    const { conversation } = await startConversation(at);
    for (const { wire } of [anna, bram]) wire.say({ type: 'take', conversation });
    const loser = await Promise.race(
      [anna, bram].map(async ({ wire }) => ({ wire, frame: await wire.hear('refused') })),
    );
    const winner = loser.wire === anna.wire ? bram : anna;
    const { summary } = await winner.wire.hear('summary', (frame) => frame.summary.status === 'active');
    expect(loser.frame).toMatchObject({ reason: 'already-taken', assignee: summary.assignee?.name });
    expect(
      [anna, bram].flatMap(({ wire }) => wire.heard).filter(({ type }) => type === 'refused'),
    ).toHaveLength(1);
  });

  it('[M7] no operator writes in another’s conversation', async () => {
    const [anna, bram] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Bram')];
    const { conversation } = await startConversation(at);
    anna.wire.say({ type: 'take', conversation });
    await bram.wire.hear('summary', ({ summary }) => summary.status === 'active');
    answer(bram.wire, conversation, 1, 'Ik ook');
    expect(await bram.wire.hear('nack')).toMatchObject({ reason: 'not-assignee', assignee: 'Anna de Vries' });
  });

  it('[M7] a refusal leaves in its turn, also when an ack is right behind it', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { conversation } = await startConversation(at);
    anna.wire.say({ type: 'take', conversation });
    await anna.wire.hear('summary', ({ summary }) => summary.status === 'active');
    const of = { type: 'send', conversation, text: 'Goedemiddag' } as const;
    const first = { ...of, id: crypto.randomUUID(), n: 1, assignmentEpoch: 1 };
    anna.wire.say(first);
    await anna.wire.hear('ack');
    anna.wire.say({ ...of, id: crypto.randomUUID(), n: 2, assignmentEpoch: 9 });
    anna.wire.say(first);
    await anna.wire.hear('ack');
    await anna.wire.hear('nack');
    const answers = anna.wire.heard.filter(({ type }) => type === 'ack' || type === 'nack');
    expect(answers).toMatchObject([
      { type: 'ack', n: 1 },
      { type: 'nack', n: 2, reason: 'not-assignee', assignee: 'Anna de Vries' },
      { type: 'ack', n: 1 },
    ]);
  });

  it('[A3] 30 s after the operator’s last line the citizen waits again, in front; the lease outlives a reload', async () => {
    const bram = await connectOperator(at, 'Bram');
    const anna = await connectOperator(at, 'Anna');
    const helped = await startConversation(at);
    const tab = await connectCitizen(at, helped);
    anna.wire.say({ type: 'take', conversation: helped.conversation });
    await tab.hear('events', hasKind('assigned'));
    at.clock.advance(1_000);
    const other = await startConversation(at);
    await bram.wire.hear('summary', ({ summary }) => summary.id === other.conversation);

    await anna.wire.close();
    await crank(at, 20);
    const back = await reconnectOperator(at, anna.cookie);
    await crank(at, 20);
    expect(tab.heard.flatMap((frame) => (frame.type === 'events' ? frame.events : []))).not.toContainEqual(
      expect.objectContaining({ kind: 'unassigned' }),
    );

    await back.wire.close();
    await crankUntil(() =>
      tab.heard.some(
        (frame) => frame.type === 'events' && frame.events.some(({ kind }) => kind === 'unassigned'),
      ),
    );
    const desk = await reconnectOperator(at, bram.cookie);
    const frame = desk.wire.heard.find(({ type }) => type === 'desk');
    expect(frame?.type === 'desk' && frame.conversations.map(({ id }) => id)).toEqual([
      helped.conversation,
      other.conversation,
    ]);
  });

  it('[A4] a released conversation is free at once', async () => {
    const [anna, bram] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Bram')];
    const { conversation } = await startConversation(at);
    anna.wire.say({ type: 'take', conversation });
    await anna.wire.hear('summary', ({ summary }) => summary.status === 'active');
    anna.wire.say({ type: 'release', conversation, assignmentEpoch: 1 });
    await bram.wire.hear('summary', ({ summary }) => summary.assignmentEpoch === 2);
    bram.wire.say({ type: 'take', conversation });
    const { summary } = await bram.wire.hear('summary', (frame) => frame.summary.assignmentEpoch === 3);
    expect(summary.assignee?.name).toBe('Bram Jansen');
  });

  it('[A5] an id that was never given is unknown, for every frame about it', async () => {
    const { wire } = await connectOperator(at, 'Anna');
    const conversation = 'A'.repeat(22);
    follow(wire, conversation);
    expect(await wire.hear('refused')).toMatchObject({ action: 'follow', reason: 'unknown-conversation' });
    wire.say({ type: 'take', conversation });
    expect(await wire.hear('refused')).toMatchObject({ action: 'take', reason: 'unknown-conversation' });
    answer(wire, conversation, 1, 'Hallo');
    expect(await wire.hear('nack')).toMatchObject({ reason: 'unknown-conversation' });
  });
});

/** Turns the clock second by second, so that what each second starts may finish before the next; gives the seconds. */
async function crankUntil(reached: () => boolean): Promise<number> {
  let seconds = 0;
  for (; seconds < 60 && !reached(); seconds++) {
    at.clock.advance(1_000);
    await fetch(`${at.url}/health/ready`);
  }
  expect(reached()).toBe(true);
  return seconds;
}
