// Several operators and one citizen on real sockets: who may write, who is told, and that no answer goes out to an older view.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import {
  connectCitizen,
  connectOperator,
  type Operator,
  reconnectOperator,
  startConversation,
} from '../../support/server/people.ts';
import { answer, follow, hasKind, hasMessage, say } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import type { OperatorWire, VisitorWire } from '../../support/server/wire.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

const eventsOf = (wire: VisitorWire): ConversationEvent[] =>
  wire.heard.flatMap((frame) => (frame.type === 'events' ? frame.events : []));

async function bring(): Promise<{ tab: VisitorWire; conversation: string }> {
  const citizen = await startConversation(at);
  return { tab: await connectCitizen(at, citizen), conversation: citizen.conversation };
}

async function take(operator: Operator, conversation: string, assignmentEpoch: number): Promise<void> {
  operator.wire.say({ type: 'take', conversation });
  follow(operator.wire, conversation);
  await operator.wire.hear(
    'summary',
    ({ summary }) => summary.id === conversation && summary.assignmentEpoch === assignmentEpoch,
  );
}

function reply(
  wire: OperatorWire,
  to: { conversation: string; epoch: number; seenSeq?: number; n?: number },
) {
  const { conversation, epoch, seenSeq, n = 1 } = to;
  const seen = seenSeq === undefined ? {} : { seenSeq };
  const text = `antwoord ${n}`;
  wire.say({ type: 'send', conversation, id: randomUUID(), n, assignmentEpoch: epoch, text, ...seen });
}

describe('[A6] a supervisor takes over', () => {
  it('at once: one wins, both and the citizen are told, the former writes no more', async () => {
    const [anna, chris] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Chris')];
    const { tab, conversation } = await bring();
    await take(anna, conversation, 1);
    reply(anna.wire, { conversation, epoch: 1 });
    await anna.wire.hear('ack');

    chris.wire.say({ type: 'take-over', conversation, assignmentEpoch: 1 });
    for (const { wire } of [anna, chris]) {
      const { summary } = await wire.hear('summary', (frame) => frame.summary.assignmentEpoch === 2);
      expect(summary.assignee?.name).toBe('Chris Bakker');
    }
    await tab.hear('events', hasKind('assigned'));
    reply(anna.wire, { conversation, epoch: 1, n: 2 });
    expect(await anna.wire.hear('nack')).toMatchObject({ reason: 'not-assignee', assignee: 'Chris Bakker' });
    reply(chris.wire, { conversation, epoch: 2 });
    await chris.wire.hear('ack');
    await tab.hear('events', ({ events }) => events.some(({ seq }) => seq === 5));
    expect(eventsOf(tab).map((event) => (event.kind === 'message' ? event.author : event.kind))).toEqual([
      'opened',
      'assigned',
      'Anna de Vries',
      'assigned',
      'Chris Bakker',
    ]);
  });

  it('only as a supervisor, and only from whom it was seen with', async () => {
    const people = [
      await connectOperator(at, 'Anna'),
      await connectOperator(at, 'Bram'),
      await connectOperator(at, 'Chris'),
      await connectOperator(at, 'Dewi'),
    ] as const;
    const [anna, bram, chris, dewi] = people;
    const { conversation } = await bring();
    await take(anna, conversation, 1);
    for (const { wire } of [bram, dewi]) {
      wire.say({ type: 'take-over', conversation, assignmentEpoch: 1 });
      expect(await wire.hear('refused')).toMatchObject({ action: 'take-over', reason: 'not-allowed' });
    }
    anna.wire.say({ type: 'release', conversation, assignmentEpoch: 1 });
    await bram.wire.hear('summary', ({ summary }) => summary.assignmentEpoch === 2);
    await take(bram, conversation, 3);
    chris.wire.say({ type: 'take-over', conversation, assignmentEpoch: 1 });
    expect(await chris.wire.hear('refused')).toMatchObject({
      reason: 'already-taken',
      assignee: 'Bram Jansen',
    });
  });
});

describe('two who act at the same moment', () => {
  it('[A1] [M7] leave one answer: an operator who replies while being taken over is before it or refused', async () => {
    const [anna, chris] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Chris')];
    for (let round = 1; round <= 10; round++) {
      const { tab, conversation } = await bring();
      await take(anna, conversation, 1);
      const [first, second] = round % 2 ? [anna, chris] : [chris, anna];
      for (const who of [first, second]) {
        if (who === anna) reply(anna.wire, { conversation, epoch: 1 });
        else chris.wire.say({ type: 'take-over', conversation, assignmentEpoch: 1 });
      }
      const verdict = () =>
        anna.wire.heard.find(
          (frame) => (frame.type === 'ack' || frame.type === 'nack') && frame.conversation === conversation,
        )?.type;
      await expect.poll(verdict).toBeDefined();
      await tab.hear('events', ({ events }) =>
        events.some((event) => event.kind === 'assigned' && event.operator === 'Chris Bakker'),
      );
      const told = eventsOf(tab);
      const change = told.findIndex(
        (event) => event.kind === 'assigned' && event.operator === 'Chris Bakker',
      );
      const after = told.slice(change).filter((event) => event.kind === 'message');
      expect(after).toEqual([]);
      expect(told.some((event) => event.kind === 'message')).toBe(verdict() === 'ack');
    }
  });
});

