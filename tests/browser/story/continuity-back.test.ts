// Back and Forward are as fast as without the tag: a page with an open conversation is kept whole, and is live again when it returns.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser/find-chromium.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { createCitizen, signIn } from '../../support/story/people.ts';

const PATIENCE = { timeout: 20_000 };

/** The headless shell that most tests run in, and that may be named for them, keeps no page: these need the whole browser. */
const findWholeBrowser = (): string =>
  findChromium({ env: {}, isExecutable: (path) => !path.includes('headless') && existsSync(path) });

describe('the back/forward cache', () => {
  const office = useBrowser();
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let reasons: string[] = [];
  beforeAll(async () => {
    server = await startDemoServer();
    browser = await chromium.launch({
      executablePath: findWholeBrowser(),
      chromiumSandbox: process.getuid?.() !== 0,
      // Playwright turns off what is looked at here.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  /** On the form, with whether this very page was brought back: `mark` tells it from one that was loaded anew. */
  async function openForm(): Promise<void> {
    page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    // Why the browser did not keep a page, in its own words: the page itself is told only "masked" of most reasons.
    const tools = await page.context().newCDPSession(page);
    await tools.send('Page.enable');
    tools.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
      reasons = notRestoredExplanations.map(({ reason }) => reason);
    });
    reasons = [];
    await page.addInitScript(() => {
      addEventListener('pageshow', (event) => Object.assign(window, { persisted: event.persisted }));
    });
    await page.goto(`${server.url}/demo/verhuizing/`);
    await page.evaluate(() => Object.assign(window, { mark: 'this one' }));
  }
  const describeReturn = async () => {
    const mark = await page.evaluate(() => String(Reflect.get(window, 'mark')));
    const persisted = await page.evaluate(() => Boolean(Reflect.get(window, 'persisted')));
    return { mark, persisted, reasons };
  };
  async function goAwayAndBack(away: () => Promise<void> = async () => undefined): Promise<void> {
    await page.goto(`${server.url}/demo/`);
    await away();
    await page.goBack({ waitUntil: 'commit' });
  }
  const KEPT = { mark: 'this one', persisted: true, reasons: [] as string[] };

  it('keeps a page with the tag', async () => {
    await openForm();
    await createCitizen(page).button.waitFor();
    await goAwayAndBack();
    expect(await describeReturn()).toEqual(KEPT);
  });

  it('keeps a page with an open conversation, which is live again and knows what was said', async () => {
    const operator = await signIn(office, server, 'Anna');
    await openForm();
    const citizen = createCitizen(page);
    await citizen.button.click();
    await citizen.say('C00 Goedemiddag');
    await operator.take();
    await operator.say('O01 Waarmee kan ik helpen?');
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
    await goAwayAndBack(async () => {
      // The page in between has the same conversation, in the same tab.
      await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
      await citizen.say('C01 Vanaf een andere pagina');
      await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00', 'O01', 'C01']);
    });
    expect(await describeReturn()).toEqual(KEPT);
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01', 'C01']);
    await operator.say('O02 Prima');
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01', 'C01', 'O02']);
    await citizen.say('C02 Dank u');
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00', 'O01', 'C01', 'O02', 'C02']);
  });

  it('would not keep a page that holds on to a lock which another page asks for, so the tests above mean something', async () => {
    await openForm();
    await page.evaluate(() => void navigator.locks.request('held', () => new Promise(() => undefined)));
    await expect
      .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length), PATIENCE)
      .toBe(1);
    await goAwayAndBack(async () => {
      await page.evaluate(() => navigator.locks.request('held', () => undefined));
    });
    const { persisted, reasons: why } = await describeReturn();
    expect(persisted).toBe(false);
    expect(why).toContain('WebLocksContention');
  });
});

describe('in any browser', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it('a page that goes holds nothing that keeps it out of the cache, and is live again when it returns', async () => {
    const operator = await signIn(browser, server, 'Anna');
    const page = await browser.openPage();
    const sockets: { open: boolean }[] = [];
    page.on('websocket', (socket) => {
      const state = { open: true };
      sockets.push(state);
      socket.on('close', () => {
        state.open = false;
      });
    });
    await page.goto(`${server.url}/demo/verhuizing/`);
    const citizen = createCitizen(page);
    await citizen.button.click();
    await citizen.say('C00 Goedemiddag');
    await operator.take();
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00']);
    const countLocks = () => page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
    expect(sockets.filter(({ open }) => open)).toHaveLength(1);
    expect(await countLocks()).toBe(1);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await expect.poll(() => sockets.filter(({ open }) => open).length, PATIENCE).toBe(0);
    await expect.poll(countLocks, PATIENCE).toBe(0);
    expect(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(
      true,
    );
    await operator.say('O01 Terwijl u weg was');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
    await expect.poll(countLocks, PATIENCE).toBe(1);
  });
});
