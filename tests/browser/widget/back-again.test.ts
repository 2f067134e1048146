// A page that the browser kept whole and brings back: the visit goes on where it was, and nobody listens twice.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const FORM = `<main><h1>Aanvraag</h1><form novalidate onsubmit="return false"><p><label>Naam <input name="naam"></label></p>
<p><label>Straat <input name="straat"></label></p><button>Volgende</button></form></main>`;

const types = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.probe.observations.map(({ type }) => type));

/**
 * What Chromium tells a page that it keeps and brings back, in this order (measured in Chromium with a window). Played, because
 * the headless shell that tests run in keeps no page.
 */
function goAwayAndBack(): void {
  const turn = (state: 'hidden' | 'visible') => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  turn('hidden');
  turn('visible');
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

it('away and back is hidden and visible, and every key still counts once', async () => {
  const page = await probe.open(FORM);
  await page.getByLabel('Naam').focus();
  await page.keyboard.type('Jan');
  await page.evaluate(goAwayAndBack);
  const before = await types(page);
  expect(before.filter((type) => /hidden|visible/.test(type))).toEqual(['hidden', 'visible']);
  await page.getByLabel('Straat').focus();
  await page.keyboard.type('x');
  const after = (await types(page)).slice(before.length);
  expect(after.filter((type) => /focus|input|step/.test(type))).toEqual(['focus', 'input']);
  expect(await page.evaluate(() => window.probe.errors)).toEqual([]);
});
