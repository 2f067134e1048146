// What a page tells of how its form was filled in, only where the site measures; and the soft manner of drawing attention.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { typeInto } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { EMPTY_DEVICE, readDevice, recordTraffic } from '../../support/story/traffic.ts';
import { type LoaderRelay, startLoaderRelay } from './loader-relay.ts';

/** Every attempt is refused at the postcode. */
const FORM = `<main><h1>Verhuizing doorgeven</h1><form novalidate>
<p><label>Postcode <input name="postcode"></label></p><p><label>Huisnummer <input name="huisnummer"></label></p>
<p><label>Woonplaats <input name="plaats"></label></p><button>Volgende</button></form></main>
<script>document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = document.querySelector('[name=postcode]');
  field.removeAttribute('aria-invalid');
  setTimeout(() => field.setAttribute('aria-invalid', 'true'), 100);
});</script>`;

/** Slow enough that no hand is too fast: over 0.4 s. */
const SLOWLY = { keyMs: 60 };
const SECOND = 1_000;

const browser = useBrowser();
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function visit({ width = 1280, prepare }: { width?: number; prepare(relay: LoaderRelay): void }) {
  const relay = await startLoaderRelay();
  prepare(relay);
  const host = await startHostPage({ html: FORM, tag: relay.tag });
  running.push(relay, host);
  const page = await browser.openPage({ viewport: { width, height: width < 500 ? 640 : 800 } });
  return { page, relay, host };
}

const button = (page: Page) => page.getByRole('button', { name: /^Chat met ons/ });
const chunks = ({ asked }: LoaderRelay) => asked.filter((one) => /crowd-/.test(one));
const measuring = (relay: LoaderRelay) => {
  relay.site.measures = true;
};

/** As Chromium does when a page goes into the back/forward cache, which the browser of a test does not have. */
const goAway = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));

describe('[C2] a page of a site that measures', () => {
  it('tells once, as it goes, how its fields were filled in, and nothing of what is in them', async () => {
    const { page, relay, host } = await visit({ prepare: measuring });
    await page.goto(host.url);
    await button(page).waitFor();
    expect(chunks(relay)).toEqual([]);
    await page.getByLabel('Postcode').focus();
    await expect.poll(() => chunks(relay)).toHaveLength(1);
    await typeInto(page, page.getByLabel('Postcode'), 'zeldzaam 1', SLOWLY);
    await typeInto(page, page.getByLabel('Woonplaats'), 'zeldzaam 2', SLOWLY);
    await page.getByRole('button', { name: 'Volgende' }).click();
    // The mark is noticed: it is what makes the tag fetch the desk.
    await expect.poll(() => relay.asked.filter((one) => /desk-/.test(one))).toHaveLength(1);
    await page.getByLabel('Huisnummer').focus();
    await page.goto('about:blank');
    await expect.poll(() => relay.sums).toHaveLength(1);
    const [told] = relay.sums;
    expect(told).toMatchObject({ form: 'Verhuizing doorgeven', finished: false });
    const byName = Object.fromEntries(told?.fields.map(({ field, ...sums }) => [field, sums]) ?? []);
    expect(byName).toMatchObject({ postcode: { count: 1, errors: 1 }, plaats: { count: 1, errors: 0 } });
    expect(Math.exp(byName['plaats']?.sumLn ?? 0)).toBeGreaterThan(0.4);
    expect(relay.asked.join('\n')).not.toContain('zeldzaam');
  });

  it('tells nothing of a page on which nothing was touched, and keeps nothing on the device', async () => {
    const { page, relay, host } = await visit({ prepare: measuring });
    await page.goto(host.url);
    await button(page).waitFor();
    await page.goto(host.url);
    await button(page).waitFor();
    await page.getByLabel('Postcode').focus();
    await expect.poll(() => chunks(relay).length).toBeGreaterThan(0);
    await typeInto(page, page.getByLabel('Woonplaats'), 'zeldzaam', SLOWLY);
    await page.getByLabel('Huisnummer').focus();
    expect(await readDevice(page)).toBe(EMPTY_DEVICE);
    await page.goto('about:blank');
    await expect.poll(() => relay.sums.length).toBeGreaterThan(0);
    expect(relay.sums).toHaveLength(1);
  });

  it('back from the back/forward cache it tells only what is new', async () => {
    const { page, relay, host } = await visit({ prepare: measuring });
    await page.goto(host.url);
    await button(page).waitFor();
    await page.getByLabel('Huisnummer').focus();
    await expect.poll(() => chunks(relay)).toHaveLength(1);
    await typeInto(page, page.getByLabel('Postcode'), 'zeldzaam', SLOWLY);
    await page.getByLabel('Huisnummer').focus();
    const traffic = recordTraffic(page);
    await goAway(page);
    await expect.poll(() => relay.sums).toHaveLength(1);
    const [post] = traffic.requests;
    expect(post?.text).toContain('text/plain');
    expect(post?.text).not.toMatch(/zeldzaam|"(cookie|authorization)"|"referer":"[^"]/i);
    await goAway(page);
    await typeInto(page, page.getByLabel('Woonplaats'), 'zeldzaam', SLOWLY);
    await page.getByLabel('Huisnummer').focus();
    await goAway(page);
    await expect.poll(() => relay.sums).toHaveLength(2);
    const counts = relay.sums.map(({ fields }) =>
      fields.filter(({ count }) => count > 0).map(({ field }) => field),
    );
    expect(counts).toEqual([['postcode'], ['plaats']]);
  });

  it('of a site that does not, it neither counts nor tells', async () => {
    const { page, relay, host } = await visit({ prepare: () => {} });
    await page.goto(host.url);
    await button(page).waitFor();
    await typeInto(page, page.getByLabel('Postcode'), 'zeldzaam', SLOWLY);
    await page.getByLabel('Huisnummer').focus();
    await page.goto(host.url);
    await button(page).waitFor();
    expect(chunks(relay)).toEqual([]);
    expect(relay.sums).toEqual([]);
  });
});

