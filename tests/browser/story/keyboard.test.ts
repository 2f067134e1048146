// Both sides with the keyboard alone, and axe on every state that they pass.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import {
  fillCostsButAmount,
  getAmountWrongTwice,
  openCitizen,
  signIn,
  waitForOffer,
} from '../../support/story/people.ts';

const MOST_TABS = 80;

/** The accessible name of what has the focus, looking into open shadow roots. */
function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active === null || active === document.body) return '';
    const labelled = active.getAttribute('aria-label') ?? active.textContent ?? '';
    const label = active instanceof HTMLTextAreaElement ? active.labels[0]?.textContent : null;
    return (label ?? labelled).trim();
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < MOST_TABS; count += 1) {
    const focus = await readFocus(page);
    if (name.test(focus)) return;
    passed.push(focus);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached with Tab. Passed: ${passed.join(' | ')}`);
}

describe('with the keyboard alone', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it('offer, conversation and end; axe finds nothing in any state, light and dark', async () => {
    const operator = await signIn(browser, server, 'Anna');
    await expectAccessible(operator.page);
    const citizen = await openCitizen(browser, `${server.url}/demo/bijstand/`);
    await fillCostsButAmount(citizen.page);
    await getAmountWrongTwice(citizen.page);
    await waitForOffer(citizen, 25_000);
    await expectAccessible(citizen.page);

    await tabTo(citizen.page, /^Ja, graag$/);
    await citizen.page.keyboard.press('Enter');
    await citizen.panel.waitFor();
    await expect.poll(() => readFocus(citizen.page)).toMatch(/Uw bericht/);
    await expectAccessible(citizen.page);
    await citizen.page.keyboard.type('C01 Met het toetsenbord');
    await citizen.page.keyboard.press('Enter');

    await tabTo(operator.page, /Oppakken/);
    await expectAccessible(operator.page);
    await operator.page.keyboard.press('Enter');
    await expect.poll(() => readFocus(operator.page)).toMatch(/Bericht aan de burger/);
    await operator.page.keyboard.type('O01 Ook met het toetsenbord');
    await operator.page.keyboard.press('Enter');
    await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);
    await expectAccessible(operator.page);
    await expectAccessible(citizen.page);

    await tabTo(operator.page, /^Afronden/);
    await operator.page.keyboard.press('Enter');
    await expectAccessible(operator.page);
    // A small confirmation stands between a slip and the end.
    await tabTo(operator.page, /^(Afronden|Ja)/);
    await operator.page.keyboard.press('Enter');
    await expect.poll(() => citizen.panel.innerText()).toMatch(/afgelopen|beëindigd/);
    await expectAccessible(citizen.page);

    await citizen.page.keyboard.press('Escape');
    await expect.poll(() => citizen.panel.count()).toBe(0);
    await expect.poll(() => readFocus(citizen.page)).toMatch(/Chat met ons/);
  }, 120_000);

  it('nobody there: the panel without a conversation is accessible too', async () => {
    const citizen = await openCitizen(browser, `${server.url}/demo/verhuizing/`);
    await tabTo(citizen.page, /^Chat met ons$/);
    await citizen.page.keyboard.press('Enter');
    await citizen.panel.waitFor();
    await expectAccessible(citizen.page);
  });
});
