/** One browser for each test file, one clean browser context for each test. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  firefox,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { findFirefox } from './find-firefox.ts';

const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A cold start on a busy machine with two cores took 4 s; a browser that needs 30 s will not come any more. */
const START_MS = 30_000;

/** What a test waits for is on its own machine: what is not there after 20 s is broken, not slow. */
const PATIENCE_MS = 20_000;

function launchChromium(): Promise<Browser> {
  // Chromium refuses its own sandbox to root, which is who runs tests in most containers.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    chromiumSandbox: !isRoot,
    args: QUIET_FLAGS,
    timeout: START_MS,
  });
}

/** An ordinary Firefox, driven by the standard for browsers: no build of its own is needed. */
const launchFirefox = (): Promise<Browser> =>
  firefox.launch({ executablePath: findFirefox(), channel: 'moz-firefox', timeout: START_MS });

export type TestBrowser = {
  /** A visitor of their own: no cookies, no storage, a Dutch browser in the Dutch time zone. */
  openContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  openPage(options?: BrowserContextOptions): Promise<Page>;
};

/** Call it once, at the top of a test file or describe block; it closes what it opened. */
export function useBrowser(engine: 'chromium' | 'firefox' = 'chromium'): TestBrowser {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await (engine === 'firefox' ? launchFirefox() : launchChromium());
  }, START_MS);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    if (!browser) throw new Error('The browser starts in beforeAll: open pages from a test or a later hook.');
    const context = await browser.newContext({
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    contexts.push(context);
    return context;
  }

  return {
    openContext,
    openPage: async (options) => (await openContext(options)).newPage(),
  };
}
