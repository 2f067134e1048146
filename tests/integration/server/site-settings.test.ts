// What a site tells over HTTP, per form, and that what is written in the database holds within a minute, without a restart.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteInfo } from '#protocol';
import { siteInfo } from '#protocol/schemas';
import { connectOperator, PAGE, SITE } from '../../support/server/people.ts';
import { ELSEWHERE, seedElsewhere } from '../../support/server/second-organisation.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';

let at: TestServer;
let dataDir: string;
let elsewhere: number;

beforeEach(async () => {
  dataDir = makeDataDir();
  await seedElsewhere(dataDir);
  at = await startTestServer({ dataDir });
  elsewhere = Number(run(`SELECT id FROM site WHERE key = 'elders'`)[0]?.['id']);
});
afterEach(async () => {
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** As an administrator does, while the server runs. */
function run(statement: string) {
  const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
  try {
    if (statement.startsWith('SELECT')) return database.prepare(statement).all();
    database.exec(`PRAGMA foreign_keys = ON; ${statement}`);
    return [];
  } finally {
    database.close();
  }
}

async function read(form?: string, key = SITE): Promise<SiteInfo> {
  const query = form === undefined ? '' : `?form=${encodeURIComponent(form)}`;
  const headers = key === SITE ? {} : { Origin: ELSEWHERE };
  return siteInfo.parse(await (await fetch(`${at.url}/v1/sites/${key}${query}`, { headers })).json());
}

const kinds = async (form?: string) => (await read(form)).channels?.map(({ kind }) => kind);

const ours = `(SELECT id FROM site WHERE key = '${SITE}')`;
const organisation = `(SELECT organisation_id FROM site WHERE key = '${SITE}')`;
const DEPARTMENT = `
  INSERT INTO department (id, organisation_id, site_id, name) VALUES (7, ${organisation}, ${ours}, 'Inkomen');
  INSERT INTO department_form (organisation_id, site_id, form, department_id) VALUES (${organisation}, ${ours}, '${PAGE.form}', 7);
  INSERT INTO channel_setting (organisation_id, site_id, department_id, channels, phone, counter_address)
  VALUES (${organisation}, ${ours}, 7, '["counter","phone","call-back","chat"]', '14 0456', 'Loket Inkomen, Plein 2');
  INSERT INTO closure (id, organisation_id, site_id, department_id, starts, ends, reason)
  VALUES (3, ${organisation}, ${ours}, 7, '2026-11-24', '2026-11-25', 'Inkomen is dicht.');
  INSERT INTO closure_reason VALUES (3, 'en', 'Income is closed.');`;

describe('what is written while the server runs', () => {
  it('[K12] holds within a minute, as a whole', async () => {
    await connectOperator(at, 'Anna');
    expect(await kinds()).toContain('chat');
    run(DEPARTMENT);
    expect(await kinds(PAGE.form), 'not yet').toContain('chat');
    at.clock.advance(60_000);
    await expect.poll(() => kinds(PAGE.form)).toEqual(['counter', 'phone', 'call-back']);
  });

  it('[K7] [K9] per form is that of its department: reach, reason, channels and the phone', async () => {
    run(DEPARTMENT);
    at.clock.advance(60_000);
    await expect.poll(() => kinds(PAGE.form)).toEqual(['counter', 'phone', 'call-back']);
    expect(await read(PAGE.form)).toMatchObject({
      reach: { state: 'away' },
      closedBecause: 'Inkomen is dicht.',
      closedBecauseIn: { en: 'Income is closed.' },
      contact: { phone: '14 0456', hours: null },
    });
    for (const form of [undefined, 'Verhuizing', 'x'.repeat(900)]) {
      expect(await read(form)).toMatchObject({ closedBecause: null, contact: { phone: '14 0999' } });
    }
    expect((await read(undefined, 'elders')).contact.phone).toBe('14 0999');
  });

  it('[K12] and cannot be understood leaves that site as it was, says which row, and holds up no other site', async () => {
    run(`INSERT INTO closure (id, organisation_id, site_id, starts, ends) VALUES (9, ${organisation}, ${ours}, 'morgen', 'later');
      UPDATE site SET phone = '14 0777' WHERE id = ${ours};
      INSERT INTO channel_setting (organisation_id, site_id, email)
      SELECT organisation_id, id, 'info@elders.example' FROM site WHERE id = ${elsewhere};`);
    at.clock.advance(60_000);
    const email = { kind: 'email', address: 'info@elders.example' };
    await expect.poll(async () => (await read(undefined, 'elders')).channels).toContainEqual(email);
    expect((await read()).contact.phone).toBe('14 0999');
    at.clock.advance(120_000);
    const told = () => at.log.filter((line) => line.includes('setting-not-understood'));
    await expect
      .poll(told)
      .toEqual([JSON.stringify({ code: 'setting-not-understood', place: 'closure 9', event: 'settings' })]);
    run('DELETE FROM closure WHERE id = 9');
    at.clock.advance(60_000);
    await expect.poll(async () => (await read()).contact.phone).toBe('14 0777');
  });
});
