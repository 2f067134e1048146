/** The walk of docs/accessibility.md: with the keyboard alone, the roles and names on the way, and what is said aloud, each once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { useBrowser } from '../../support/browser/launch.ts';
import { rate } from './afterwards.ts';
import { nameFocus } from './name-focus.ts';
import { readBuilt, type Stage, type State, withState } from './stage.ts';
import { heard, startListening } from './voice.ts';

const PORT = 21_546;
const ORGANISATION = 'Gemeente Voorbeeldstad';
const QUESTION = 'Telt het inkomen van mijn partner mee?';
const OFF_LINE = 'Geen verbinding. Uw bericht blijft hier staan en gaat weg zodra er weer verbinding is.';
/** Where the answer of the server and the message itself come as one, the message is all that is said. */
const TICK = 'Verstuurd';
const MOST_TABS = 20;

/** Where Tab comes, until the focus is on what has this name. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  const passed: string[] = [];
  while (passed.at(-1) !== name) {
    if (passed.length > MOST_TABS) throw new Error(`No Tab to ${name}: ${passed.join(' | ')}`);
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate(nameFocus));
  }
  return passed;
}

const press = (page: Page, key: string) => page.keyboard.press(key);
const focused = (page: Page, name: string) =>
  expect.poll(() => page.evaluate(nameFocus), { message: `the focus on ${name}` }).toBe(name);

/** Waits for what is said next, one pattern for each sentence; a sentence too many fails the next time. */
function createEar(page: Page) {
  let known = 0;
  return async (...expected: RegExp[]): Promise<void> => {
    const said = async () => (await heard(page)).filter((one) => one !== TICK).slice(known);
    await expect.poll(async () => (await said()).length).toBeGreaterThanOrEqual(expected.length);
    const words = await said();
    expect(words).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
    known += words.length;
  };
}

