/** Where the offer stands on real pages: at every width and zoom it covers neither the field in use, nor the way on, nor what went wrong. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { type LoaderRelay, startLoaderRelay } from './loader-relay.ts';
import { expectClear, frames, readCovered } from './offer-clear.ts';
import { OFFER_PAGES } from './offer-pages.ts';

const WIDTHS = [320, 360, 390, 768, 1024, 1280, 1920];
const ZOOMS = [1, 1.5, 2, 4];
const SIZES = WIDTHS.flatMap((width) =>
  ZOOMS.map((zoom) => ({
    width: Math.round(width / zoom),
    height: Math.round((width < 500 ? 740 : 900) / zoom),
  })),
);

/** The other side needs only the narrowest, a phone and a desk. */
const sizesFor = (position: string) =>
  position === 'end' ? SIZES : SIZES.filter(({ width }) => [320, 390, 1280].includes(width));

/** The first field, one in the middle, the last one. Says for each whether the offer is on the screen. */
async function walkFields(page: Page, where: string): Promise<boolean[]> {
  const count = await page.locator('form [name]').count();
  const seen: boolean[] = [];
  for (const at of [0, Math.floor(count / 2), count - 1]) {
    await page.locator('form [name]').nth(at).focus();
    await frames(page);
    seen.push(await expectClear(page, `${where}, field ${at + 1}`));
  }
  return seen;
}

describe('the place of the offer', () => {
  const browser = useBrowser();
  const relays: LoaderRelay[] = [];
  const hosts: RunningPage[] = [];
  const urls = new Map<string, string>();

  beforeAll(async () => {
    for (const position of ['end', 'start']) {
      const relay = await startLoaderRelay(`data-position="${position}"`);
      const routes = Object.fromEntries(
        Object.entries(OFFER_PAGES).map(([name, html]) => [`/${name.replace(' ', '-')}`, html]),
      );
      const host = await startHostPage({ routes, tag: relay.tag });
      relays.push(relay);
      hosts.push(host);
      urls.set(position, host.origin);
    }
  });
  afterAll(() => Promise.all([...relays, ...hosts].map((one) => one.close())));

  async function openOffer(name: string, position: string): Promise<Page> {
    const page = await browser.openPage();
    await page.goto(`${urls.get(position)}/${name.replace(' ', '-')}`);
    await page.getByRole('button', { name: 'Chat met ons' }).waitFor();
    await page.evaluate('vangnet.offer()');
    await page.getByRole('dialog', { name: 'Hulp nodig?' }).waitFor();
    return page;
  }

  describe.each(['end', 'start'])('data-position %s', (position) => {
    it.each(Object.keys(OFFER_PAGES))('[V3] covers nothing that is in use: %s', async (name) => {
      const page = await openOffer(name, position);
      const sizes = sizesFor(position);
      let [shown, looked] = [0, 0];
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate(`document.documentElement.dir = '${direction}'`);
        for (const size of sizes) {
          await page.setViewportSize(size);
          const seen = await walkFields(page, `${direction}, ${size.width} x ${size.height}`);
          shown += seen.filter(Boolean).length;
          looked += seen.length;
        }
      }
      // It is no art to cover nothing by staying away.
      expect(shown / looked).toBeGreaterThan(name === 'large field' ? 0.2 : 0.6);
    });
  });

  it('[V4] moves when errors appear, the focus moves, the keyboard of a phone comes up, or the screen turns', async () => {
    const page = await openOffer('long', 'end');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('veld12').focus();
    await expectClear(page, 'a field in the middle');
    await page.evaluate('scrollTo(0, 0); complain(); complain(); complain();');
    await expectClear(page, 'errors');
    await page.evaluate(() => {
      const viewport = visualViewport;
      if (viewport === null) return;
      const { height } = viewport;
      Object.defineProperty(viewport, 'height', { value: height - 320, configurable: true });
      viewport.dispatchEvent(new Event('resize'));
    });
    await page.getByLabel('veld3', { exact: true }).focus();
    expect(await expectClear(page, 'above the keyboard')).toBe(true);
    await page.reload();
    await page.setViewportSize({ width: 844, height: 390 });
    await page.evaluate('vangnet.offer()');
    await page.getByLabel('veld3', { exact: true }).focus();
    await expectClear(page, 'on its side');
  });

  it('[V4] what has the focus stays where it is, unless it would be off the screen', async () => {
    const page = await openOffer('short', 'end');
    const yes = page.getByRole('button', { name: 'Ja, graag' });
    await yes.focus();
    const before = await yes.boundingBox();
    await page.evaluate('complain()');
    await frames(page);
    expect(await yes.boundingBox()).toEqual(before);
    await page.setViewportSize({ width: 390, height: 640 });
    await expect.poll(() => page.evaluate(readCovered)).toEqual({ covered: [], isCut: false });
    expect(await yes.evaluate((it) => it.matches(':focus'))).toBe(true);
  });
});
