// A page of which the chat's code cannot be fetched at first: the conversation of the page before is back as soon as it can.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { createCitizen, signIn } from '../../support/story/people.ts';

const FORM = '/demo/verhuizing/';
/** A busy machine with two cores is slow, not broken. */
const PATIENCE = { timeout: 20_000 };

describe('code that comes late', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it.each(['panel', 'conversation'])('goes on by itself when the network is back: %s', async (chunk) => {
    const operator = await signIn(browser, server, 'Anna');
    const page = await browser.openPage();
    await page.goto(server.url + FORM);
    const citizen = createCitizen(page);
    await citizen.button.click();
    await citizen.say('C00 Goedemiddag');
    await operator.take();
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00']);
    let failed = 0;
    await page.route(`**/widget/${chunk}-*.js`, (route) => {
      failed += 1;
      return route.abort();
    });
    await page.goto(`${server.url}${FORM}?stap=2`);
    await expect.poll(() => failed, PATIENCE).toBeGreaterThan(2);
    await operator.say('O01 Bent u er nog?');
    await page.unrouteAll();
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
    await citizen.say('C01 Ja');
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00', 'O01', 'C01']);
    await operator.finish();
  });
});
