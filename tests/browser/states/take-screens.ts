/** Takes a picture of every state on every kind of page, at two widths, for people to look at: `npm run screens -- FOLDER [WORD]`. */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../../support/browser/find-chromium.ts';
import { EVERY_STATE } from './every-state.ts';
import { LOOK_NAMES } from './host-pages.ts';
import { readBuilt, withState } from './stage.ts';

const PORT = 21_531;
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const [folder = 'screens', word = ''] = process.argv.slice(2);
const files = readBuilt();
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: !isRoot });
const states = EVERY_STATE.filter(({ name }) => name.includes(word));

async function shoot(page: { screenshot(options: { path: string }): Promise<unknown> }, name: string) {
  await page.screenshot({ path: `${folder}/${name.replaceAll(/[^a-z0-9]+/g, '-')}.png` });
}

mkdirSync(folder, { recursive: true });
for (const look of LOOK_NAMES) {
  for (const state of states) {
    const context = await browser.newContext({
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1280, height: 800 },
    });
    context.setDefaultTimeout(10_000);
    await withState(state, context, { files, port: PORT, look }, async ({ page }) => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
        );
        await shoot(page, `${look} ${size.width} ${state.name}`);
      }
      if (look !== 'none') return;
      await page.emulateMedia({ forcedColors: 'active' });
      await shoot(page, `forced 1280 ${state.name}`);
    }).catch((error: unknown) => process.stderr.write(`${look}, ${state.name}: ${error}\n`));
    await context.close();
  }
}
await browser.close();
process.exit();
