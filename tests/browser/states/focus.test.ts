/** Where the focus is while things happen by themselves: never taken from the citizen, never lost. And what is said aloud, once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { useBrowser } from '../../support/browser/launch.ts';
import { nameFocus } from './name-focus.ts';
import { readBuilt, type Stage, withState } from './stage.ts';
import { say, talk } from './talking.ts';
import { heard, startListening } from './voice.ts';

const PORT = 21_545;

const focus = (page: Page) => page.evaluate(nameFocus);

/** What an operator and a network do to a citizen, one after the other. */
async function happen({ relay, text, page }: Stage): Promise<void> {
  relay.send({ type: 'typing', on: true });
  await text('Anna de Vries schrijft…').waitFor();
  relay.say('Ik zoek het op.');
  await text('Ik zoek het op.').waitFor();
  relay.send({ type: 'presence', here: false });
  await text('Anna de Vries is even weg.').waitFor();
  relay.shut = true;
  relay.drop(CLOSE.lost);
  await text('Geen verbinding.').waitFor();
  relay.shut = false;
  await page.evaluate(`dispatchEvent(new Event('online'))`);
  await text('Geen verbinding.').waitFor({ state: 'detached' });
  relay.send({ type: 'service', storing: false });
  await text('kan nu even niet worden opgeslagen').waitFor();
  relay.send({ type: 'service', storing: true });
  await text('kan nu even niet worden opgeslagen').waitFor({ state: 'detached' });
}

describe('the focus and the voice', () => {
  const browser = useBrowser();
  const files = readBuilt();

  async function inTalk(use: (stage: Stage) => Promise<void>): Promise<void> {
    const state = { name: '', reach: talk };
    await withState(state, await browser.openContext(), { files, port: PORT, look: 'voorbeeld' }, use);
  }

  it('nothing that happens by itself takes the focus from a field of the form', () =>
    inTalk(async (stage) => {
      const { page, relay, button } = stage;
      await page.getByLabel('Huisnummer').focus();
      await happen(stage);
      expect(await focus(page)).toBe('Huisnummer');
      relay.add({ kind: 'closed', by: 'operator' });
      await button('Downloaden').waitFor();
      expect(await focus(page)).toBe('Huisnummer');
    }));

  it('nor from the box; when the box goes, the focus goes on to what comes first, and Escape brings it back to the button', () =>
    inTalk(async (stage) => {
      const { page, relay, button, box } = stage;
      await box.focus();
      await happen(stage);
      expect(await focus(page)).toBe('Uw bericht');
      relay.add({ kind: 'closed', by: 'operator' });
      await button('Downloaden').waitFor();
      await expect.poll(() => focus(page)).toBe('Nieuw gesprek beginnen');
      await page.keyboard.press('Escape');
      await expect.poll(() => focus(page)).toBe('Chat met ons');
    }));

  it('every sentence is said once', () =>
    inTalk(async (stage) => {
      const { page, relay, text } = stage;
      // History is not read out; only then the log begins to speak.
      await expect.poll(() => page.getByRole('log').getAttribute('aria-live')).toBe('polite');
      await startListening(page);
      await happen(stage);
      await say(stage, 'Dank u wel.');
      await page.getByText('Verstuurd', { exact: true }).last().waitFor();
      relay.say('Graag gedaan.');
      await text('Graag gedaan.').waitFor();
      const said = await heard(page);
      for (const part of [
        'Ik zoek het op.',
        'Dank u wel.',
        'Graag gedaan.',
        'is even weg',
        'Geen verbinding',
        'niet worden opgeslagen',
      ]) {
        expect(
          said.filter((one) => one.includes(part)),
          `${part}\n${said.join('\n')}`,
        ).toHaveLength(1);
      }
      // It comes and goes too often to be said.
      expect(said.filter((one) => one.includes('schrijft'))).toEqual([]);
    }));
});
