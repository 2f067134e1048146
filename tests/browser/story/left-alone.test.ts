// People who are doing fine are left alone: the smooth, the slow, the one who looks something up, the one whose browser fills it in.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressWithMouse, typeInto } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import {
  type Citizen,
  createCitizen,
  fillCostsButAmount,
  getAmountWrongTwice,
  signIn,
  waitForOffer,
} from '../../support/story/people.ts';

const MOMENT_MS = 3_000;
const LONG_AFTER_MS = 40_000;

describe('people who are doing fine', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  /** A citizen in a world where the test turns the clock, and an operator who is free all the time. */
  async function sitDown(path: string): Promise<{ citizen: Citizen; asked: string[] }> {
    await signIn(browser, server, 'Anna');
    const page = await browser.openPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/offers')) asked.push(request.url());
    });
    await page.clock.install();
    await page.goto(`${server.url}${path}`);
    const citizen = createCitizen(page);
    await citizen.button.waitFor();
    return { citizen, asked };
  }

  const pass = (page: Page, ms: number): Promise<void> => page.clock.runFor(ms);

  async function answerMove(page: Page, keyPause: number): Promise<void> {
    const slowly = async (name: string | RegExp, text: string): Promise<void> => {
      await pressWithMouse(page, page.getByLabel(name));
      await pass(page, MOMENT_MS);
      for (const letter of text) {
        await page.keyboard.type(letter);
        if (keyPause > 0) await pass(page, keyPause);
      }
      await pass(page, MOMENT_MS);
    };
    await slowly(/^Postcode/, '1234 AB');
    await slowly(/^Huisnummer/, '12');
    await slowly(/^Straat/, 'Dorpsstraat');
    await slowly(/^(Woonplaats|Plaats)/, 'Voorbeeldstad');
  }

  async function expectLeftAlone({ citizen, asked }: { citizen: Citizen; asked: string[] }): Promise<void> {
    await pass(citizen.page, LONG_AFTER_MS);
    expect(asked).toEqual([]);
    expect(await citizen.offer.count()).toBe(0);
  }

  it('the same clock does bring an offer to someone who is stuck', async () => {
    const { citizen } = await sitDown('/demo/bijstand/');
    await fillCostsButAmount(citizen.page);
    await pass(citizen.page, 15_000);
    await getAmountWrongTwice(citizen.page);
    await pass(citizen.page, 15_000);
    await waitForOffer(citizen, 15_000);
  });

  it('a smooth citizen', async () => {
    const person = await sitDown('/demo/verhuizing/');
    await answerMove(person.citizen.page, 0);
    await expectLeftAlone(person);
  });

  it('a slow typist: two seconds for every key', async () => {
    const person = await sitDown('/demo/verhuizing/');
    await answerMove(person.citizen.page, 2_000);
    await expectLeftAlone(person);
  });

  it('one who looks up the IBAN in another tab, once', async () => {
    const person = await sitDown('/demo/bijstand/');
    const { page } = person.citizen;
    await fillCostsButAmount(page);
    await pressWithMouse(page, page.getByLabel('Hoe hoog zijn de kosten?'));
    await pass(page, MOMENT_MS);
    await setVisibility(page, 'hidden');
    await pass(page, 45_000);
    await setVisibility(page, 'visible');
    await pass(page, MOMENT_MS);
    await typeInto(page, page.getByLabel('Hoe hoog zijn de kosten?'), '349,95');
    await expectLeftAlone(person);
  });

  it('one whose browser fills in the form', async () => {
    const person = await sitDown('/demo/verhuizing/');
    const { page } = person.citizen;
    await pressWithMouse(page, page.getByLabel(/^Postcode/));
    await pass(page, MOMENT_MS);
    // What autofill does to a page: every field at once, without a key.
    await page.evaluate(() => {
      for (const input of document.querySelectorAll<HTMLInputElement>(
        'main form input[type=text], main form input[type=tel], main form input[type=email]',
      )) {
        input.value = '12';
        input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    await expectLeftAlone(person);
  });
});

/** A headless page is never hidden by itself: the two things that a page can see of it are played. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
