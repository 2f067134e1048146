// Offers over HTTP: held only for a real operator with room, never for longer than asked, and knowing form and step alone.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crank } from '../../support/server/crank.ts';
import {
  askOffer,
  connectOperator,
  post,
  readSite,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

describe('offers', () => {
  it('[O1] are held only while an operator is there and available', async () => {
    expect(await askOffer(at)).toEqual({ state: 'withheld', reason: 'no-operator' });
    const { wire } = await connectOperator(at, 'Anna');
    expect((await readSite(at)).reach.state).toBe('available');
    wire.say({ type: 'status', status: 'away' });
    await wire.hear('status');
    expect((await askOffer(at)).state).toBe('withheld');
    wire.say({ type: 'status', status: 'available' });
    await wire.hear('status');
    expect((await askOffer(at)).state).toBe('held');
    await wire.close();
    await expect.poll(async () => (await readSite(at)).reach.state).toBe('away');
    expect((await askOffer(at)).state).toBe('withheld');
  });

  it('[O1] never promise more than there is room for, however many ask at once', async () => {
    await connectOperator(at, 'Anna');
    const answers = await Promise.all(Array.from({ length: 10 }, () => askOffer(at)));
    expect(answers.filter(({ state }) => state === 'held')).toHaveLength(3);
    expect((await readSite(at)).reach.state).toBe('busy');
  });

  it('[O3] end after a minute without renewal, or at once when declined', async () => {
    await connectOperator(at, 'Anna');
    const held = await Promise.all([askOffer(at), askOffer(at), askOffer(at)]);
    expect((await askOffer(at)).state).toBe('withheld');
    const [first, second] = held;
    const change = async (answer: typeof first, change: string) =>
      answer.state === 'held' &&
      (await post(at, `/v1/sites/${SITE}/offers/${answer.offer}`, { change })).json();
    await change(first, 'declined');
    expect((await askOffer(at)).state).toBe('held');
    await crank(at, 45);
    expect(await change(second, 'renewed')).toMatchObject({ state: 'held' });
    await crank(at, 20);
    const free = await Promise.all([askOffer(at), askOffer(at), askOffer(at)]);
    expect(free.filter(({ state }) => state === 'held')).toHaveLength(2);
  });

  it('[O4] keep their operator’s place for the conversation that accepted', async () => {
    const { wire } = await connectOperator(at, 'Anna');
    const offer = await askOffer(at);
    if (offer.state !== 'held') throw new Error('withheld');
    const { conversation } = await startConversation(at, offer.offer);
    const { summary } = await wire.hear('summary');
    expect(summary).toMatchObject({ id: conversation, offered: true, status: 'waiting' });
    const rest = await Promise.all([askOffer(at), askOffer(at), askOffer(at)]);
    expect(rest.filter(({ state }) => state === 'held')).toHaveLength(2);
  });

  it('of another site or of nobody do not exist', async () => {
    const unknown = await post(at, `/v1/sites/${SITE}/offers/${'A'.repeat(22)}`, { change: 'shown' });
    expect(unknown.status).toBe(404);
  });

  it.each([
    ['a visitor', { visitor: 'x' }],
    ['a page', { page: 'https://formulieren.voorbeeldstad.example/bijstand' }],
    ['a field', { field: { id: 'iban', label: 'IBAN' } }],
    ['a token', { token: 'A'.repeat(43) }],
  ])('[O2] are not asked for with %s', async (_, more) => {
    await connectOperator(at, 'Anna');
    const asked = { form: 'Bijstand', step: null, ...more };
    expect((await post(at, `/v1/sites/${SITE}/offers`, asked)).status).toBe(400);
  });

  it('[O2] leave form, step and a name of their own, and nothing in the browser', async () => {
    await connectOperator(at, 'Anna');
    const asked = { form: 'Bijstand', step: 'Uw inkomen' };
    const first = await post(at, `/v1/sites/${SITE}/offers`, asked);
    expect(first.headers.get('set-cookie')).toBeNull();
    const answers = [await first.json(), await (await post(at, `/v1/sites/${SITE}/offers`, asked)).json()];
    const database = new DatabaseSync(join(at.dataDir, 'vangnet.db'), { readOnly: true });
    const rows = database.prepare('SELECT * FROM offer ORDER BY id').all();
    database.close();
    expect(rows.map((row) => row['public_id'])).toEqual(answers.map(({ offer }) => offer));
    expect(new Set(rows.map((row) => row['public_id'])).size).toBe(2);
    const told = rows.map(({ form, step }) => ({ form, step }));
    expect(told).toEqual([asked, asked]);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'created_at',
      'form',
      'held_until',
      'id',
      'operator_id',
      'organisation_id',
      'public_id',
      'site_id',
      'state',
      'step',
    ]);
  });
});
