// A page that is slow to come: the widget is there long before the page has a body, and waits for it.
import { afterEach, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { startLoaderRelay } from './loader-relay.ts';

const browser = useBrowser();
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

it('what is asked of the desk before there is a body happens when the page is there, without an error', async () => {
  const relay = await startLoaderRelay('data-inspect');
  const host = await startHostPage({
    html: `<!doctype html><html lang="nl"><head><title>Traag</title>${relay.tag}<script src="/slow.js"></script></head>
<body><main><h1>Verhuizing doorgeven</h1><form><p><label>Straat <input name="straat"></label></p></form></main></body></html>`,
  });
  running.push(relay, host);
  const page = await browser.openPage();
  const errors: string[] = [];
  await page.exposeFunction('hear', (error: string) => errors.push(error));
  await page.addInitScript("document.addEventListener('vangnet:error', ({ detail }) => hear(detail))");
  let release = (): void => undefined;
  const free = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/slow.js', async (route) => {
    await free;
    await route.fulfill({ body: '' });
  });
  const asked = page.waitForRequest('**/slow.js');
  const gone = page.goto(host.url);
  await asked;
  // The code of the desk has come and has run, and there is no page yet to put it on.
  await expect.poll(() => relay.asked.join()).toContain('/widget/desk-');
  // As text: the test runner has words of its own for an import.
  await page.evaluate(`import(performance.getEntriesByType('resource').find(({ name }) => name.includes('/desk-')).name)
    .then(() => new Promise((next) => setTimeout(next)))`);
  expect(relay.asked.join()).not.toContain('/widget/inspector-');
  release();
  await gone;
  await page.locator('.inspector').waitFor();
  expect(errors).toEqual([]);
});
