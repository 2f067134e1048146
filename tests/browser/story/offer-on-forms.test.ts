// Where the offer stands on the forms of the demo: with every field in use, at four widths, with an error summary on the page.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { signIn } from '../../support/story/people.ts';
import { expectClear, frames } from '../widget/offer-clear.ts';

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const FIELDS = 'main form :is(input:not([type=hidden]), select, textarea)';

describe('the offer on the forms of the demo', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  /** Sent empty: every question has something to complain about. */
  async function openWithErrors(path: string): Promise<Page> {
    const page = await browser.openPage();
    await page.goto(server.url + path);
    await page.getByRole('button', { name: 'Chat met ons' }).waitFor();
    await page.locator('main form button:not([type=button])').last().click();
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('button', { name: 'Chat met ons' }).waitFor();
    return page;
  }

  /** Says for each field whether the offer is on the screen. */
  async function walkFields(page: Page, width: number): Promise<boolean[]> {
    const seen: boolean[] = [];
    for (const field of await page.locator(FIELDS).filter({ visible: true }).all()) {
      await field.focus();
      await frames(page);
      const name = await field.getAttribute('name');
      seen.push(await expectClear(page, `${width} px, ${name}`));
    }
    return seen;
  }

  it.each(['/demo/bijstand/', '/demo/verhuizing/', '/demo/uittreksel/stap-1'])(
    '[V3] covers neither the field in use, nor a submit button, nor the error summary: %s',
    async (path) => {
      await signIn(browser, server, 'Anna');
      const page = await openWithErrors(path);
      await page.evaluate('vangnet.offer()');
      await page.getByRole('dialog', { name: 'Hulp nodig?' }).waitFor();
      const seen: boolean[] = [];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        seen.push(...(await walkFields(page, size.width)));
      }
      // It is no art to cover nothing by staying away.
      expect(seen.filter(Boolean).length / seen.length).toBeGreaterThan(0.6);
    },
  );
});
