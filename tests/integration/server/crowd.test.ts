// What the crowd's side of a form is over HTTP: a profile that anyone may read, sums that only a site that measures takes.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormProfile, FormSums } from '#protocol';
import { formProfile } from '#protocol/schemas';
import { post, readSite, SITE } from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const DAY = 24 * 60 * 60_000;
const FORM = 'Bijzondere bijstand aanvragen';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

const askProfile = (form: string, headers: Record<string, string> = {}) =>
  fetch(`${at.url}/v1/sites/${SITE}/form-profile?${new URLSearchParams({ form })}`, { headers });

const readProfile = async (form = FORM): Promise<FormProfile> =>
  formProfile.parse(await (await askProfile(form)).json());

const told = (field = 'iban', more: Partial<FormSums> = {}): FormSums => ({
  form: FORM,
  finished: true,
  last: field,
  fields: [{ field, count: 1, sumLn: 2, sumLn2: 4, errors: 0 }],
  ...more,
});

const tell = (sums: unknown) => post(at, `/v1/sites/${SITE}/form-sums`, sums);

function change(sql: string): void {
  const database = new DatabaseSync(join(at.dataDir, 'vangnet.db'));
  database.exec(sql);
  database.close();
}

/** The directory of sites is read at the start. */
async function restartWithoutMeasuring(): Promise<void> {
  const { dataDir } = at;
  await at.server.stop();
  change('UPDATE site SET measures = 0');
  // The demo's own seed would switch it on again.
  change("UPDATE meta SET value = 'serve' WHERE name = 'mode'");
  at = await startTestServer({ dataDir, mode: 'serve' });
}

describe('the form profile', () => {
  it('[C1] without a setting and without a crowd is normal, a card, and no fields', async () => {
    expect(await readProfile()).toEqual({ sensitivity: 'normal', manner: 'card', fields: [] });
  });

  it('[C1] may be kept for five minutes by anyone, and sets no cookie', async () => {
    const origin = 'https://formulieren.voorbeeldstad.example';
    const { headers } = await askProfile(FORM, { Origin: origin });
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('set-cookie')).toBeNull();
    expect((await askProfile(FORM, { Origin: 'https://evil.example' })).status).toBe(403);
  });

  it('[C1] has what the form is set to', async () => {
    change(`INSERT INTO form_setting VALUES (1, 1, '${FORM}', 'reserved', 'nudge')`);
    expect(await readProfile()).toMatchObject({ sensitivity: 'reserved', manner: 'nudge' });
    expect(await readProfile('Een ander formulier')).toMatchObject({ sensitivity: 'normal', manner: 'card' });
  });

  it('[C1] tells what is usual for a field from fifty completions on, not before', async () => {
    for (let people = 0; people < 49; people++) await tell(told());
    await tell(told('naam'));
    expect((await readProfile()).fields).toEqual([]);
    await tell(told());
    expect((await readProfile()).fields).toEqual([
      { field: 'iban', completions: 50, sumLn: 100, sumLn2: 200 },
    ]);
    expect((await readProfile('Een ander formulier')).fields).toEqual([]);
    at.clock.advance(3 * DAY);
    expect((await readProfile()).fields).toEqual([]);
  });

  it('[C1] wants the name of a form of ordinary length', async () => {
    expect((await askProfile('x'.repeat(201))).status).toBe(400);
    expect((await fetch(`${at.url}/v1/sites/${SITE}/form-profile`)).status).toBe(400);
    expect((await fetch(`${at.url}/v1/sites/onbekend/form-profile?form=x`)).status).toBe(404);
  });
});

describe('the sums of a visit', () => {
  it('[C2] are taken without an answer that says anything', async () => {
    const response = await tell(told());
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('[C2] leave sums behind and nothing else: no address, no visit, no moment, no line in the log', async () => {
    for (let people = 0; people < 3; people++) {
      at.clock.advance(1_000);
      await tell(told('iban', { finished: people > 0 }));
    }
    const database = new DatabaseSync(join(at.dataDir, 'vangnet.db'), { readOnly: true });
    const rows = database.prepare('SELECT * FROM form_field ORDER BY field').all();
    database.close();
    expect(rows).toHaveLength(2);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'count',
      'errors',
      'faded_at',
      'field',
      'finished',
      'form',
      'last',
      'organisation_id',
      'site_id',
      'sum_ln',
      'sum_ln2',
      'unfinished',
    ]);
    expect(at.log.join('\n')).not.toMatch(/127\.0\.0\.1|iban|form-sums|Bijzondere/);
  });

  it('[C2] are refused where the site does not allow it, and the page is told so beforehand', async () => {
    expect((await readSite(at)).measures).toBe(true);
    for (let people = 0; people < 50; people++) await tell(told());
    await restartWithoutMeasuring();
    expect((await readSite(at)).measures).toBe(false);
    const response = await tell(told());
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect((await readProfile()).fields).toEqual([]);
  });

  it.each([
    ['no JSON', 'x'],
    ['a visitor', { ...told(), visitor: 'x' }],
    [
      'a time that nobody needs',
      told('iban', { fields: [{ field: 'iban', count: 1, sumLn: 99, sumLn2: 9801, errors: 0 }] }),
    ],
  ])('[C3] are refused as a whole with %s', async (_, sums) => {
    expect((await tell(sums)).status).toBe(400);
    expect((await readProfile()).fields).toEqual([]);
  });

  it('[C3] are limited per address, more tightly than other questions', async () => {
    const answers = await Promise.all(Array.from({ length: 320 }, () => tell(told())));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it('[C3] of a page elsewhere are refused', async () => {
    const elsewhere = { url: at.url, origin: 'https://evil.example' };
    expect((await post(elsewhere, `/v1/sites/${SITE}/form-sums`, told())).status).toBe(403);
  });

  it('[C3] with names that are nothing but tricks count for no other field', async () => {
    expect((await tell(told('\u202e\u0007'))).status).toBe(204);
    const database = new DatabaseSync(join(at.dataDir, 'vangnet.db'), { readOnly: true });
    const rows = database.prepare('SELECT field FROM form_field ORDER BY field').all();
    database.close();
    expect(rows.map(({ field }) => field)).toEqual(['', '\uFFFD']);
  });
});
