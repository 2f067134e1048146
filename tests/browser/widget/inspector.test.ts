// The inspector on a demo form, as shipped: one look tells why there is an offer or not.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THRESHOLDS } from '../../../widget/detector/weights.ts';
import { expectAccessible } from '../../support/browser/axe.ts';
import { typeInto } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import {
  type Citizen,
  createCitizen,
  fillCostsButAmount,
  getAmountWrongTwice,
  signIn,
  waitForOffer,
} from '../../support/story/people.ts';
import { startLoaderRelay } from './loader-relay.ts';

/** From where on help is offered, in percent. */
const percent = (logOdds: number) => Math.round(100 / (1 + Math.exp(-logOdds)));
const NEEDED = {
  reserved: percent(THRESHOLDS.reserved),
  normal: percent(THRESHOLDS.normal),
  generous: percent(THRESHOLDS.generous),
};

const AMOUNT = 'Hoe hoog zijn de kosten?';
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** The gates that may be shut, as they stand in the list. */
const GATES = 13;

interface Inspected {
  page: Page;
  citizen: Citizen;
  inspector: Locator;
  verdict: Locator;
  /** What holds back an offer now. */
  shut(): Promise<string[]>;
  /** Text without the hard spaces of numbers. */
  read(at: Locator): Promise<string>;
}

describe('the inspector', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  /** The tag of the demo page as a webmaster would change it, before it runs. */
  async function inspect(viewport = WIDE, ground = ''): Promise<Inspected> {
    const page = await browser.openPage({ viewport });
    await page.clock.install();
    await page.addInitScript((colour) => {
      new MutationObserver(() => {
        document.querySelector('script[data-site]')?.setAttribute('data-inspect', '');
        if (colour && document.body) document.body.style.background = colour;
      }).observe(document, { subtree: true, childList: true });
    }, ground);
    await page.goto(`${server.url}/demo/bijstand/`);
    const inspector = page.locator('.inspector');
    await inspector.waitFor();
    const read = async (at: Locator) => (await at.innerText()).replaceAll('\u00a0', ' ');
    return {
      page,
      citizen: createCitizen(page),
      inspector,
      verdict: inspector.locator('summary'),
      read,
      shut: async () =>
        (await inspector.locator('li.shut').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
    };
  }

  /** Wrong twice, and then a rest until help is offered. */
  async function getStuck({ page, citizen }: Inspected): Promise<void> {
    await fillCostsButAmount(page);
    await page.clock.runFor(15_000);
    await getAmountWrongTwice(page);
    await waitForOffer(citizen, 25_000);
    await page.clock.runFor(1_000);
  }

  it('tells the story of an offer: quiet, typing, errors, on screen, declined', async () => {
    await signIn(browser, server, 'Anna');
    const inspected = await inspect();
    const { page, inspector, verdict, read, shut } = inspected;
    const noOffer = new RegExp(`^Nog geen aanbod: score \\d+ %, nodig ${NEEDED.normal} %$`);
    expect(await read(verdict)).toMatch(noOffer);
    expect(await inspector.locator('.gates li').count()).toBe(GATES);
    expect(await shut()).toEqual(['ja nog te kort op de pagina']);
    expect(await read(inspector)).toContain('Nog niets opgevallen.');
    expect(await read(inspector)).toContain(
      `Aanbod vanaf: terughoudend ${NEEDED.reserved} %, normaal ${NEEDED.normal} %, ruimhartig ${NEEDED.generous} %`,
    );

    await fillCostsButAmount(page);
    await page.clock.runFor(1_000);
    expect(await read(verdict)).toMatch(noOffer);
    expect(await shut()).toContain('ja er wordt getypt');
    expect(await read(inspector.locator('.sum'))).toMatch(/Er wordt ingevuld\s+−\d,\d/);

    await page.clock.runFor(15_000);
    expect(await shut()).toEqual([]);
    await getAmountWrongTwice(page);
    // The mark of the first error stays: that it is wrong again is known when nothing else came of the attempt for three seconds.
    await page.clock.runFor(4_000);
    expect(await read(inspector.locator('.sum'))).toMatch(
      /Weer een foutmelding\s+\+\d,\d\s+Hoe hoog zijn de kosten\?/,
    );

    await waitForOffer(inspected.citizen, 25_000);
    await page.clock.runFor(1_000);
    expect(await read(verdict)).toBe('Aanbod in beeld: wacht op antwoord');
    const sum = await read(inspector.locator('.sum'));
    expect(sum).toMatch(/Weer een foutmelding\s+\+\d,\d\s+Hoe hoog zijn de kosten\? · 2×/);
    expect(sum).toMatch(/Verder gaan lukt niet\s+\+\d,\d\s+Hoe hoog zijn de kosten\?/);
    expect(await shut()).toEqual(['ja hulp al aangeboden']);
    const score = Number.parseInt(await read(inspector.locator('.score b')), 10);
    expect(score).toBeGreaterThanOrEqual(NEEDED.normal);
    expect(sum).toContain(`Samen: kans van ${score} %`);

    await page.getByRole('button', { name: 'Nee, bedankt' }).click();
    await page.clock.runFor(1_000);
    expect(await read(verdict)).toBe('Geen aanbod meer: de burger zei nee');
  });

  it('keeps the shape of state(), and shows what state() says', async () => {
    const { page, shut } = await inspect();
    const state = await page.evaluate(() => window.vangnet?.state());
    expect(Object.keys(state ?? {}).sort()).toEqual([
      'gates',
      'mode',
      'reasons',
      'score',
      'status',
      'threshold',
    ]);
    expect(state?.gates).toHaveLength((await shut()).length);
  });

  it.each(['', '#14181c'])(
    'is accessible on a light and on a dark page, and silent (ground "%s")',
    async (ground) => {
      await signIn(browser, server, 'Anna');
      const inspected = await inspect(WIDE, ground);
      const { page, inspector } = inspected;
      await getStuck(inspected);
      await expectAccessible(page, { within: ['vangnet-widget'] });
      expect(await inspector.locator('[aria-live],[role=status],[role=alert],output').count()).toBe(0);
      const surface = await inspector.evaluate((at) => getComputedStyle(at).backgroundColor);
      expect(surface).toBe(ground ? 'rgb(27, 27, 27)' : 'rgb(255, 255, 255)');
    },
  );

  it('on a phone: one line, never over the field in focus, opened with the keyboard', async () => {
    await signIn(browser, server, 'Anna');
    const inspected = await inspect(PHONE);
    const { page, inspector, verdict } = inspected;
    const height = async () => (await inspector.boundingBox())?.height ?? 0;
    expect(await height()).toBeLessThanOrEqual(50);
    await getStuck(inspected);
    expect(await height()).toBeLessThanOrEqual(50);

    const fields = page.locator('main form').locator('input:visible, select:visible, textarea:visible');
    for (const field of await fields.all()) {
      await field.focus();
      await page.clock.runFor(1_000);
      expect(await overlaps(inspector, field), (await field.getAttribute('name')) ?? '').toBe(false);
    }

    await verdict.focus();
    await page.keyboard.press('Enter');
    await page.clock.runFor(1_000);
    expect(await height()).toBeGreaterThan(200);
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    const scrolled = () => inspector.locator('.body').evaluate((at) => at.scrollTop);
    const isAtEnd = () =>
      inspector
        .locator('.body')
        .evaluate((at) => at.scrollTop > 0 && at.scrollTop + at.clientHeight >= at.scrollHeight - 1);
    await expect.poll(isAtEnd).toBe(true);
    // What the webmaster reads stays where it is at the next beat.
    const before = await scrolled();
    await page.clock.runFor(2_000);
    expect(await scrolled()).toBe(before);

    await page.getByLabel(AMOUNT).focus();
    await page.clock.runFor(1_000);
    // The page may still be scrolling to it.
    await expect.poll(() => overlaps(inspector, page.getByLabel(AMOUNT))).toBe(false);
    expect(await height()).toBeLessThanOrEqual(50);
  });

  it('gives way to the chat, and opens again when asked', async () => {
    await signIn(browser, server, 'Anna');
    const inspected = await inspect();
    const { page, citizen, inspector, verdict, read } = inspected;
    await citizen.button.click();
    await citizen.panel.waitFor();
    await page.clock.runFor(2_000);
    expect(await read(verdict)).toBe('Geen aanbod meer: de chat is open');
    expect(await overlaps(inspector, citizen.panel)).toBe(false);
    await verdict.click();
    await page.clock.runFor(2_000);
    expect((await inspector.boundingBox())?.height).toBeGreaterThan(300);
    expect(await overlaps(inspector, citizen.panel)).toBe(false);
  });
});