describe('the walk, with the keyboard alone', () => {
  const browser = useBrowser();
  const files = readBuilt();

  async function walk(reach: (stage: Stage) => Promise<void>, use: (stage: Stage) => Promise<void>) {
    const state: State = { name: '', prepare: rate, reach };
    await withState(state, await browser.openContext(), { files, port: PORT, look: 'voorbeeld' }, use);
  }
  const fromTheStart = ({ page }: Stage) => startListening(page);

  /** The operator has taken the conversation; everything up to there is said. */
  async function talk(stage: Stage): Promise<void> {
    const { page, relay } = stage;
    await tabTo(page, 'Chat met ons');
    await press(page, 'Enter');
    await focused(page, 'Uw bericht');
    await page.keyboard.type(QUESTION);
    await press(page, 'Enter');
    await page.getByText('Verstuurd', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    await startListening(page);
    relay.take('Anna de Vries');
    await page.getByText('Anna de Vries helpt u', { exact: true }).waitFor();
  }

  it('button, offer, yes, a first question, and somebody who takes it', () =>
    walk(fromTheStart, async ({ page, relay }) => {
      const says = createEar(page);
      const help = page.getByRole('region', { name: 'Hulp' });
      await help.getByRole('button', { name: 'Chat met ons' }).waitFor();
      await page.getByRole('button', { name: 'Volgende' }).focus();
      expect(await tabTo(page, 'Chat met ons')).toEqual(['Chat met ons']);
      await says();

      await page.getByLabel('Huisnummer').focus();
      await page.evaluate('vangnet.offer()');
      await page.getByRole('dialog', { name: 'Hulp nodig?' }).waitFor();
      await says(/^Hulp nodig\? Loopt u vast bij .*\? Een medewerker kan u helpen\.$/);
      await focused(page, 'Huisnummer');
      const stops = await tabTo(page, 'Sluiten');
      expect(stops.slice(-4)).toEqual(['Chat met ons', 'Ja, graag', 'Nee, bedankt', 'Sluiten']);
      await press(page, 'Shift+Tab');
      await press(page, 'Shift+Tab');
      await press(page, 'Enter');
      await page.getByRole('region', { name: `Chat met ${ORGANISATION}` }).waitFor();
      await focused(page, 'Uw bericht');
      await says();

      const log = page.getByRole('log', { name: 'Gesprek' });
      await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
      await page.keyboard.type(QUESTION);
      await press(page, 'Enter');
      await log.getByText('Verstuurd', { exact: true }).waitFor();
      await says(/^Vandaag$/, /^U: Telt het inkomen van mijn partner mee\?/);
      await focused(page, 'Uw bericht');
      relay.take('Anna de Vries');
      await says(/^Anna de Vries helpt u nu$/);
      expect((await heard(page)).filter((one) => one === TICK).length).toBeLessThanOrEqual(1);
    }));

  it.each(['Escape', 'Enter'])('no to the offer (%s): it gives the focus back to where it came from', (key) =>
    walk(fromTheStart, async ({ page }) => {
      const offer = page.getByRole('dialog', { name: 'Hulp nodig?' });
      await page.getByLabel('Woonplaats').focus();
      await page.evaluate('vangnet.offer()');
      await offer.waitFor();
      await tabTo(page, 'Nee, bedankt');
      await press(page, key);
      await offer.waitFor({ state: 'detached' });
      await focused(page, 'Chat met ons');
    }),
  );

  it('a press on no gives the focus back to the field', () =>
    walk(fromTheStart, async ({ page, button }) => {
      await page.getByLabel('Woonplaats').focus();
      await page.evaluate('vangnet.offer()');
      await button('Nee, bedankt').click();
      await focused(page, 'Woonplaats');
    }));

  it('an answer in the open and in the closed panel, no network, and a no to the end', () =>
    walk(talk, async ({ page, relay, text }) => {
      const says = createEar(page);
      await says(/^Anna de Vries helpt u nu$/);
      relay.say('Ik zoek het op.');
      await says(/Ik zoek het op\./);
      await press(page, 'Escape');
      await focused(page, 'Chat met ons');
      relay.say('Het inkomen telt mee.');
      await says(/^Er is een nieuw antwoord in de chat\.$/);
      await press(page, 'Enter');
      await focused(page, 'Uw bericht');
      await says(/^Het inkomen telt mee\./);

      relay.shut = true;
      relay.drop(CLOSE.lost);
      await says(new RegExp(`^${OFF_LINE}$`));
      relay.shut = false;
      await page.evaluate(`dispatchEvent(new Event('online'))`);
      await text('Geen verbinding.').waitFor({ state: 'detached' });
      await focused(page, 'Uw bericht');
      await says();

      expect((await tabTo(page, 'Gesprek beëindigen'))[0]).toBe('Versturen');
      await press(page, 'Enter');
      await page.getByRole('group', { name: 'Wilt u het gesprek beëindigen?' }).waitFor();
      await focused(page, 'Nee, doorgaan');
      await press(page, 'Escape');
      await focused(page, 'Gesprek beëindigen');
      await says();
    }));

  it('the end, the opinion, a copy by e-mail, and back to the button', () =>
    walk(talk, async ({ page, text }) => {
      await tabTo(page, 'Gesprek beëindigen');
      await press(page, 'Enter');
      await tabTo(page, 'Ja, beëindigen');
      await press(page, 'Enter');
      await focused(page, 'Nieuw gesprek beginnen');
      const said = await heard(page);
      expect(said.filter((one) => one === 'U hebt het gesprek beëindigd')).toHaveLength(1);

      await page.getByRole('heading', { name: 'Uw mening' }).waitFor();
      const stops = await tabTo(page, 'Overslaan');
      expect(stops).toEqual(['1 Helemaal niet mee eens', 'Antwoord geven', 'Overslaan']);
      await press(page, 'Enter');
      await focused(page, 'Zou u anderen aanraden om hier hulp te vragen?');
      await press(page, 'Tab');
      await press(page, 'Space');
      await press(page, 'Enter');
      await focused(page, 'Is het gelukt met het formulier?');
      await tabTo(page, 'Overslaan');
      await press(page, 'Enter');
      await focused(page, 'Bedankt voor uw mening.');

      await tabTo(page, 'Naar mijn e-mail sturen');
      await press(page, 'Enter');
      await focused(page, 'Uw e-mailadres');
      await page.keyboard.type('jan');
      await press(page, 'Enter');
      await text('Vul een e-mailadres in').waitFor();
      await focused(page, 'Uw e-mailadres');
      await page.keyboard.type('@voorbeeld.nl');
      await press(page, 'Enter');
      await text('Wij sturen het gesprek naar uw e-mailadres.').waitFor();
      await focused(page, 'Gesprek bewaren');
      expect((await heard(page)).filter((one) => one.startsWith('Wij sturen het gesprek'))).toHaveLength(1);
      await press(page, 'Escape');
      await focused(page, 'Chat met ons');
    }));
});
