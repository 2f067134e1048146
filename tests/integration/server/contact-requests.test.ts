// Asking to be called back over real HTTP, and what every console of the organisation sees of it: with its deadline, once, and nowhere else.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactDetail, ContactRequest, ToOperatorFrame } from '#protocol';
import { contactDetail, contactMoments, contactRequested, toOperatorFrame } from '#protocol/schemas';
import {
  connectOperator,
  type Operator,
  PAGE,
  post,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

/** Tuesday 24 November 2026, 11.00 in Amsterdam: the clock of the test server. The counter is open from 9 to 17. */
const WEDNESDAY = (clock: string): number => Date.parse(`2026-11-25T${clock}:00+01:00`);

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

const wanted = (more: Partial<ContactRequest> = {}): ContactRequest => ({
  id: randomUUID(),
  kind: 'call-back',
  name: 'Fatima Yıldız',
  phone: '06 12 34 56 78',
  subject: 'Bijzondere bijstand',
  text: 'Ik kom niet verder bij het inkomen.',
  moment: null,
  language: 'nl',
  context: PAGE,
  conversation: null,
  ...more,
});

const ask = (request: unknown, origin = at.url) =>
  post({ url: at.url, origin }, `/v1/sites/${SITE}/contact-requests`, request);

async function take(request: ContactRequest): Promise<{ id: string; promisedBy: number }> {
  const response = await ask(request);
  expect(response.status).toBe(201);
  return contactRequested.parse(await response.json());
}

const call = (path: string, who: Operator, init: RequestInit = {}) =>
  fetch(`${at.url}/console/api/contact-requests/${path}`, {
    ...init,
    headers: { Cookie: who.cookie, Origin: at.url, 'Content-Type': 'application/json' },
  });

const change = (id: string, who: Operator, body: unknown) =>
  call(id, who, { method: 'POST', body: JSON.stringify(body) });

async function read(id: string, who: Operator): Promise<ContactDetail> {
  return contactDetail.parse(await (await call(id, who)).json());
}

const isAbout = (id: string, version: number) => (frame: Extract<ToOperatorFrame, { type: 'contact' }>) =>
  frame.request.id === id && frame.request.version === version;

describe('asking', () => {
  it('[K1] [K3] is answered with the time by which somebody calls', async () => {
    const request = wanted();
    expect(await take(request)).toEqual({ id: request.id, promisedBy: WEDNESDAY('11:00') });
    at.clock.advance(10 * 60 * 60_000);
    expect(await take(wanted())).toMatchObject({ promisedBy: WEDNESDAY('17:00') });
    const morning = { date: '2026-11-26', part: 'morning' } as const;
    expect(await take(wanted({ moment: morning }))).toMatchObject({
      promisedBy: Date.parse('2026-11-26T12:00:00+01:00'),
    });
  });

  it('[K1] twice with the same id is one request, also when its moment is over', async () => {
    const request = wanted({ moment: { date: '2026-11-24', part: 'afternoon' } });
    const first = await take(request);
    at.clock.advance(24 * 60 * 60_000);
    const again = await ask(request);
    expect([again.status, await again.json()]).toEqual([200, first]);
    const other = await ask({ ...request, phone: '0201234567' });
    expect([other.status, await other.json()]).toMatchObject([
      409,
      { type: 'urn:vangnet:problem:id-conflict' },
    ]);
    expect((await read(request.id, await connectOperator(at, 'Anna'))).phone).toBe('+31612345678');
  });

  it.each([
    ['phone', { phone: '12' }],
    ['phone', { phone: undefined }],
    ['subject', { subject: '  ' }],
    ['email', { kind: 'message', phone: undefined, email: 'geen adres' }],
    ['text', { kind: 'message', text: '' }],
  ] as const)('[K2] is refused with the field that has to change: %s', async (field, more) => {
    const response = await ask({ ...wanted(), ...more });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { type: 'urn:vangnet:problem:invalid-field', status: 422, field },
    ]);
  });

  it('[K3] for a closed moment is refused with the next one', async () => {
    const response = await ask(wanted({ moment: { date: '2026-11-28', part: 'morning' } }));
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { field: 'moment', next: { date: '2026-11-30', part: 'morning' } },
    ]);
  });

  it('[K2] [S2] with anything that has no place in it is refused as a whole', async () => {
    for (const bad of [{ ...wanted(), bsn: '123456782' }, { ...wanted(), id: 'een' }, [], 'x'])
      expect((await ask(bad)).status).toBe(400);
  });

  it('[H3] works only from an origin of the site, and on a site that exists', async () => {
    expect((await ask(wanted(), 'https://evil.example')).status).toBe(403);
    expect((await ask(wanted(), 'https://formulieren.voorbeeldstad.example')).status).toBe(201);
    expect((await post(at, '/v1/sites/bestaat-niet/contact-requests', wanted())).status).toBe(404);
    const bare = await fetch(`${at.url}/v1/sites/${SITE}/contact-requests`, { method: 'POST', body: '{}' });
    expect(bare.status).toBe(403);
  });

  it('[K6] is limited per address, with the time to wait', async () => {
    for (let i = 0; i < 20; i++) await ask(wanted());
    const refused = await ask(wanted());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('access-control-allow-origin')).toBe(at.url);
  });

  it('[K3] can be chosen from a list of moments that are open', async () => {
    const response = await fetch(`${at.url}/v1/sites/${SITE}/contact-moments`);
    const moments = contactMoments.parse(await response.json());
    expect(moments.promisedBy).toBe(WEDNESDAY('11:00'));
    expect(moments.days).toHaveLength(10);
    expect(moments.days[0]).toEqual({
      date: '2026-11-24',
      parts: [
        { part: 'morning', promisedBy: Date.parse('2026-11-24T12:00:00+01:00') },
        { part: 'afternoon', promisedBy: Date.parse('2026-11-24T17:00:00+01:00') },
      ],
    });
  });

  it('[S6] leaves no word in the log', async () => {
    await take(wanted());
    await ask(wanted({ phone: '12' }));
    expect(at.log.join('\n')).not.toMatch(/Fatima|612345678|inkomen/);
  });
});

