// The citizen's story in another engine than the one that everything else is tested in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import {
  fillCostsButAmount,
  getAmountWrongTwice,
  openCitizen,
  signIn,
  waitForOfferAtEase,
} from '../../support/story/people.ts';

/** How soon is measured in the first engine; beside other tests this one is slow. */
const OFFER_WITHIN_MS = 60_000;
const STORY_MS = 150_000;

describe('a citizen with Firefox', () => {
  const firefox = useBrowser('firefox');
  const chromium = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it(
    'is offered help, talks, goes on after a page load, keeps the page to themselves, and ends',
    async () => {
      const operator = await signIn(chromium, server, 'Anna');
      const citizen = await openCitizen(firefox, `${server.url}/demo/bijstand/`, 'real');
      await fillCostsButAmount(citizen.page);
      await getAmountWrongTwice(citizen.page);
      await waitForOfferAtEase(citizen, OFFER_WITHIN_MS);
      await citizen.page.getByRole('button', { name: 'Ja, graag' }).click();
      await citizen.panel.waitFor();
      await operator.take();
      await citizen.say('C01 Wat moet ik invullen?');
      await expect.poll(() => operator.marks()).toEqual(['C01']);
      await operator.say('O01 Alleen het bedrag.');
      await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);

      await citizen.page.reload();
      await citizen.panel.waitFor();
      await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);
      await citizen.say('C02 Na het laden van de pagina');
      await expect.poll(() => operator.marks()).toEqual(['C01', 'O01', 'C02']);

      await citizen.page.getByText('Wat ziet de medewerker?').click();
      await citizen.page.getByRole('checkbox', { name: 'Deel dit niet' }).check();
      await operator.page.getByText('De burger deelt niet waar hij is op de website.').first().waitFor();

      await operator.finish();
      await citizen.page.getByText('Het gesprek is afgelopen.').waitFor();
      await citizen.page.getByRole('radio', { name: '6', exact: true }).check();
      await citizen.page.getByRole('button', { name: 'Antwoord geven' }).click();
      await citizen.page.getByRole('group', { name: 'Is uw vraag beantwoord?' }).waitFor();
      expect(citizen.errors).toEqual([]);
    },
    STORY_MS,
  );
});
