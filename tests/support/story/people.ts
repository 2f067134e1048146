// The people of the story: a citizen on a form and an operator at the desk, each with a browser of their own.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { pressWithMouse, retype, typeInto } from '../browser/citizen.ts';
import type { TestBrowser } from '../browser/launch.ts';
import type { DemoServer } from './demo-server.ts';

const SECOND = 1_000;
/** Enough for an answer of a server on this machine. */
const MOMENT = 250;

/** Messages of the story carry a mark such as C01 (citizen) or O02 (operator): order and doubles can be read off. */
const MARK = /\b[CO]\d\d\b/g;

interface Talker {
  page: Page;
  log: Locator;
  say(text: string): Promise<void>;
  /** The marks in the log on screen, top to bottom. */
  marks(): Promise<string[]>;
}

function createTalker(page: Page, box: string): Talker {
  const log = page.getByRole('log', { name: 'Gesprek' });
  return {
    page,
    log,
    async say(text) {
      await page.getByRole('textbox', { name: box }).fill(text);
      await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    },
    marks: async () => (await log.innerText()).match(MARK) ?? [],
  };
}

export interface Operator extends Talker {
  queue: Locator;
  /** Takes the first one who waits. */
  take(): Promise<void>;
  /** Ends the conversation on screen. */
  finish(): Promise<void>;
}

/** Signs in with the printed one-time link, and is available. */
export async function signIn(browser: TestBrowser, server: DemoServer, who: string): Promise<Operator> {
  const page = await browser.openPage();
  await page.goto(await server.signInLink(who));
  await page.getByRole('radio', { name: 'Beschikbaar' }).check();
  return createOperator(page);
}

export function createOperator(page: Page): Operator {
  const queue = page.getByRole('list', { name: 'Wachtrij' });
  return {
    ...createTalker(page, 'Bericht aan de burger'),
    queue,
    take: () => queue.getByRole('button', { name: 'Oppakken' }).first().click(),
    async finish() {
      await page.getByRole('button', { name: 'Afronden', exact: true }).click();
      await page.getByRole('button', { name: 'Ja, afronden' }).click();
    },
  };
}

export interface Citizen extends Talker {
  offer: Locator;
  panel: Locator;
  button: Locator;
  /** Uncaught errors of the page. */
  errors: string[];
}

/** `hurried`: the page's clock can be turned by `waitForOffer`, so that hesitating takes no real time. */
type Pace = 'real' | 'hurried';

export async function openCitizen(
  browser: TestBrowser,
  url: string,
  pace: Pace = 'hurried',
): Promise<Citizen> {
  const page = await browser.openPage();
  if (pace === 'hurried') await page.clock.install();
  const errors: string[] = [];
  page.on('pageerror', (error) => void errors.push(error.message));
  await page.goto(url);
  return createCitizen(page, errors);
}

export function createCitizen(page: Page, errors: string[] = []): Citizen {
  return {
    ...createTalker(page, 'Uw bericht'),
    offer: page.getByRole('dialog', { name: /^(Hulp nodig|Need help)\?$/ }),
    panel: page.getByRole('region', { name: /^Chat met / }),
    button: page.getByRole('button', { name: 'Chat met ons' }),
    errors,
  };
}

/** Lets the page's clock run second by second, with a moment of real time for the network in each, until it is so. */
export async function hesitateUntil(citizen: Citizen, within: number, isSo: () => boolean): Promise<boolean> {
  for (let passed = 0; passed < within && !isSo(); passed += SECOND) {
    await citizen.page.clock.runFor(SECOND);
    await expect
      .poll(isSo, { timeout: MOMENT, interval: MOMENT / 5 })
      .toBe(true)
      .catch(() => undefined);
  }
  return isSo();
}

/** Hesitates until the offer comes; when it stays away, says what the detector thought. */
export async function waitForOffer(citizen: Citizen, within: number): Promise<void> {
  let isThere = false;
  void citizen.offer.waitFor().then(
    () => {
      isThere = true;
    },
    () => undefined,
  );
  if (!(await hesitateUntil(citizen, within, () => isThere))) await failWithoutOffer(citizen, within);
}

/** For a page on its own clock. */
export async function waitForOfferAtEase(citizen: Citizen, within: number): Promise<void> {
  await citizen.offer.waitFor({ timeout: within }).catch(() => failWithoutOffer(citizen, within));
}

async function failWithoutOffer({ page }: Citizen, within: number): Promise<never> {
  const state = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'vangnet')?.state()));
  throw new Error(`No offer within ${within} ms of hesitating: ${state}`);
}

/** The first step of "Bijzondere bijstand", everything right but the amount. */
export async function fillCostsButAmount(page: Page): Promise<void> {
  await page.getByLabel('Voor welke kosten vraagt u bijzondere bijstand aan?').selectOption('inrichting');
  await pressWithMouse(page, page.getByRole('radio', { name: 'Nee', exact: true }));
  await typeInto(
    page,
    page.getByLabel(/^Waarom zijn de kosten noodzakelijk/),
    'Mijn wasmachine en koelkast zijn kapot.',
  );
}

/** Gets the amount wrong twice, goes back to the field, and is stuck. */
export async function getAmountWrongTwice(page: Page): Promise<void> {
  const amount = page.getByLabel('Hoe hoog zijn de kosten?');
  const next = page.getByRole('button', { name: 'Volgende' });
  await typeInto(page, amount, 'veel');
  await pressWithMouse(page, next);
  await page.getByRole('alert').first().waitFor();
  await retype(page, amount, 'best veel');
  await pressWithMouse(page, next);
  await pressWithMouse(page, amount);
}
