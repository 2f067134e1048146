// A request that was asked while the counter is closed reaches the desk with its deadline, is taken by one operator and finished.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ContactRequest } from '#protocol';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { PAGE, post, readSite, SITE } from '../../support/server/people.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { signIn } from './desk-people.ts';

const DAY = 24 * 60 * 60_000;
const LONG =
  'Aanvraag bijzondere bijstand voor de kosten van woninginrichting na een verhuizing uit de opvang van de gemeente';

describe('call-back requests', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
    await close();
  });
  afterEach(() => change("UPDATE contact_request SET status = 'done'"));
  afterAll(() => server?.dispose());

  async function ask(more: Partial<ContactRequest> = {}): Promise<{ id: string; promisedBy: number }> {
    const request: ContactRequest = {
      id: randomUUID(),
      kind: 'call-back',
      name: 'Fatima Yıldız',
      phone: '06 12 34 56 78',
      subject: 'Inkomen bij bijzondere bijstand',
      text: 'Ik weet niet welk bedrag ik moet invullen.\nNa drie uur ben ik het best te bereiken.',
      moment: null,
      language: 'nl',
      context: PAGE,
      conversation: null,
      ...more,
    };
    const response = await post(server, `/v1/sites/${SITE}/contact-requests`, request);
    expect(response.status).toBe(201);
    return response.json();
  }

  function change(sql: string, ...values: (string | number)[]): void {
    const database = new DatabaseSync(join(server.dataDir, 'vangnet.db'));
    database.prepare(sql).run(...values);
    database.close();
  }

  const promise = (id: string, promisedBy: number): void =>
    change('UPDATE contact_request SET promised_by = ? WHERE public_id = ?', promisedBy, id);

  /** Whatever day and hour it is when this runs: closed until the end of tomorrow. */
  async function close(): Promise<void> {
    const dayOf = (ahead: number): string => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);
    await server.kill();
    const columns = 'organisation_id, site_id, starts, ends';
    change(`INSERT INTO closure (${columns}) VALUES (1, 1, ?, ?)`, dayOf(-1), dayOf(1));
    await server.start();
  }

  const list = (page: Page) => page.getByRole('list', { name: 'Terugbelverzoeken' });
  const chosen = (page: Page) => page.getByRole('region', { name: 'Terugbelverzoek' });

  it.each([390, 1280])(
    '[K4] [K5] come with their deadline, are taken and finished, at %i px',
    async (width) => {
      const { page, complaints } = await signIn(browser, server, 'Anna', { width });
      const { page: other } = await signIn(browser, server, 'Bram', { width: 1280 });
      await page.getByText('U hoeft nu niemand terug te bellen.').waitFor();
      const { reach } = await readSite(server);
      const { promisedBy } = await ask();
      expect(promisedBy).toBeGreaterThan(reach.opensAt ?? Number.POSITIVE_INFINITY);
      await ask({
        name: undefined,
        subject: LONG,
        kind: 'message',
        email: 'j.de.vries@voorbeeld.nl',
        phone: undefined,
      });
      await expect
        .poll(() => page.getByRole('status').allInnerTexts())
        .toContain(`Nieuw terugbelverzoek: ${LONG}`);
      const row = list(page).getByRole('listitem').filter({ hasText: 'Fatima Yıldız' });
      await expect
        .poll(() => row.innerText())
        .toMatch(/Bijzondere bijstand aanvragen[\s\S]*voor \d{1,2}\.\d\d uur[\s\S]*op tijd/);
      const exact = await row.locator('time').getAttribute('datetime');
      expect(Date.parse(exact ?? '')).toBe(promisedBy);
      await list(page).getByText('Zonder naam').waitFor();
      await expectAccessible(page);
      await shoot(page, `list-${width}`);

      await row.getByRole('link').focus();
      await page.keyboard.press('Enter');
      await chosen(page).getByRole('link', { name: 'Bel 06 12 34 56 78' }).waitFor();
      expect(await chosen(page).getByRole('link', { name: /^Bel / }).getAttribute('href')).toBe(
        'tel:+31612345678',
      );
      await chosen(page).getByText('Ik weet niet welk bedrag').waitFor();
      await chosen(page).getByText('Uw inkomen (stap 2 van 5)').waitFor();
      await expectAccessible(page);
      await shoot(page, `detail-${width}`);

      await page.getByRole('button', { name: 'Oppakken' }).click();
      await page.getByText('U bent hiermee bezig.').waitFor();
      const theirs = list(other).getByRole('listitem').filter({ hasText: 'Fatima Yıldız' });
      await theirs.getByText('bij Anna de Vries').waitFor();
      await theirs.getByRole('link').click();
      await other.getByText('Anna de Vries is hiermee bezig.').waitFor();
      expect(await other.getByRole('button', { name: 'Oppakken' }).count()).toBe(0);
      await shoot(page, `taken-${width}`);

      await page.getByRole('button', { name: 'Afronden' }).click();
      await page.getByRole('dialog', { name: 'Hoe liep het?' }).waitFor();
      await expectAccessible(page);
      await shoot(page, `finish-${width}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Afronden' }).click();
      await page.getByRole('button', { name: 'Bereikt', exact: true }).click();
      await expect.poll(() => row.count()).toBe(0);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
        .toMatch(/^Terugbelverzoeken/);
      await other.getByText('Afgerond: de burger is bereikt.').waitFor();

      await list(page).getByText('Zonder naam').click();
      await page.getByRole('button', { name: 'Oppakken' }).click();
      await page.getByRole('button', { name: 'Afronden' }).click();
      await shoot(page, `message-${width}`);
      await page.getByRole('button', { name: 'Niet nodig' }).click();
      await page.getByText('U hoeft nu niemand terug te bellen.').waitFor();
      expect(complaints).toEqual([]);
    },
  );

  it('[K4] [K5] turn soon and late, and come back when nobody answered', async () => {
    const soon = await ask({ name: 'Piet Bijna' });
    const late = await ask({ name: 'Anke Telaat' });
    promise(soon.id, Date.now() + 30 * 60_000);
    promise(late.id, Date.now() - 60 * 60_000);
    await ask({ name: 'Kees Optijd' });
    const { page, complaints } = await signIn(browser, server, 'Chris');
    const rows = list(page).getByRole('listitem');
    await expect
      .poll(() => rows.allInnerTexts())
      .toEqual([
        expect.stringMatching(/^Anke Telaat[\s\S]*te laat/),
        expect.stringMatching(/^Piet Bijna[\s\S]*bijna te laat/),
        expect.stringMatching(/^Kees Optijd/),
      ]);
    await rows.first().getByRole('link').click();
    await page.getByRole('button', { name: 'Oppakken' }).click();
    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByRole('button', { name: 'Niet bereikt, opnieuw proberen' }).click();
    await rows.filter({ hasText: 'Anke Telaat' }).getByText('1 keer niet bereikt').waitFor();
    await page.keyboard.press('Control+ArrowDown');
    await chosen(page).getByRole('link', { name: /^Bel / }).waitFor();
    await page.getByRole('heading', { name: 'Piet Bijna' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'norms-1280');
    expect(complaints).toEqual([]);
  });
});

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