describe('[O6] the soft manner', () => {
  const soft = (relay: LoaderRelay) => {
    relay.profile = { sensitivity: 'generous', manner: 'nudge', fields: [] };
  };

  /** Wrong again and again at the same field, then hesitating, until the button has drawn attention. */
  async function getStuck(page: Page) {
    for (let tries = 0; tries < 3; tries++) {
      await typeInto(page, page.getByLabel('Postcode'), 'x');
      await page.getByRole('button', { name: 'Volgende' }).click();
      await page.clock.runFor(SECOND);
      await page.locator('[aria-invalid]').waitFor();
    }
    await page.getByLabel('Postcode').click();
    const isNudged = async () => (await button(page).innerText()) !== 'Chat met ons';
    for (let passed = 0; passed < 60 && !(await isNudged()); passed++) await page.clock.runFor(SECOND);
  }

  it.each([390, 1280])(
    'at %d px: the button draws attention once, holds nobody, and calms down',
    async (width) => {
      const { page, relay, host } = await visit({ width, prepare: soft });
      await page.clock.install();
      await page.goto(host.url);
      await button(page).waitFor();
      await getStuck(page);
      expect(await button(page).innerText()).toBe('Chat met ons, wij helpen u');
      expect(await button(page).isVisible()).toBe(true);
      const state = await page.evaluate(() => window.vangnet?.state());
      expect(state).toMatchObject({ status: 'resting' });
      expect(state?.gates).toContain('offered');
      expect(relay.asked.filter((one) => one.startsWith('POST'))).toEqual([]);
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('postcode');
      await expectAccessible(page);
      await page.clock.runFor(31 * SECOND);
      expect(await button(page).innerText()).toBe('Chat met ons');
      await page.clock.runFor(60 * SECOND);
      expect(await button(page).innerText()).toBe('Chat met ons');
    },
  );

  it('a click opens the chat, and the button is itself again', async () => {
    const { page, host } = await visit({ prepare: soft });
    await page.clock.install();
    await page.goto(host.url);
    await button(page).waitFor();
    await getStuck(page);
    await button(page).click();
    await page.getByRole('region', { name: 'Chat met Gemeente Voorbeeldstad' }).waitFor();
    await page.getByRole('button', { name: 'Sluiten' }).click();
    await expect.poll(() => button(page).innerText()).toBe('Chat met ons');
  });
});
