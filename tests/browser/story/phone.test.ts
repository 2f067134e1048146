// A new user on a phone without a mouse, on 3G, with Dutch texts that are twice as long as usual: everything can be read, reached and hit.
import { rmSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoSite } from '../../../demo-site/site.ts';
import { createLog } from '../../../server/log.ts';
import { type RunningServer, startServer } from '../../../server/server.ts';
import { systemClock, systemRandom } from '../../../server/system.ts';
import { buildLongWords } from '../../support/browser/build-long-words.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { lengthen } from '../../support/browser/lengthen.ts';
import { makeDataDir } from '../../support/server/test-server.ts';
import { createOperator, type Operator } from '../../support/story/people.ts';
import { lookOver } from '../states/look-over.ts';

/** Slow 3G: what the browser's own tools call so. */
const THREE_G = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const OFFER_WITHIN_MS = 60_000;
const STORY_MS = 180_000;

/** The page behind the panel is not ours, but the panel may not make it wider. */
const isTooWide = () => document.documentElement.scrollWidth > innerWidth;

describe('on a phone, on 3G, with texts that are twice as long', () => {
  const browser = useBrowser();
  let dist: string;
  let dataDir: string;
  let server: RunningServer;
  beforeAll(async () => {
    dist = await buildLongWords();
    dataDir = makeDataDir();
    server = await startServer({
      config: {
        mode: 'demo',
        host: '127.0.0.1',
        port: 0,
        dataDir,
        demoOrigins: [],
        publicOrigin: null,
        logLevel: 'silent',
      },
      clock: systemClock,
      random: systemRandom,
      log: createLog('silent'),
      dist,
      demoSite: createDemoSite,
    });
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    for (const folder of [dist, dataDir]) rmSync(folder, { recursive: true, force: true });
  });

  async function openDesk(): Promise<Operator> {
    const page = await browser.openPage();
    const link = (await server.makeSignInLinks()).find(({ label }) => label.includes('Anna'));
    await page.goto(link?.url ?? '');
    await page.getByRole('radio', { name: 'Beschikbaar' }).check();
    return createOperator(page);
  }

  async function openPhone() {
    const page = await (await browser.openContext(PHONE)).newPage();
    const tools = await page.context().newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', { offline: false, ...THREE_G });
    await page.goto(`${server.url}/demo/bijstand/`);
    return page;
  }

  async function type(page: Page, field: Locator, text: string): Promise<void> {
    await field.tap();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text, { delay: 25 });
  }

  /** Gets the amount wrong twice, goes back to the field, and is stuck. */
  async function getStuck(page: Page): Promise<void> {
    await page.getByLabel('Voor welke kosten vraagt u bijzondere bijstand aan?').selectOption('inrichting');
    await page.getByText('Nee', { exact: true }).first().tap();
    await type(page, page.getByLabel(/^Waarom zijn de kosten noodzakelijk/), 'Mijn wasmachine is kapot.');
    const amount = page.getByLabel('Hoe hoog zijn de kosten?');
    for (const wrong of ['veel', 'best veel']) {
      await type(page, amount, wrong);
      await page.getByRole('button', { name: 'Volgende' }).tap();
      await page.getByRole('alert').first().waitFor();
    }
    await amount.tap();
  }

  it(
    'from the form to the rating, with taps alone',
    async () => {
      const operator = await openDesk();
      const page = await openPhone();
      const press = (name: string) => page.getByRole('button', { name: lengthen(name), exact: true }).tap();
      const read = (text: string) => page.getByText(lengthen(text)).first().waitFor();
      const heading = (name: string) => page.getByRole('heading', { name: lengthen(name), exact: true });
      const box = page.getByRole('textbox', { name: lengthen('Uw bericht'), exact: true });
      const found: string[] = [];
      async function look(where: string): Promise<void> {
        const complaints = await lookOver(page);
        if (await page.evaluate(isTooWide)) complaints.push('the page became wider than the screen');
        found.push(...complaints.map((one) => `${where}: ${one}`));
      }

      await getStuck(page);
      await page.getByRole('dialog', { name: lengthen('Hulp nodig?') }).waitFor({ timeout: OFFER_WITHIN_MS });
      await look('offer');
      await press('Ja, graag');
      await box.waitFor();
      await read('De medewerker ziet waar u bent. Niet wat u in het formulier hebt ingevuld.');
      await look('panel');

      await box.tap();
      await page.keyboard.type('C01 Telt het vakantiegeld van mijn partner mee?');
      await press('Versturen');
      await expect.poll(() => operator.queue.getByRole('button', { name: 'Oppakken' }).count()).toBe(1);
      await read('Verstuurd');
      await look('waiting');
      await operator.take();
      await page
        .getByText(/helpt u nu/)
        .first()
        .waitFor();
      await operator.say('O01 Nee, vakantiegeld telt niet mee. Vul alleen het bedrag in, in cijfers.');
      await page.getByText('O01 Nee').waitFor();
      await look('answered');

      const isInFoot = await page.getByRole('button', { name: lengthen('Terugbelverzoek') }).isVisible();
      if (!isInFoot) await press('Contact');
      if (!isInFoot) await heading('Hoe wilt u contact?').waitFor();
      await look('the other ways');
      await press('Terugbelverzoek');
      await heading('Terugbelverzoek').waitFor();
      await look('call-back form');
      await press('Verzoek versturen');
      await read('Schrijf in een paar woorden waar uw vraag over gaat.');
      await look('call-back form, wrong');
      await type(page, page.getByLabel(lengthen('Waar gaat uw vraag over?')), 'Bijstand');
      await type(page, page.getByLabel(lengthen('Uw telefoonnummer')), '06 12345678');
      await press('Verzoek versturen');
      await heading('Wij bellen u terug').waitFor();
      await look('call-back asked');
      await press('Klaar');
      await box.waitFor();

      await press('Gesprek beëindigen');
      await read('Wilt u het gesprek beëindigen?');
      await look('asking whether it ends');
      await press('Ja, beëindigen');
      await heading('Uw mening').waitFor();
      await look('rating');
      await page.getByText('6', { exact: true }).tap();
      await press('Antwoord geven');
      await page.getByRole('group', { name: lengthen('Is uw vraag beantwoord?') }).waitFor();
      await look('rating, second question');
      expect(found, found.join('\n')).toEqual([]);
    },
    STORY_MS,
  );
});
