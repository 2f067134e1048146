// A citizen closes the chat to go on with the form: the button says that an answer came, without moving or covering anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { createCitizen, signIn } from '../../support/story/people.ts';

const FORM = '/demo/verhuizing/';
/** A busy machine with two cores is slow, not broken. */
const PATIENCE = { timeout: 20_000 };

describe('an answer to who closed the chat', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it.each([390, 1280])('is shown on the button, in every step of the form, at %i px', async (width) => {
    const operator = await signIn(browser, server, 'Anna');
    const page = await browser.openPage({ viewport: { width, height: 800 } });
    await page.goto(server.url + FORM);
    const citizen = createCitizen(page);
    await citizen.button.waitFor();
    const atFirst = await citizen.button.boundingBox();
    await citizen.button.click();
    await citizen.say('C00 Goedemiddag');
    await operator.take();
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00']);
    await citizen.panel.getByRole('button', { name: 'Sluiten' }).click();
    await citizen.button.waitFor();
    const place = await citizen.button.boundingBox();
    // Whole on the screen, where it was before.
    expect(place).toEqual(atFirst);
    await operator.say('O01 Waarmee kan ik helpen?');
    await expect.poll(() => citizen.button.getAttribute('title'), PATIENCE).toBe('1 nieuw antwoord');
    expect(await citizen.button.boundingBox()).toEqual(place);
    await expectAccessible(page);
    await page.goto(`${server.url}${FORM}?stap=2`);
    await expect.poll(() => citizen.button.getAttribute('title'), PATIENCE).toBe('1 nieuw antwoord');
    await citizen.button.click();
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
    expect(await citizen.button.getAttribute('title').catch(() => '')).toBeFalsy();
    await operator.finish();
  });
});
