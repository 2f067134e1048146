// The tag on a page, as it is shipped: silent when it must be, polite when it speaks, and gone when it is told to go.
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Vangnet } from '../../../widget/vangnet.ts';
import { SHORT_NAMES } from '../../../widget/vite.short-names.ts';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { type LoaderRelay, OFFER, startLoaderRelay } from './loader-relay.ts';

const FORM = `<main><h1>Verhuizing doorgeven</h1><form novalidate>
<p><label>Postcode <input name="postcode"></label></p><p><label>Huisnummer <input name="huisnummer"></label></p>
<p><label>Woonplaats <input name="plaats"></label></p><button>Volgende</button></form></main>
<script>document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());</script>`;

const browser = useBrowser();
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

declare global {
  interface Window {
    vangnet?: Vangnet;
  }
}

interface Visit {
  page: Page;
  relay: LoaderRelay;
  host: RunningPage;
  errors: string[];
  warnings: string[];
}

interface VisitOptions {
  attributes?: string;
  html?: string;
  headers?: Record<string, string>;
  width?: number;
  prepare?(relay: LoaderRelay): void;
  tag?(relay: LoaderRelay): string;
}

async function visit(options: VisitOptions = {}): Promise<Visit> {
  const { attributes, html = FORM, headers = {}, width = 1280, prepare, tag } = options;
  const relay = await startLoaderRelay(attributes);
  prepare?.(relay);
  const host = await startHostPage({ html, headers, tag: tag?.(relay) ?? relay.tag });
  running.push(relay, host);
  const page = await browser.openPage({ viewport: { width, height: width < 500 ? 640 : 800 } });
  const errors: string[] = [];
  const warnings: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await page.goto(host.url);
  return { page, relay, host, errors, warnings };
}

const button = (page: Page) => page.getByRole('button', { name: 'Chat met ons' });
const card = (page: Page) => page.getByRole('dialog', { name: 'Hulp nodig?' });
const status = (page: Page) => page.evaluate(() => window.vangnet?.state().status);
const posts = ({ asked }: LoaderRelay) => asked.filter((one) => one.startsWith('POST'));

async function offer(page: Page): Promise<void> {
  await button(page).waitFor();
  await page.evaluate(() => window.vangnet?.offer());
  await card(page).waitFor();
}

type Box = { x: number; y: number; width: number; height: number };

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on screen.');
  return box;
}

const areApart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;

