/** After a conversation: what the citizen thinks of it, one question a screen, and a copy to keep. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { PATIENCE, press, say, usePanel } from './use-panel.ts';

describe('after a conversation', () => {
  const browser = useBrowser();
  const at = usePanel(browser, 21_493);
  beforeEach(() => {
    at.relay.after = {
      transcripts: true,
      rating: {
        screens: [
          { question: 'effort', remark: false },
          { question: 'solved', remark: false },
          { question: 'formDone', remark: true },
        ],
      },
    };
  });

  async function finish(theme?: 'voorbeeld' | 'dark'): Promise<Page> {
    const page = await at.talk(theme);
    at.relay.add({ kind: 'closed', by: 'operator' });
    await page.getByRole('heading', { name: 'Uw mening' }).waitFor();
    return page;
  }

  it('[E6] asks one question a screen; each may be skipped, and what is answered is told at once', async () => {
    const page = await finish();
    await page.getByRole('group', { name: 'Wij maakten het u makkelijk om hulp te krijgen.' }).waitFor();
    await page.getByRole('radio', { name: '6', exact: true }).check();
    await press(page, 'Antwoord geven');
    await page.getByRole('group', { name: 'Is uw vraag beantwoord?' }).waitFor();
    expect(at.relay.rating).toEqual({ effort: 6 });
    await press(page, 'Overslaan');
    await page.getByRole('group', { name: 'Is het gelukt met het formulier?' }).waitFor();
    await page.getByRole('radio', { name: 'Nog niet' }).check();
    await page.getByRole('textbox', { name: 'Wilt u nog iets kwijt?' }).fill('Fijn geholpen.');
    await press(page, 'Antwoord geven');
    await page.getByText('Bedankt voor uw mening.').waitFor();
    expect(at.relay.rating).toEqual({ effort: 6, formDone: 'not-yet', remark: 'Fijn geholpen.' });
  });

  it('[E6] says so when it was given too long ago to be changed', async () => {
    const page = await finish();
    at.relay.objection = 'too-late';
    await page.getByRole('radio', { name: '6', exact: true }).check();
    await press(page, 'Antwoord geven');
    await page.getByText('U hebt uw mening eerder gegeven.').waitFor();
  });

  it('[E1] gives a copy as a file, and sends one to the address that is filled in', async () => {
    const page = await finish();
    const download = page.waitForEvent('download');
    await press(page, 'Downloaden');
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toMatch(/U: Goedemiddag/);
    expect(text).toMatch(/Anna de Vries: Dag, waarmee kan ik helpen\?/);
    await press(page, 'Naar mijn e-mail sturen');
    await page.getByRole('textbox', { name: 'Uw e-mailadres' }).fill('jan@voorbeeld.nl');
    await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    await page.getByText('Wij sturen het gesprek naar uw e-mailadres.').waitFor();
    expect(at.relay.copies).toMatchObject([{ email: 'jan@voorbeeld.nl', language: 'nl' }]);
  });

  it('prints the conversation, not the form, and leaves nothing behind', async () => {
    const page = await finish();
    await page.evaluate(`
      window.printed = [];
      const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const view = get.call(this);
        view.print = () => { window.printed.push(view.document.body.innerText); view.dispatchEvent(new Event('afterprint')); };
        return view;
      } });`);
    await press(page, 'Afdrukken');
    const printed = () => page.evaluate<string[]>('window.printed');
    await expect.poll(printed, PATIENCE).toHaveLength(1);
    expect((await printed())[0]).toContain('Goedemiddag');
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('asks nothing and keeps the way to a new conversation where the site asks nothing', async () => {
    at.relay.after = { transcripts: false, rating: null };
    const page = await at.talk();
    at.relay.add({ kind: 'closed', by: 'operator' });
    await page.getByRole('heading', { name: 'Gesprek bewaren' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Uw mening' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Naar mijn e-mail sturen' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Nieuw gesprek beginnen' }).waitFor();
  });

  it.each(['voorbeeld', 'dark'] as const)('can be used by everyone (%s)', async (theme) => {
    const page = await finish(theme);
    const expectGood = async () =>
      expect(await findViolations(page, { within: [['vangnet-widget', '.vp']] })).toEqual([]);
    await expectGood();
    await press(page, 'Naar mijn e-mail sturen');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator('.vp').evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    for (const choice of await page.locator('.vp-check').all()) {
      const size = await choice.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await expectGood();
  });

  it('[T5] says under a message that a number was taken out of it', async () => {
    const page = await at.talk();
    await say(page, 'Hoe gaat het verder?');
    await page.getByRole('textbox', { name: 'Uw bericht' }).fill('Mijn BSN is 111222333.');
    await press(page, 'Versturen');
    await page.getByText('[BSN verborgen]').waitFor();
    await page.getByText('Wij hebben uw burgerservicenummer of rekeningnummer weggehaald.').waitFor();
  });
});
