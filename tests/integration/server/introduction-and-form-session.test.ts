// What a citizen tells before the first word, and when the form's own session ends: over real sockets and a real store.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteInfo } from '#protocol/schemas';
import {
  type Citizen,
  connectCitizen,
  connectOperator,
  type Operator,
  PAGE,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

let dataDir: string;
let at: TestServer;
let citizen: Citizen;
let wire: VisitorWire;
let anna: Operator;

async function begin(...statements: string[]): Promise<void> {
  await (await startTestServer({ dataDir })).stop();
  const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
  for (const statement of statements) database.exec(statement);
  database.close();
  at = await startTestServer({ dataDir });
  anna = await connectOperator(at, 'Anna');
  citizen = await startConversation(at);
  wire = await connectCitizen(at, citizen);
}
beforeEach(() => {
  dataDir = makeDataDir();
});
afterEach(async () => {
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const welcomeOf = ({ heard }: VisitorWire) => heard.find(({ type }) => type === 'welcome');
const readSite = async () => siteInfo.parse(await (await fetch(`${at.url}/v1/sites/${SITE}`)).json());

const ASKS_BOTH = `INSERT INTO introduction_setting VALUES (1, 1, '["name","subject"]')`;
const ASKS_NAME = `INSERT INTO introduction_setting VALUES (1, 1, '["name"]')`;

describe('what a citizen tells before the first word', () => {
  it('[N1] is asked only by a site that wants to', async () => {
    await begin();
    expect(await readSite()).not.toHaveProperty('asks');
    expect(welcomeOf(wire)).not.toHaveProperty('introduction');
  });

  it('[N1] is told by the site, in its order', async () => {
    await begin(ASKS_BOTH);
    expect((await readSite()).asks).toEqual(['name', 'subject']);
    expect(welcomeOf(wire)).toMatchObject({ introduction: { name: '', subject: '' } });
  });

  it('[N2] reaches the operator without a BSN, in one line, and the next page after a restart', async () => {
    await begin(ASKS_BOTH);
    wire.say({
      type: 'introduction',
      introduction: { name: ' Anna\n de Vries ', subject: 'Mijn BSN 111222333' },
    });
    const { summary } = await anna.wire.hear('summary', (frame) => frame.summary.introduction !== undefined);
    expect(summary.introduction).toEqual({ name: 'Anna de Vries', subject: 'Mijn BSN [BSN verborgen]' });
    await at.stop();
    at = await startTestServer({ dataDir });
    expect(welcomeOf(await connectCitizen(at, citizen))).toMatchObject({
      introduction: summary.introduction,
    });
  });

  it('[N2] keeps only what is asked', async () => {
    await begin(ASKS_NAME);
    wire.say({ type: 'introduction', introduction: { name: 'Anna', subject: 'Iets anders' } });
    const { summary } = await anna.wire.hear('summary', (frame) => frame.summary.introduction !== undefined);
    expect(summary.introduction).toEqual({ name: 'Anna', subject: '' });
  });
});

const SESSIONS = `INSERT INTO form_session_setting (site_id, organisation_id, form, ends_after, warns_before, origins)
  VALUES (1, 1, '', 15, 3, '[]'), (1, 1, '${PAGE.form}', 30, 5, '["https://formulieren.example"]')`;

describe("the form's own session", () => {
  it('[Y1] is told where the site set it, for its form or for all others', async () => {
    await begin(SESSIONS);
    expect(welcomeOf(wire)).toMatchObject({
      formSession: { lasts: 1_800_000, warns: 300_000, origins: ['https://formulieren.example'] },
    });
    wire.say({ type: 'context', context: null });
    await anna.wire.hear('summary', ({ summary }) => summary.context === null);
    expect(welcomeOf(await connectCitizen(at, citizen))).toMatchObject({
      formSession: { lasts: 900_000, warns: 180_000, origins: [] },
    });
  });

  it('[Y1] is not told where it is not set', async () => {
    await begin();
    expect(welcomeOf(wire)).not.toHaveProperty('formSession');
  });

  it('[Y3] reaches the operator by the clock of the server, and is taken back', async () => {
    await begin(SESSIONS);
    wire.say({ type: 'form-session', endsIn: 180_000 });
    const { summary } = await anna.wire.hear('summary', (frame) => frame.summary.formEndsAt !== undefined);
    expect(summary.formEndsAt).toBe(at.clock.now() + 180_000);
    wire.say({ type: 'form-session', endsIn: null });
    await anna.wire.hear('summary', (frame) => frame.summary.formEndsAt === undefined);
  });
});