describe('a page without an offer', () => {
  it('one question to the relay, nothing stored, one element', async () => {
    const { page, relay, errors } = await visit();
    await button(page).waitFor();
    await page.getByLabel('Postcode').fill('1234 AB');
    await page.getByLabel('Woonplaats').fill('Voorbeeldstad');
    expect(relay.asked).toEqual(['GET /vangnet.js', 'GET /v1/sites/proef']);
    expect(await page.locator('vangnet-widget').count()).toBe(1);
    expect(await page.evaluate(() => [document.cookie, sessionStorage.length, localStorage.length])).toEqual([
      '',
      0,
      0,
    ]);
    expect(errors).toEqual([]);
  });

  it('the button is large enough, and accessible', async () => {
    const { page } = await visit();
    const box = await button(page).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await expectAccessible(page);
  });

  it('switched off at the relay: the page is as it was without the tag', async () => {
    const { page, relay, errors } = await visit({
      prepare: (one) => {
        one.site.mode = 'off';
      },
    });
    await expect.poll(() => relay.asked).toContain('GET /v1/sites/proef');
    await page.getByLabel('Postcode').fill('1234 AB');
    await page.getByRole('button', { name: 'Volgende' }).click();
    await page.evaluate(() => {
      window.vangnet?.open();
      window.vangnet?.offer();
      window.vangnet?.step('x');
    });
    expect(await page.locator('vangnet-widget').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('a relay that is down or blocked: no error reaches the page', async () => {
    const { page, errors } = await visit({
      tag: ({ tag, origin }) => tag.replace(origin, 'http://127.0.0.1:9'),
    });
    await page.getByLabel('Postcode').fill('1234 AB');
    await page.getByRole('button', { name: 'Volgende' }).click();
    expect(await page.locator('vangnet-widget').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('a relay that does not know the site: no error reaches the page either', async () => {
    const { page, errors } = await visit({
      tag: ({ tag }) => tag.replace('data-site="proef"', 'data-site="onbekend"'),
    });
    await page.getByLabel('Postcode').fill('1234 AB');
    await expect.poll(() => status(page)).toBe('quiet');
    expect(await page.locator('vangnet-widget').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('data-mode off: no question at all', async () => {
    const { page, relay } = await visit({ attributes: 'data-mode="off"' });
    await expect.poll(() => page.evaluate(() => window.vangnet?.state().mode)).toBe('off');
    expect(relay.asked).toEqual(['GET /vangnet.js']);
  });

  it('values that nobody knows warn once and fall back; a second tag does nothing', async () => {
    const { page, relay, warnings } = await visit({
      attributes: 'data-mode="hard" data-position="boven" data-form="((" data-language="fr"',
      tag: ({ tag }) => tag + tag,
    });
    await button(page).waitFor();
    expect(warnings.filter((text) => text.startsWith('Vangnet'))).toHaveLength(4);
    expect(await page.locator('vangnet-widget').count()).toBe(1);
    expect(relay.asked.filter((one) => one === 'GET /v1/sites/proef')).toHaveLength(1);
  });

  it('a page that replaces its whole body gets its button back', async () => {
    const { page } = await visit();
    await button(page).waitFor();
    await page.evaluate(() => document.body.replaceChildren(document.createElement('main')));
    await button(page).waitFor();
    expect(await page.locator('vangnet-widget').count()).toBe(1);
  });

  it('code that cannot be fetched: the button says so, and the form works', async () => {
    const { page, errors } = await visit({
      prepare: (relay) => {
        relay.withoutChunks = true;
      },
    });
    await button(page).click();
    await page.getByRole('button', { name: 'Chatten lukt nu niet' }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('names that the build shortens', () => {
  it('are no property of anything that the browser has', async () => {
    const { page } = await visit({ tag: () => '' });
    const taken = await page.evaluate((names) => {
      const platform = Object.getOwnPropertyNames(window).map((name) => Reflect.get(window, name));
      const owners = [window, ...platform.map((one) => one?.prototype ?? one)].filter(
        (one) => typeof one === 'object' && one !== null,
      );
      return names.filter((name) => owners.some((one) => name in one));
    }, Object.keys(SHORT_NAMES));
    expect(taken).toEqual([]);
  });
});

describe('the offer', () => {
  it.each([320, 390, 1280])('at %d px: never over the field in focus or the submit button', async (width) => {
    const { page } = await visit({ width });
    await offer(page);
    for (const name of ['postcode', 'huisnummer', 'plaats']) {
      const field = page.locator(`[name=${name}]`);
      await field.focus();
      const [mine, launcher] = [await boxOf(card(page)), await boxOf(button(page))];
      const submit = await boxOf(page.getByRole('button', { name: 'Volgende' }));
      const focused = await boxOf(field);
      for (const own of [mine, launcher])
        for (const other of [focused, submit]) {
          const apart = areApart(own, other);
          expect(apart, `${name}: ${JSON.stringify({ own, other })}`).toBe(true);
        }
      expect(mine.x).toBeGreaterThanOrEqual(0);
      expect(mine.x + mine.width).toBeLessThanOrEqual(width);
      expect(mine.width).toBeLessThanOrEqual(width < 500 ? width - 32 : 320);
    }
  });

  it('takes no focus, is said once, asks with form and step only', async () => {
    const { page, relay } = await visit();
    await page.getByLabel('Huisnummer').focus();
    await offer(page);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('huisnummer');
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toBe('Hulp nodig? Loopt u vast bij Verhuizing doorgeven? Een medewerker kan u helpen.');
    await expect.poll(() => posts(relay)).toHaveLength(2);
    expect(posts(relay)).toEqual([
      'POST /v1/sites/proef/offers {"form":"Verhuizing doorgeven","step":null}',
      `POST /v1/sites/proef/offers/${OFFER} {"change":"shown"}`,
    ]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await expectAccessible(page);
  });

  it('"Nee, bedankt" is final, also on the next page', async () => {
    const { page, relay, host } = await visit();
    await offer(page);
    await page.getByRole('button', { name: 'Nee, bedankt' }).click();
    await expect.poll(() => card(page).count()).toBe(0);
    await expect.poll(() => posts(relay).at(-1)).toContain('declined');
    expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({ 'vangnet:proef:declined': '1' });
    await page.goto(host.url);
    await expect.poll(() => status(page)).toBe('declined');
    await page.evaluate(() => window.vangnet?.offer());
    await expect.poll(() => page.evaluate(() => window.vangnet?.state().gates)).toContain('declined');
    expect(await card(page).count()).toBe(0);
  });

  it.each([
    [
      'Escape inside the card',
      (page: Page) => page.getByRole('button', { name: 'Ja, graag' }).press('Escape'),
    ],
    ['the close mark', (page: Page) => card(page).getByRole('button', { name: 'Sluiten' }).click()],
    ['the page asks for quiet', (page: Page) => page.evaluate(() => window.vangnet?.suppress())],
  ])('%s: gone for now, and nothing is stored', async (_how, dismiss) => {
    const { page, relay } = await visit();
    await offer(page);
    await dismiss(page);
    await expect.poll(() => card(page).count()).toBe(0);
    await expect.poll(() => posts(relay).at(-1)).toContain('expired');
    expect(await status(page)).toBe('resting');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('nobody free: no card', async () => {
    const { page, relay } = await visit({
      prepare: (one) => {
        one.answer = { state: 'withheld', reason: 'no-operator' };
      },
    });
    await button(page).waitFor();
    await page.evaluate(() => window.vangnet?.offer());
    await expect.poll(() => status(page)).toBe('withheld');
    expect(posts(relay)).toHaveLength(1);
    expect(await card(page).count()).toBe(0);
  });

  it('destroy takes everything away', async () => {
    const { page } = await visit();
    await offer(page);
    await page.evaluate(() => window.vangnet?.destroy());
    expect(await page.locator('vangnet-widget').count()).toBe(0);
    expect(await page.evaluate(() => 'vangnet' in window)).toBe(false);
  });

  it('under the strictest policy: no violation', async () => {
    const relayOrigin: string[] = [];
    const { page, errors } = await visit({
      html: FORM.replace(/<script>.*<\/script>/s, ''),
      tag: ({ tag, origin }) => {
        relayOrigin.push(origin);
        return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${origin}; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'">${tag}`;
      },
    });
    const violations: string[] = [];
    page.on(
      'console',
      (message) => /Content Security Policy|Trusted/i.test(message.text()) && violations.push(message.text()),
    );
    await page.reload();
    await offer(page);
    expect(relayOrigin).toHaveLength(1);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('the inspector', () => {
  it('shows score, threshold and what holds back an offer', async () => {
    const { page } = await visit({ attributes: 'data-inspect' });
    const inspector = page.locator('.inspector');
    await inspector.getByText('Kans op vastlopen').waitFor();
    await inspector.getByText('nog te kort op de pagina').waitFor();
    await expectAccessible(page);
  });
});