async function overlaps(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('It is not on the screen.');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the inspector of a webmaster who trusts nobody', () => {
  const browser = useBrowser();

  async function open(html: string, attributes: string) {
    const nonce = 'b64b3f4d0f1c';
    const relay = await startLoaderRelay(`data-inspect nonce="${nonce}" ${attributes}`);
    const policy = `default-src 'none'; script-src 'nonce-${nonce}' ${relay.origin}; connect-src ${relay.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const host = await startHostPage({
      html,
      tag: relay.tag,
      headers: { 'content-security-policy': policy },
    });
    const page = await browser.openPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.url);
    const verdict = page.locator('.inspector summary');
    await verdict.waitFor();
    const close = async () => {
      await relay.close();
      await host.close();
    };
    return { page, verdict, complaints, close };
  }

  it('works under the strictest policy, in English', async () => {
    const form =
      '<main><h1>Parking</h1><form><p><label>Car <input name="car"></label></p><button>Next</button></form></main>';
    const { page, verdict, complaints, close } = await open(form, 'data-language="en"');
    await typeInto(page, page.getByLabel('Car'), 'Volvo');
    const noOffer = new RegExp(`^No offer yet: score \\d+%, needs ${NEEDED.normal}%$`);
    await expect.poll(() => verdict.innerText()).toMatch(noOffer);
    await page.locator('.inspector li.shut').getByText('someone is typing').waitFor();
    expect(complaints).toEqual([]);
    await page.evaluate(() => window.vangnet?.destroy());
    expect(await page.locator('.inspector').count()).toBe(0);
    await close();
  });

  it('says when there is nothing to watch, or when offers are off', async () => {
    const none = await open('<main><h1>Nieuws</h1><p>Er is geen formulier.</p></main>', '');
    await expect.poll(() => none.verdict.innerText()).toBe('Geen aanbod: geen formulier gevonden');
    await none.close();
    const off = await open(
      '<main><form><label>Naam <input name="naam"></label></form></main>',
      'data-mode="button"',
    );
    await expect.poll(() => off.verdict.innerText()).toBe('Geen aanbod: alleen de chatknop staat aan');
    await off.close();
  });
});
