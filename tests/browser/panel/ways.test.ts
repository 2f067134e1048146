/** When nobody is there, or the citizen would rather be called: what can be asked, and that nothing filled in is lost. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { log, PATIENCE, press, usePanel } from './use-panel.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const phone = (page: Page) => page.getByRole('textbox', { name: 'Uw telefoonnummer' });
const subject = (page: Page) => page.getByRole('textbox', { name: 'Waar gaat uw vraag over?' });

describe('the other ways to be helped', () => {
  const browser = useBrowser();
  const at = usePanel(browser, 21_473);

  describe('when nobody is there', () => {
    beforeEach(() => {
      at.relay.site.reach = { state: 'away', opensAt: null };
      at.relay.site.closedBecause = 'Wij zijn dicht vanwege een verhuizing.';
    });

    it('[K1] asks to be called back at a moment that can be promised, and says by when', async () => {
      const page = await at.openPanel();
      await page.getByText('Wij zijn dicht vanwege een verhuizing.').waitFor();
      await press(page, 'Terugbelverzoek');
      // Who uses the keyboard or hears the screen is at the heading of what is new.
      await expect
        .poll(() => heading(page, 'Terugbelverzoek').evaluate((it) => it.matches(':focus')), PATIENCE)
        .toBe(true);
      await subject(page).fill('Bijzondere bijstand');
      await phone(page).fill('06 12345678');
      const moment = page.getByRole('combobox', { name: 'Wanneer komt het u uit?' });
      await expect.poll(() => moment.locator('option').count(), PATIENCE).toBe(2);
      await moment.selectOption({ index: 1 });
      await press(page, 'Verzoek versturen');
      await heading(page, 'Wij bellen u terug').waitFor();
      await page.getByText('om 17.00 uur gebeld op 06 12345678.').waitFor();
      expect(at.relay.requests).toMatchObject([
        {
          kind: 'call-back',
          phone: '06 12345678',
          subject: 'Bijzondere bijstand',
          moment: { date: '2026-12-02', part: 'morning' },
          context: { form: 'Bijzondere bijstand aanvragen' },
          conversation: null,
        },
      ]);
      expect(await page.evaluate('window.told')).toContainEqual(['callback-requested', undefined]);
      await press(page, 'Klaar');
      await page.getByRole('button', { name: 'Bericht achterlaten' }).waitFor();
    });

    it('[K2] says at the field what is missing or wrong, and keeps what was filled in', async () => {
      const page = await at.openPanel();
      await press(page, 'Terugbelverzoek');
      await press(page, 'Verzoek versturen');
      await expect.poll(() => subject(page).getAttribute('aria-invalid'), PATIENCE).toBe('true');
      await expect.poll(() => subject(page).evaluate((it) => it.matches(':focus')), PATIENCE).toBe(true);
      await subject(page).fill('Bijstand');
      await phone(page).fill('12');
      at.relay.objection = 'phone';
      await press(page, 'Verzoek versturen');
      await page.getByText('Vul een telefoonnummer in, bijvoorbeeld 06 12345678.').waitFor();
      await expect.poll(() => phone(page).evaluate((it) => it.matches(':focus')), PATIENCE).toBe(true);
      at.relay.objection = 'down';
      await press(page, 'Verzoek versturen');
      await page.getByText('Dat is niet gelukt. Wat u hebt ingevuld, staat er nog.').waitFor();
      expect(await phone(page).inputValue()).toBe('12');
      at.relay.objection = null;
      await press(page, 'Verzoek versturen');
      await heading(page, 'Wij bellen u terug').waitFor();
      // One request, however often it was sent.
      expect(new Set(at.relay.requests.map(({ id }) => id)).size).toBe(1);
    });

    it('[K1] leaves a message, also one that needs no answer', async () => {
      const page = await at.openPanel();
      await press(page, 'Bericht achterlaten');
      await page.getByRole('textbox', { name: 'Uw bericht' }).fill('De website is traag.');
      await subject(page).fill('Website');
      await page.getByRole('checkbox', { name: 'Ik hoef geen antwoord' }).check();
      await press(page, 'Bericht versturen');
      await heading(page, 'Uw bericht is verstuurd').waitFor();
      expect(at.relay.requests).toMatchObject([
        { kind: 'message', noAnswer: true, text: 'De website is traag.' },
      ]);
    });

    it.each(['voorbeeld', 'dark'] as const)('can be used by everyone (%s)', async (theme) => {
      const page = await at.openPanel(theme);
      const expectGood = async () =>
        expect(await findViolations(page, { within: [['vangnet-widget', '.vp']] })).toEqual([]);
      await page.getByRole('button', { name: 'Bericht achterlaten' }).waitFor();
      await expectGood();
      await press(page, 'Terugbelverzoek');
      await press(page, 'Verzoek versturen');
      await page.getByText('Schrijf in een paar woorden waar uw vraag over gaat.').waitFor();
      await expectGood();
      await page.setViewportSize({ width: 320, height: 400 });
      expect(await page.locator('.vp').evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
      await expectGood();
    });
  });

  it('[K1] a request from a conversation belongs to it, and the conversation goes on behind it', async () => {
    const page = await at.talk();
    await press(page, 'Contact');
    await press(page, 'Terugbelverzoek');
    at.relay.say('Ik zoek het even op.');
    await subject(page).fill('Bijstand');
    await phone(page).fill('06 12345678');
    await press(page, 'Verzoek versturen');
    await heading(page, 'Wij bellen u terug').waitFor();
    expect(at.relay.requests[0]?.conversation).toMatch(/^[\w-]{43}$/);
    await press(page, 'Klaar');
    await log(page).getByText('Ik zoek het even op.').waitFor();
  });
});
