// What who waits is told over real sockets: the place, the wait, the norm and the call-back that was asked meanwhile.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToVisitorFrame } from '#protocol';
import { crank } from '../../support/server/crank.ts';
import {
  askOffer,
  type Citizen,
  connectCitizen,
  connectOperator,
  type Operator,
  PAGE,
  post,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { hasKind, say } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

type Queue = Extract<ToVisitorFrame, { type: 'queue' }>;

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

interface Waiting extends Citizen {
  wire: VisitorWire;
}

async function arrive(): Promise<Waiting> {
  const citizen = await startConversation(at);
  return { ...citizen, wire: await connectCitizen(at, citizen) };
}

const toldBy = ({ wire }: Waiting): Queue[] => wire.heard.filter((frame) => frame.type === 'queue');
const isAt = (place: number) => (frame: Queue) => frame.place === place;

/** Cranks the clock until the frame is there: the line is told at its own pace. */
async function hear({ wire }: Waiting, fits: (frame: Queue) => boolean): Promise<Queue> {
  const heard = wire.hear('queue', fits);
  await crank(at, 4);
  return heard;
}

async function take({ wire }: Operator, { conversation, wire: line }: Waiting): Promise<void> {
  const assigned = line.hear('events', hasKind('assigned'));
  wire.say({ type: 'take', conversation });
  await assigned;
}

async function giveBack({ wire }: Operator, { conversation, wire: line }: Waiting): Promise<void> {
  const back = line.hear('events', hasKind('unassigned'));
  wire.say({ type: 'release', conversation, assignmentEpoch: 1 });
  await back;
}

describe('the place in the queue', () => {
  it('[Q1] is told in the order of the queue, and moves up when somebody is helped or leaves', async () => {
    const [first, second, third] = [await arrive(), await arrive(), await arrive()];
    await hear(first, isAt(1));
    await hear(second, isAt(2));
    await hear(third, isAt(3));
    await take(await connectOperator(at, 'Anna'), first);
    await hear(second, isAt(1));
    await hear(third, isAt(2));
    second.wire.say({ type: 'end' });
    await second.wire.hear('events', hasKind('closed'));
    await hear(third, isAt(1));
    expect(toldBy(third).map(({ place }) => place)).toEqual(expect.arrayContaining([3, 2, 1]));
  });

  it('[Q1] is told anew to who comes back, and to nobody who is helped', async () => {
    const [first, second] = [await arrive(), await arrive()];
    await hear(second, isAt(2));
    await second.wire.close();
    const again = { ...second, wire: await connectCitizen(at, second) };
    expect(await again.wire.hear('queue')).toMatchObject({ place: 2 });
    await take(await connectOperator(at, 'Anna'), first);
    const before = toldBy(first).length;
    await hear(again, isAt(1));
    expect(toldBy(first)).toHaveLength(before);
  });

  it('[Q1] is the first again for who was given back, and nobody else is told that they were passed without it', async () => {
    const [first, second] = [await arrive(), await arrive()];
    await hear(second, isAt(2));
    const anna = await connectOperator(at, 'Anna');
    await take(anna, first);
    await hear(second, isAt(1));
    await giveBack(anna, first);
    await hear(first, isAt(1));
    await hear(second, isAt(2));
  });

  it('[Q1] is not told to whom an operator is kept for, until that is over', async () => {
    await connectOperator(at, 'Anna');
    const ahead = await arrive();
    const answer = await askOffer(at);
    if (answer.state !== 'held') throw new Error('Nobody was held.');
    const citizen = await startConversation(at, answer.offer);
    const kept = { ...citizen, wire: await connectCitizen(at, citizen) };
    expect((await kept.wire.hear('queue')).place).toBeUndefined();
    const behind = await arrive();
    await hear(ahead, isAt(1));
    // Who came later waits behind both, so nothing gets worse when the minute is over.
    await hear(behind, isAt(3));
    await crank(at, 58);
    await hear(kept, isAt(2));
    expect(new Set(toldBy(behind).map(({ place }) => place))).toEqual(new Set([undefined, 3]));
  });

  it('[Q3] is told at most once in three seconds, and only when it changed', async () => {
    const first = await arrive();
    await hear(first, isAt(1));
    const before = toldBy(first).length;
    for (let n = 1; n <= 5; n += 1) say(first.wire, n, `zin ${n}`);
    await first.wire.hear('ack', ({ n }) => n === 5);
    const later = await Promise.all([arrive(), arrive(), arrive()]);
    await crank(at, 20);
    expect(toldBy(first)).toHaveLength(before);
    for (const one of later) one.wire.say({ type: 'end' });
    await Promise.all(later.map(({ wire }) => wire.hear('events', hasKind('closed'))));
    await crank(at, 20);
    expect(toldBy(first)).toHaveLength(before);
  });
});

describe('the expected wait', () => {
  it('[Q2] is told when it is known how fast people are helped here, and only while somebody is there', async () => {
    const anna = await connectOperator(at, 'Anna');
    for (let taken = 0; taken < 6; taken += 1) {
      const one = await arrive();
      await crank(at, 60);
      expect(toldBy(one).every(({ waitFrom }) => taken > 4 || waitFrom === undefined)).toBe(true);
      await take(anna, one);
      anna.wire.say({ type: 'finish', conversation: one.conversation, assignmentEpoch: 1 });
      await one.wire.hear('events', hasKind('closed'));
    }
    const [first, second] = [await arrive(), await arrive()];
    expect(await hear(second, isAt(2))).toMatchObject({ waitFrom: 1, waitTo: 3 });
    expect(toldBy(first).at(-1)).toMatchObject({ place: 1, waitFrom: 0, waitTo: 2 });
    anna.wire.say({ type: 'status', status: 'away' });
    await anna.wire.hear('status', ({ status }) => status === 'away');
    await hear(second, ({ place, waitFrom }) => place === 2 && waitFrom === undefined);
  });
});

describe('the norm', () => {
  it('[Q4] is counted from when the citizen came, and anew from when an operator left', async () => {
    const one = await arrive();
    expect((await one.wire.hear('queue')).lateIn).toBe(120_000);
    await crank(at, 90);
    const again = { ...one, wire: await connectCitizen(at, one) };
    expect((await again.wire.hear('queue')).lateIn).toBe(30_000);
    const anna = await connectOperator(at, 'Anna');
    await take(anna, again);
    await crank(at, 60);
    await giveBack(anna, again);
    const { lateIn } = await hear(again, isAt(1));
    expect(lateIn).toBeGreaterThan(115_000);
    await crank(at, 200);
    const late = { ...one, wire: await connectCitizen(at, one) };
    expect((await late.wire.hear('queue')).lateIn).toBe(0);
  });

  it('[Q4] is that of the site', async () => {
    const { dataDir } = at;
    const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
    database.exec('UPDATE site SET answer_within = 45');
    database.close();
    const url = at.url;
    await at.server.stop();
    at = await startTestServer({ dataDir, port: Number(new URL(url).port) });
    const one = await arrive();
    expect((await one.wire.hear('queue')).lateIn).toBe(45_000);
  });
});

describe('asking to be called back from the queue', () => {
  const ask = (conversation: string | null, id = randomUUID()) =>
    post(at, `/v1/sites/${SITE}/contact-requests`, {
      id,
      kind: 'call-back',
      phone: '0612345678',
      subject: 'Bijstand',
      moment: null,
      language: 'nl',
      context: PAGE,
      conversation,
    });

  it('[Q5] keeps the place, is told to the citizen and to the operators, and the conversation goes on', async () => {
    const { wire } = await connectOperator(at, 'Anna');
    const [first, second] = [await arrive(), await arrive()];
    await hear(second, isAt(2));
    const id = randomUUID();
    const summary = wire.hear('summary', ({ summary }) => summary.callBack === id);
    const { promisedBy } = await (await ask(second.token, id)).json();
    expect((await summary).summary).toMatchObject({ id: second.conversation, status: 'waiting' });
    expect(await second.wire.hear('queue', ({ callBackBy }) => callBackBy !== undefined)).toMatchObject({
      place: 2,
      callBackBy: promisedBy,
    });
    expect(toldBy(first).every(({ callBackBy }) => callBackBy === undefined)).toBe(true);
    wire.say({ type: 'take', conversation: second.conversation });
    await second.wire.hear('events', hasKind('assigned'));
    const taken = await wire.hear('summary', ({ summary }) => summary.status === 'active');
    expect(taken.summary.callBack).toBe(id);
  });

  it('[Q5] is remembered over a restart, and a retry changes nothing', async () => {
    const one = await arrive();
    const id = randomUUID();
    const { promisedBy } = await (await ask(one.token, id)).json();
    expect((await ask(one.token, id)).status).toBe(200);
    const { dataDir, clock } = at;
    const port = Number(new URL(at.url).port);
    await at.server.stop();
    at = await startTestServer({ dataDir, port, clock });
    const again = { ...one, wire: await connectCitizen(at, one) };
    expect((await again.wire.hear('queue')).callBackBy).toBe(promisedBy);
  });
});
