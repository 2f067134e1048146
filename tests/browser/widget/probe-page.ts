/** Pages of any markup with the widget's senses on them, and nothing else of the widget. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../../support/browser/find-chromium.ts';
import type { SeenPage } from './probe.ts';

const entry = fileURLToPath(new URL('./probe.ts', import.meta.url));

export async function buildProbe(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry, name: 'probe', formats: ['iife'] } },
  });
  const [first] = [built].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The probe was not built.');
  return chunk.code;
}

// Chromium refuses its own sandbox to root, which is who runs tests in most containers.
const launch = () =>
  chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 });

type ReadOptions = { form?: string; title?: string };

export interface ProbeBrowser {
  /** Opens a page of its own with this body; the senses are on it. The test can turn its clock. */
  open(html: string): Promise<Page>;
  /** What the senses see on a page with this body. */
  read(html: string, options?: ReadOptions): Promise<SeenPage>;
}

/** Call it once at the top of a test file. One page serves all the tables; a context for each row would take minutes. */
export function useProbe(): ProbeBrowser {
  let browser: Browser;
  let shared: Page;
  let code = '';
  beforeAll(async () => {
    [browser, code] = await Promise.all([launch(), buildProbe()]);
    shared = await browser.newPage();
  });
  afterAll(() => browser?.close());

  const fill = async (page: Page, html: string, { form = '', title = 'Testpagina' }: ReadOptions) => {
    await page.setContent(
      `<!doctype html><html lang="nl"><head><title>${title}</title></head><body>${html}</body></html>`,
    );
    await page.evaluate(
      ([source = '', selector]) => {
        const script = document.createElement('script');
        script.textContent = source;
        if (selector) script.setAttribute('data-form', selector);
        document.head.append(script);
      },
      [code, form],
    );
    return page;
  };

  return {
    async open(html) {
      const page = await browser.newPage();
      await page.clock.install();
      return fill(page, html, {});
    },
    async read(html, options = {}) {
      await fill(shared, html, options);
      return shared.evaluate(() => window.probe.read());
    },
  };
}
