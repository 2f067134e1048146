// Nobody is there: no offer, and the button is honest about it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import {
  fillCostsButAmount,
  getAmountWrongTwice,
  hesitateUntil,
  openCitizen,
  signIn,
} from '../../support/story/people.ts';

const OFFER_WITHIN_MS = 25_000;

describe('[O1] without a free operator', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  async function getStuck() {
    const citizen = await openCitizen(browser, `${server.url}/demo/bijstand/`);
    await fillCostsButAmount(citizen.page);
    const answers: unknown[] = [];
    citizen.page.on('response', async (response) => {
      if (response.url().endsWith('/offers')) answers.push(await response.json());
    });
    await getAmountWrongTwice(citizen.page);
    await hesitateUntil(citizen, OFFER_WITHIN_MS, () => answers.length > 0);
    expect(answers).toEqual([{ state: 'withheld', reason: 'no-operator' }]);
    return citizen;
  }

  it('nobody signed in: no offer, and the panel says when someone is there and what else one can do', async () => {
    const citizen = await getStuck();
    expect(await citizen.offer.count()).toBe(0);
    await citizen.button.click();
    const words = await citizen.panel.innerText();
    expect(words).toMatch(/geen medewerker|niemand/i);
    // Outside opening hours "Morgen vanaf 09.00 uur …", inside them the hours themselves.
    expect(words).toMatch(/\d{1,2}\.\d{2} (tot \d{1,2}\.\d{2} )?uur/);
    expect(
      await citizen.panel
        .getByRole('link', { name: /14 0|bel/i })
        .first()
        .getAttribute('href'),
    ).toMatch(/^tel:/);
    expect(citizen.errors).toEqual([]);
  });

  it('signed in but away: no offer', async () => {
    const operator = await signIn(browser, server, 'Anna');
    await operator.page.getByRole('radio', { name: 'Afwezig' }).check();
    const citizen = await getStuck();
    expect(await citizen.offer.count()).toBe(0);
  });
});
