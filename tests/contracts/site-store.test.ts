// Opening hours as they stand in the database: of the site and of its departments, with days, holidays and closures on top.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { Site } from '../../server/application/ports.ts';
import { findCounter } from '../../server/application/site-directory.ts';
import { explainClosing, findNextOpening, isOpen } from '../../server/domain/opening-hours.ts';
import { openSqliteStore } from '../../server/storage/sqlite-store.ts';
import { makeDataDir } from '../support/server/test-server.ts';

const OFFICE = [{ from: 510, to: 1_020 }];
const WEEK = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []];
const SATURDAY = JSON.stringify([[], [], [], [], [], [{ from: 600, to: 720 }], []]);
const at = (text: string): number => Date.parse(text);

const opened: { folder: string; close(): void }[] = [];
afterEach(() => {
  for (const { folder, close } of opened.splice(0)) {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Two sites of one organisation; the statements are what docs/configuration.md tells an administrator to run. */
async function open(statements: string) {
  const folder = makeDataDir();
  const store = openSqliteStore(folder, { epoch: 'epoch', mode: 'test' });
  opened.push({ folder, close: store.close });
  for (const key of ['eerste', 'tweede']) {
    const url = 'https://example.nl/';
    const texts = { phone: '14 0123', hoursText: '', contactUrl: url, privacyUrl: url };
    const site = { key, origins: [], ...texts, hours: WEEK, outsideHours: 'closed' as const };
    await store.seeder.seed({ id: 'gemeente', name: 'Gemeente', site, operators: [] });
  }
  const database = new DatabaseSync(join(folder, 'vangnet.db'));
  database.exec(`PRAGMA foreign_keys = ON; ${statements}`);
  database.close();
  return store.sites;
}

async function read(statements: string): Promise<[Site, Site]> {
  const [first, second] = (await (await open(statements)).readSites()).sites;
  if (!first || !second) throw new Error('There are two sites.');
  return [first, second];
}

const DEPARTMENT = `
  INSERT INTO department (organisation_id, site_id, name, weekly_hours) VALUES (1, 1, 'Burgerzaken', '${SATURDAY}'), (1, 1, 'Belastingen', NULL);
  INSERT INTO department_form (organisation_id, site_id, form, department_id) VALUES (1, 1, 'Paspoort', 1), (1, 1, 'Hondenbelasting', 2);`;

describe('opening hours in the database', () => {
  it('are written as the documentation tells', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');
    const [, example = ''] = page.split('### Opening hours')[1]?.split(/```(?:sql)?\n/) ?? [];
    const [site] = await read(example.replaceAll("'SITE'", "'eerste'"));
    expect(isOpen(site.hours, at('2026-11-26T18:30:00Z'))).toBe(true);
    expect(isOpen(site.hours, at('2026-12-24T14:30:00Z'))).toBe(false);
    expect(explainClosing(site.hours, at('2026-12-01T12:00:00Z'))?.dutch).toContain('verhuizing');
    expect(site.departments).toMatchObject([{ name: 'Burgerzaken', forms: new Set(['Paspoort aanvragen']) }]);
  });

  it('[K7] channels are written as the documentation tells', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');
    const examples = ['### Opening hours', '### Other ways'].map(
      (heading) => page.split(heading)[1]?.split(/```(?:sql)?\n/)[1] ?? '',
    );
    const [site] = await read(examples.join('\n').replaceAll("'SITE'", "'eerste'"));
    expect(site.channels).toMatchObject({ whatsapp: '+31612345678', email: 'info@voorbeeldstad.example' });
    expect(findCounter(site, 'Paspoort aanvragen').channels.phone).toBe('14 0456');
    const reason = explainClosing(site.hours, at('2026-12-01T12:00:00Z'));
    expect(reason?.others.en).toBe('We are closed because we are moving.');
  });

  it('without anything more are the week and the holidays', async () => {
    const [site] = await read('');
    expect(site).toMatchObject({ outsideHours: 'closed', departments: [] });
    expect(isOpen(site.hours, at('2026-11-24T09:00:00Z'))).toBe(true);
    expect(explainClosing(site.hours, at('2026-12-25T09:00:00Z'))?.dutch).toContain('Eerste Kerstdag');
    expect(isOpen(site.hours, at('2029-05-04T09:00:00Z'))).toBe(true);
    expect(isOpen(site.hours, at('2027-03-26T09:00:00Z')), 'Goede Vrijdag').toBe(true);
    expect(isOpen(site.hours, at('2028-05-05T09:00:00Z')), 'Bevrijdingsdag').toBe(true);
  });

  it('holidays are a choice of each site', async () => {
    const [first, second] = await read(`
      UPDATE site SET closed_on_good_friday = 1, closed_on_liberation_day = 'always' WHERE key = 'eerste';
      UPDATE site SET closed_on_holidays = 0, outside_hours = 'available' WHERE key = 'tweede';`);
    for (const day of ['2027-03-26', '2028-05-05'])
      expect(isOpen(first.hours, at(`${day}T09:00:00Z`))).toBe(false);
    expect(isOpen(second.hours, at('2026-12-25T09:00:00Z'))).toBe(true);
    expect(second.outsideHours).toBe('available');
  });

  it('a day has hours of its own, and the later row holds', async () => {
    const [first, second] = await read(`
      INSERT INTO special_day (organisation_id, site_id, day, hours)
      VALUES (1, 1, '2026-12-24', '[]'), (1, 1, '2026-12-24', '[{"from":780,"to":900},{"from":510,"to":720}]');`);
    expect(findNextOpening(first.hours, at('2026-12-24T06:00:00Z'))).toBe(at('2026-12-24T07:30:00Z'));
    expect(findNextOpening(first.hours, at('2026-12-24T11:00:00Z'))).toBe(at('2026-12-24T12:00:00Z'));
    expect(isOpen(first.hours, at('2026-12-24T14:30:00Z'))).toBe(false);
    expect(isOpen(second.hours, at('2026-12-24T14:30:00Z'))).toBe(true);
  });

  it('a closure counts in wall time, and its last day whole', async () => {
    const [site] = await read(`
      INSERT INTO closure (organisation_id, site_id, starts, ends, reason)
      VALUES (1, 1, '2026-11-24T13:00', '2026-11-25', 'Wij zijn gesloten vanwege een verhuizing.');`);
    expect(isOpen(site.hours, at('2026-11-24T11:59:00Z'))).toBe(true);
    expect(explainClosing(site.hours, at('2026-11-24T12:00:00Z'))?.dutch).toContain('verhuizing');
    expect(findNextOpening(site.hours, at('2026-11-24T12:00:00Z'))).toBe(at('2026-11-26T07:30:00Z'));
  });

  it('a form of a department has its hours, every other one those of the site', async () => {
    const [site] = await read(`${DEPARTMENT}
      INSERT INTO closure (organisation_id, site_id, department_id, starts, ends) VALUES (1, 1, 2, '2026-11-24', '2026-11-24');
      INSERT INTO special_day (organisation_id, site_id, department_id, day, hours)
      VALUES (1, 1, 1, '2026-11-28', '[]'), (1, 1, NULL, '2026-11-28', '[{"from":600,"to":660}]');`);
    const [saturday, next] = [at('2026-12-05T09:30:00Z'), at('2026-11-28T09:30:00Z')];
    const tuesday = at('2026-11-24T09:00:00Z');
    const opens = (form: string | null, now: number) => isOpen(findCounter(site, form).hours, now);
    expect([opens('Paspoort', saturday), opens('Hondenbelasting', saturday), opens(null, saturday)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([opens('Paspoort', tuesday), opens('Hondenbelasting', tuesday), opens('Anders', tuesday)]).toEqual(
      [false, false, true],
    );
    expect([opens('Paspoort', next), opens('Hondenbelasting', next), opens(null, next)], 'own day').toEqual([
      false,
      true,
      true,
    ]);
  });

  it('[K7] [K8] the other ways are of the site, and a department puts its own over them', async () => {
    const [site, second] = await read(`${DEPARTMENT}
      UPDATE site SET phone = '14 0123', hours_text = 'Altijd' WHERE id = 1;
      INSERT INTO channel_setting (organisation_id, site_id, channels, phone_hours, counter_address, counter_text, email, whatsapp)
      VALUES (1, 1, '["phone","counter","chat"]', '${SATURDAY}', 'Markt 1', 'Op afspraak', 'info@example.nl', '06 12345678');
      INSERT INTO channel_setting (organisation_id, site_id, department_id, phone, counter_address) VALUES (1, 1, 1, '14 0456', 'Plein 2');`);
    const of = (form: string | null) => findCounter(site, form).channels;
    expect(of(null)).toMatchObject({
      order: ['phone', 'counter', 'chat'],
      phone: '14 0123',
      phoneText: 'Altijd',
      counterText: 'Op afspraak',
      whatsapp: '+31612345678',
    });
    const saturday = at('2026-11-28T09:30:00Z');
    expect(isOpen(of(null).phoneHours ?? [], saturday)).toBe(true);
    // Another number has hours of its own, another address too; what a department leaves out is as the site has it.
    expect(of('Paspoort')).toMatchObject({
      order: ['phone', 'counter', 'chat'],
      phone: '14 0456',
      phoneText: null,
      phoneHours: null,
      counterAddress: 'Plein 2',
      counterText: null,
      email: 'info@example.nl',
    });
    expect(of('Hondenbelasting')).toEqual(of(null));
    expect(second.channels).toMatchObject({ counterAddress: null, email: null, whatsapp: null });
  });

  it('[K9] a closure has its reason in every language in which somebody wrote it', async () => {
    const [site] = await read(`
      INSERT INTO closure (organisation_id, site_id, starts, ends, reason) VALUES (1, 1, '2026-11-24', '2026-11-25', 'Wij verhuizen.');
      INSERT INTO closure_reason (closure_id, language, reason) VALUES (1, 'en', 'We are moving.');`);
    const moving = { dutch: 'Wij verhuizen.', others: { en: 'We are moving.' } };
    expect(explainClosing(site.hours, at('2026-11-24T12:00:00Z'))).toEqual(moving);
    expect(explainClosing(site.hours, at('2026-12-25T09:00:00Z'))?.others.en).toBe(
      'We are closed because of Christmas Day.',
    );
  });

  it('a department is of one site, and so are its form, days and closures', async () => {
    await expect(
      open(`${DEPARTMENT}
        INSERT INTO department_form (organisation_id, site_id, form, department_id) VALUES (1, 2, 'Paspoort', 1);`),
    ).rejects.toThrow(/FOREIGN KEY/);
    await expect(
      open(`${DEPARTMENT}
        INSERT INTO closure (organisation_id, site_id, department_id, starts, ends) VALUES (1, 2, 1, '2026-11-24', '2026-11-24');`),
    ).rejects.toThrow(/FOREIGN KEY/);
  });

  it.each([
    ['closure 1', `INSERT INTO closure VALUES (1, 1, 1, NULL, '2026-11-25', '2026-11-24', NULL)`],
    ['closure 1', `INSERT INTO closure VALUES (1, 1, 1, NULL, '2027-02-29', '2027-03-01', NULL)`],
    ['closure 1', `INSERT INTO closure VALUES (1, 1, 1, NULL, 'morgen', '2027-03-01', NULL)`],
    ['special_day 1', `INSERT INTO special_day VALUES (1, 1, 1, NULL, '2026-12-24T10:00', '[]')`],
    ['special_day 1', `INSERT INTO special_day VALUES (1, 1, 1, NULL, '2026-12-24', '[{"from":9,"to":9}]')`],
    ['site eerste', `UPDATE site SET weekly_hours = '[]' WHERE id = 1`],
    ['site eerste', `UPDATE site SET outside_hours = 'soms' WHERE id = 1`],
    ['site eerste', `UPDATE site SET mode = 'soms' WHERE id = 1`],
    ['site eerste', `UPDATE site SET origins = 'https://a.nl' WHERE id = 1`],
    [
      'channel_setting 1',
      `INSERT INTO channel_setting (organisation_id, site_id, channels) VALUES (1, 1, '["fax"]')`,
    ],
    [
      'channel_setting 1',
      `INSERT INTO channel_setting (organisation_id, site_id, whatsapp) VALUES (1, 1, '14 0123')`,
    ],
    [
      'channel_setting 1',
      `INSERT INTO channel_setting (organisation_id, site_id, email) VALUES (1, 1, 'balie')`,
    ],
    [
      'channel_setting 1',
      `INSERT INTO channel_setting (organisation_id, site_id, url) VALUES (1, 1, 'javascript:x')`,
    ],
    [
      'closure 1',
      `INSERT INTO closure VALUES (1, 1, 1, NULL, '2026-11-25', '2026-11-26', NULL); INSERT INTO closure_reason VALUES (1, 'en', 'Moving')`,
    ],
    ['site eerste', `UPDATE site SET closed_on_liberation_day = 'soms' WHERE id = 1`],
    ['silence_setting of eerste', 'INSERT INTO silence_setting VALUES (1, 1, 3, 3)'],
    ['silence_setting of eerste', 'INSERT INTO silence_setting VALUES (1, 1, 15, 0)'],
    ['introduction_setting of eerste', `INSERT INTO introduction_setting VALUES (1, 1, '["bsn"]')`],
    ['introduction_setting of eerste', `INSERT INTO introduction_setting VALUES (1, 1, 'name')`],
    ['form_session_setting of eerste', `INSERT INTO form_session_setting VALUES (1, 1, '', 15, 15, '[]')`],
    [
      'form_session_setting of eerste, Bijstand',
      `INSERT INTO form_session_setting VALUES (1, 1, 'Bijstand', 15, 3, '["https://a.example/pad"]')`,
    ],
  ])('what cannot be understood is named: %s', async (place, statement) => {
    const { sites, broken } = await (await open(statement)).readSites();
    expect(broken.map(({ why }) => why.place)).toEqual([place]);
    // The other site is not the worse for it.
    expect(sites.map(({ key }) => key)).toEqual(['tweede']);
  });
});
