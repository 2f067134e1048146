/** A citizen at the panel as it is shipped, with a relay that does what the test says. */
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { TestBrowser } from '../../support/browser/launch.ts';
import { type FakeRelay, type Served, startFakeRelay } from './fake-relay.ts';
import { buildPanel, type Theme } from './panel-page.ts';

/** A busy machine with two cores is slow, not broken. */
export const PATIENCE = { timeout: 10_000 };

export const region = (page: Page) => page.getByRole('region', { name: 'Chat met Gemeente Voorbeeldstad' });
export const box = (page: Page) => page.getByRole('textbox', { name: 'Uw bericht' });
export const log = (page: Page) => page.getByRole('log', { name: 'Gesprek' });
/** What scrolls it: the state line sticks to its end. */
export const scroller = (page: Page) => log(page).locator('..');
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await press(page, 'Versturen');
  await log(page).getByText(text).waitFor();
}

export interface PanelTest {
  /** A new one for each test. */
  readonly relay: FakeRelay;
  openPanel(theme?: Theme, query?: string): Promise<Page>;
  /** In conversation with Anna de Vries. */
  talk(theme?: Theme): Promise<Page>;
}

/** Call it once, at the top of a describe block; `port` is that file's own. */
export function usePanel(browser: TestBrowser, port: number): PanelTest {
  let serve: (path: string) => Served | null;
  let relay: FakeRelay;
  beforeAll(async () => {
    serve = await buildPanel();
  });
  beforeEach(async () => {
    relay = await startFakeRelay(port, serve);
  });
  afterEach(() => relay.close());

  async function openPanel(theme: Theme = 'none', query = ''): Promise<Page> {
    const page = await browser.openPage();
    await page.goto(`${relay.origin}/${theme}${query}`);
    await press(page, 'Chat met ons');
    await region(page).waitFor();
    return page;
  }
  return {
    get relay() {
      return relay;
    },
    openPanel,
    async talk(theme) {
      const page = await openPanel(theme);
      await say(page, 'Goedemiddag');
      await page.getByText('Verstuurd', { exact: true }).waitFor();
      relay.take('Anna de Vries');
      relay.say('Dag, waarmee kan ik helpen? Kijk op https://voorbeeldstad.example/bijstand.');
      await page.getByText('Anna de Vries helpt u', { exact: true }).waitFor();
      return page;
    },
  };
}