describe('[A7] an answer to an older view', () => {
  it('is refused while the citizen’s newer words are unread, and nobody sees it', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { tab, conversation } = await bring();
    await take(anna, conversation, 1);
    say(tab, 1, 'Ik bedoel mijn oude huis');
    await tab.hear('ack');
    reply(anna.wire, { conversation, epoch: 1, seenSeq: 2 });
    expect(await anna.wire.hear('nack')).toMatchObject({ n: 1, reason: 'outdated' });
    await anna.wire.hear('events', hasMessage('Ik bedoel mijn oude huis'));
    reply(anna.wire, { conversation, epoch: 1, seenSeq: 3 });
    await anna.wire.hear('ack');
    await tab.hear('events', hasMessage('antwoord 1'));
    expect(eventsOf(tab).filter(({ kind }) => kind === 'message')).toHaveLength(2);
  });

  it('[M2] is acked all the same when it is in the log already: sent again after a lost line it is not said to be refused', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { tab, conversation } = await bring();
    await take(anna, conversation, 1);
    const message = { conversation, id: randomUUID(), assignmentEpoch: 1, text: 'Het nieuwe adres' };
    anna.wire.say({ type: 'send', ...message, n: 1 });
    const { seq } = await anna.wire.hear('ack');
    say(tab, 1, 'Welk adres?');
    await tab.hear('ack');
    const again = await reconnectOperator(at, anna.cookie);
    follow(again.wire, conversation);
    await again.wire.hear('events', hasMessage('Welk adres?'));
    again.wire.say({ type: 'send', ...message, n: 1, seenSeq: 2 });
    expect(await again.wire.hear('ack')).toMatchObject({ id: message.id, seq });
    again.wire.say({ type: 'send', ...message, id: randomUUID(), n: 2, seenSeq: 3 });
    expect(await again.wire.hear('nack')).toMatchObject({ n: 2, reason: 'outdated' });
  });

  it('[M10] stays refused when the lost line still brings it: the writer has the text back already', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { tab, conversation } = await bring();
    await take(anna, conversation, 1);
    const message = { type: 'send', conversation, id: randomUUID(), n: 1, text: 'Te laat' } as const;
    anna.wire.socket.pause();
    say(tab, 1, 'Ik bedoel mijn oude huis');
    await tab.hear('ack');
    const again = await reconnectOperator(at, anna.cookie);
    follow(again.wire, conversation);
    again.wire.say({ ...message, assignmentEpoch: 1, seenSeq: 2 });
    expect(await again.wire.hear('nack')).toMatchObject({ id: message.id, reason: 'outdated' });
    anna.wire.say({ ...message, assignmentEpoch: 1 });
    anna.wire.socket.resume();
    expect(await anna.wire.hear('nack')).toMatchObject({ id: message.id, reason: 'outdated' });
    reply(again.wire, { conversation, epoch: 1, seenSeq: 3 });
    await again.wire.hear('ack');
    await tab.hear('events', hasMessage('antwoord 1'));
    expect(eventsOf(tab).filter(({ kind }) => kind === 'message')).toHaveLength(2);
  });

  it('[M7] from a console that was away while another took the conversation is refused, and says who has it', async () => {
    const [anna, bram] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Bram')];
    const { tab, conversation } = await bring();
    await take(anna, conversation, 1);
    anna.wire.socket.pause();
    anna.wire.say({ type: 'release', conversation, assignmentEpoch: 1 });
    await bram.wire.hear('summary', ({ summary }) => summary.assignmentEpoch === 2);
    await take(bram, conversation, 3);
    answer(anna.wire, conversation, 1, 'Ik zie niet dat ik het niet meer heb');
    anna.wire.socket.resume();
    expect(await anna.wire.hear('nack')).toMatchObject({ reason: 'not-assignee', assignee: 'Bram Jansen' });
    await tab.hear('events', ({ events }) =>
      events.some((event) => event.kind === 'assigned' && event.operator === 'Bram Jansen'),
    );
    expect(eventsOf(tab).filter(({ kind }) => kind === 'message')).toEqual([]);
  });
});
