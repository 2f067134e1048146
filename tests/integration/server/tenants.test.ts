// Two organisations on one server: neither sees, hears or touches anything of the other.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, type OperatorFrame } from '#protocol';
import {
  type Citizen,
  connectCitizen,
  connectOperator,
  openVisitorWire,
  post,
  reconnectOperator,
  startConversation,
} from '../../support/server/people.ts';
import { ELSEWHERE, seedElsewhere } from '../../support/server/second-organisation.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame } from '../../support/server/wire.ts';

let at: TestServer;
let cookie: string;
let citizen: Citizen;

beforeEach(async () => {
  const dataDir = makeDataDir();
  cookie = await seedElsewhere(dataDir);
  at = await startTestServer({ dataDir });
  citizen = await startConversation(at);
});
afterEach(async () => {
  await at.stop();
  rmSync(at.dataDir, { recursive: true, force: true });
});

describe('[I8] [A5] an operator of another organisation', () => {
  const about = (conversation: string): OperatorFrame[] => [
    { type: 'follow', conversation, lastSeq: 0, epoch: null },
    { type: 'take', conversation },
    { type: 'release', conversation, assignmentEpoch: 1 },
    { type: 'finish', conversation, assignmentEpoch: 1 },
    { type: 'typing', conversation, on: true },
    { type: 'read', conversation, seq: 1 },
    { type: 'pull', conversation, after: 0 },
  ];

  it('gets the same answer for a real conversation as for none', async () => {
    const { wire } = await reconnectOperator(at, cookie);
    for (const conversation of [citizen.conversation, 'A'.repeat(22)]) {
      for (const frame of about(conversation)) {
        wire.say(frame);
        expect(await wire.hear('refused')).toEqual({
          type: 'refused',
          action: frame.type,
          conversation,
          reason: 'unknown-conversation',
          assignee: null,
        });
      }
      const id = randomUUID();
      wire.say({ type: 'send', conversation, id, n: 1, assignmentEpoch: 1, text: 'Hallo' });
      expect(await wire.hear('nack')).toMatchObject({ id, reason: 'unknown-conversation', assignee: null });
    }
  });

  it('hears nothing of what happens there, and is no capacity for it', async () => {
    const { wire } = await reconnectOperator(at, cookie);
    const { wire: anna } = await connectOperator(at, 'Anna');
    const tab = await connectCitizen(at, citizen);
    tab.say({ type: 'send', id: randomUUID(), n: 1, text: 'Hallo' });
    anna.say({ type: 'take', conversation: citizen.conversation });
    await tab.hear('events', ({ events }) => events.some(({ kind }) => kind === 'assigned'));
    wire.say({ type: 'probe' });
    await wire.hear('heartbeat');
    expect(wire.heard.map(({ type }) => type)).toEqual(['welcome', 'desk', 'contacts', 'heartbeat']);
    const desk = wire.heard.find((frame) => frame.type === 'desk');
    expect(desk?.type === 'desk' && desk.conversations).toEqual([]);
    await anna.close();
    await expect
      .poll(async () => (await (await fetch(`${at.url}/v1/sites/voorbeeldstad`)).json()).reach.state)
      .toBe('away');
  });
});

describe('[A5] [K4] a call-back request of another organisation', () => {
  const ask = (id: string, subject = 'Bijstand') =>
    post(at, '/v1/sites/voorbeeldstad/contact-requests', {
      ...{ id, kind: 'call-back', phone: '0612345678', subject, moment: null },
      ...{ language: 'nl', context: null, conversation: null },
    });
  const call = (id: string, init: RequestInit = {}) =>
    fetch(`${at.url}/console/api/contact-requests/${id}`, {
      ...init,
      headers: { Cookie: cookie, Origin: at.url, 'Content-Type': 'application/json' },
    });

  it('is not told, not read and not taken: the answer is that for none', async () => {
    const early = await reconnectOperator(at, cookie);
    const { wire: anna } = await connectOperator(at, 'Anna');
    const id = randomUUID();
    expect((await ask(id)).status).toBe(201);
    await anna.hear('contact');
    const late = await reconnectOperator(at, cookie);
    for (const { wire } of [early, late]) {
      wire.say({ type: 'probe' });
      await wire.hear('heartbeat');
      expect(await wire.hear('contacts')).toMatchObject({ requests: [], open: 0 });
      expect(wire.heard.some(({ type }) => type === 'contact')).toBe(false);
    }
    for (const name of [id, randomUUID()]) {
      const answers = await Promise.all([
        call(name),
        call(name, { method: 'POST', body: '{"change":"take"}' }),
      ]);
      for (const answer of answers)
        expect(await answer.json()).toMatchObject({ type: 'urn:vangnet:problem:not-found', status: 404 });
    }
  });
});

describe('[I8] a citizen of another site', () => {
  it('is a stranger: the token opens nothing there, and starts another conversation', async () => {
    const from = { url: at.url, origin: ELSEWHERE };
    const stranger = await openVisitorWire(from, 'elders').opened();
    stranger.say(helloFrame(citizen.token));
    expect(await stranger.closed).toBe(CLOSE.tokenInvalid);
    const start = { token: citizen.token, offer: null, language: 'nl', context: null };
    const other = await (await post(from, '/v1/sites/elders/conversations', start)).json();
    expect(other.conversation).not.toBe(citizen.conversation);
  });

  it('cannot touch an offer of this site', async () => {
    await connectOperator(at, 'Anna');
    const held = await (await post(at, '/v1/sites/voorbeeldstad/offers', { form: 'a', step: null })).json();
    const from = { url: at.url, origin: ELSEWHERE };
    const change = { change: 'declined' };
    expect((await post(from, `/v1/sites/elders/offers/${held.offer}`, change)).status).toBe(404);
    expect((await post(from, `/v1/sites/voorbeeldstad/offers/${held.offer}`, change)).status).toBe(403);
    expect((await post(at, `/v1/sites/voorbeeldstad/offers/${held.offer}`, { change: 'shown' })).status).toBe(
      200,
    );
  });
});