describe('at the desk', () => {
  it('[K4] a request comes to every console of the organisation, and to one that opens later', async () => {
    const [anna, bram] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Bram')];
    expect(await anna.wire.hear('contacts')).toMatchObject({ requests: [], open: 0 });
    const { id, promisedBy } = await take(wanted());
    for (const { wire } of [anna, bram]) {
      const frame = toOperatorFrame.parse(await wire.hear('contact', isAbout(id, 0)));
      expect(frame).toMatchObject({
        open: 1,
        request: { name: 'Fatima Yıldız', form: PAGE.form, promisedBy },
      });
      expect(JSON.stringify(frame)).not.toMatch(/612345678|niet verder/);
    }
    const chris = await connectOperator(at, 'Chris');
    const list = toOperatorFrame.parse(await chris.wire.hear('contacts'));
    expect(list).toMatchObject({ open: 1, requests: [{ id }] });
  });

  it('[K5] one operator takes it, the other sees who has it, and it is finished', async () => {
    const [anna, bram] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Bram')];
    const { id } = await take(wanted());
    const answers = await Promise.all([anna, bram].map((who) => change(id, who, { change: 'take' })));
    const won = answers[0]?.ok ? anna : bram;
    const lost = won === anna ? bram : anna;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refusal = await answers.find(({ status }) => status === 409)?.json();
    const { assignee } = await read(id, lost);
    expect(refusal).toMatchObject({
      type: 'urn:vangnet:problem:already-taken',
      assignee: assignee?.name,
    });
    expect((await lost.wire.hear('contact', isAbout(id, 1))).request.assignee).toEqual(assignee);
    expect((await change(id, lost, { change: 'finish', outcome: 'reached' })).status).toBe(409);
    const done = await change(id, won, { change: 'finish', outcome: 'reached' });
    expect(contactDetail.parse(await done.json())).toMatchObject({ status: 'done', outcome: 'reached' });
    expect(await lost.wire.hear('contact', isAbout(id, 2))).toMatchObject({
      open: 0,
      request: { status: 'done' },
    });
    expect((await change(id, lost, { change: 'take' })).status).toBe(409);
  });

  it('[K5] who was not reached comes back with a new promise', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { id } = await take(wanted());
    await change(id, anna, { change: 'take' });
    at.clock.advance(60 * 60_000);
    await change(id, anna, { change: 'finish', outcome: 'not-reached' });
    expect(await read(id, anna)).toMatchObject({
      status: 'open',
      assignee: null,
      attempts: 1,
      promisedBy: WEDNESDAY('12:00'),
    });
  });

  it('[K5] what a colleague has, a supervisor may give back', async () => {
    const [anna, chris] = [await connectOperator(at, 'Anna'), await connectOperator(at, 'Chris')];
    const { id } = await take(wanted());
    await change(id, anna, { change: 'take' });
    expect((await change(id, chris, { change: 'release' })).status).toBe(200);
    expect(await read(id, anna)).toMatchObject({ status: 'open', assignee: null, version: 2 });
  });

  it('[K10] who left gives back what was taken, and who comes back at once keeps it', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { id } = await take(wanted());
    await change(id, anna, { change: 'take' });
    await anna.wire.close();
    at.clock.advance(9 * 60_000);
    expect(await read(id, anna)).toMatchObject({ status: 'taken' });
    at.clock.advance(7 * 60_000);
    await expect.poll(() => read(id, anna)).toMatchObject({ status: 'open', assignee: null, version: 2 });
  });

  it('[K4] a request that was asked from the queue leads to the conversation, which keeps its place', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { token, conversation } = await startConversation(at);
    const before = await anna.wire.hear('summary', (frame) => frame.summary.id === conversation);
    const { id } = await take(wanted({ conversation: token }));
    expect((await read(id, anna)).conversation).toBe(conversation);
    const later = await connectOperator(at, 'Bram');
    expect(before.summary.status).toBe('waiting');
    later.wire.say({ type: 'follow', conversation, lastSeq: 0, epoch: null });
    const { summary } = await later.wire.hear('followed');
    expect(summary).toMatchObject({ status: 'waiting', waitingSince: before.summary.waitingSince });
    expect(
      (await read((await take(wanted({ conversation: 'A'.repeat(43) }))).id, anna)).conversation,
    ).toBeNull();
  });

  it('[K5] is closed to who has no session, and to another page', async () => {
    const anna = await connectOperator(at, 'Anna');
    const { id } = await take(wanted());
    const nobody = { ...anna, cookie: '' };
    expect((await call(id, nobody)).status).toBe(401);
    expect((await change(id, nobody, { change: 'take' })).status).toBe(401);
    expect((await change(id, anna, { change: 'steal' })).status).toBe(400);
    const elsewhere = await fetch(`${at.url}/console/api/contact-requests/${id}`, {
      method: 'POST',
      headers: { Cookie: anna.cookie, Origin: 'https://evil.example', 'Content-Type': 'application/json' },
      body: '{"change":"take"}',
    });
    expect(elsewhere.status).toBe(403);
    expect((await call(id, anna)).headers.get('cache-control')).toBe('no-store');
    expect((await call(randomUUID(), anna)).status).toBe(404);
  });
});
