/** What the citizen sees and can do in the panel, in a real browser, with a relay that does what the test says. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import type { Theme } from './panel-page.ts';
import { box, log, PATIENCE, press, region, say, scroller, usePanel } from './use-panel.ts';

describe('the panel', () => {
  const browser = useBrowser();
  const at = usePanel(browser, 21_450);

  it('opens with the focus in the box, and closes with Escape to where it came from', async () => {
    const page = await at.openPanel();
    await expect.poll(() => box(page).evaluate((element) => element.matches(':focus')), PATIENCE).toBe(true);
    await page.keyboard.type('Een vraag');
    await page.keyboard.press('Escape');
    await region(page).waitFor({ state: 'hidden' });
    const button = page.getByRole('button', { name: 'Chat met ons' });
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await page.evaluate('told.map(([name]) => name)')).toEqual(['opened', 'closed']);
    await button.click();
    await expect.poll(() => box(page).inputValue(), PATIENCE).toBe('Een vraag');
  });

  it('keeps nothing, starts nothing and opens no socket before the first message', async () => {
    const page = await at.openPanel();
    await page.keyboard.type('Een vraag');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(at.relay.started).toEqual([]);
    expect(at.relay.frames).toEqual([]);
  });

  it('sends with Enter, breaks a line with Shift and Enter, and keeps its keys from the page', async () => {
    const page = await at.openPanel();
    await page.keyboard.type('Regel een');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('regel twee');
    await page.keyboard.press('Enter');
    await page.getByText('Verstuurd', { exact: true }).waitFor();
    await expect
      .poll(() => at.relay.log.at(-1), PATIENCE)
      .toMatchObject({ kind: 'message', text: 'Regel een\nregel twee' });
    expect(await box(page).inputValue()).toBe('');
    expect(await page.evaluate('window.pageKeys')).toBeUndefined();
  });

  it('sends what the operator may see, and shows exactly that', async () => {
    const page = await at.talk();
    await page.getByText('Wat ziet de medewerker?').click();
    const context = at.relay.started[0];
    if (context === undefined) throw new Error('The relay got no context.');
    const shown = page.locator('.vp-context');
    await expect.poll(() => shown.innerText(), PATIENCE).toContain(context.form);
    const words = await shown.innerText();
    for (const part of [context.step?.name, context.field?.label, context.page, '2 keer']) {
      expect(words).toContain(part);
    }
  });

  it('[T6] shows it before anything is sent, and a no holds from the first word and after a page load', async () => {
    const page = await at.openPanel();
    const card = page.locator('.vp-context');
    await expect.poll(() => card.innerText(), PATIENCE).toContain('Bijzondere bijstand');
    await page.getByRole('checkbox', { name: 'Deel dit niet' }).check();
    await card.getByText('De medewerker ziet alleen wat u hier schrijft.').waitFor();
    expect(await card.innerText()).not.toContain('Bijzondere bijstand');
    await say(page, 'Goedemiddag');
    await page.getByText('Verstuurd', { exact: true }).waitFor();
    expect(at.relay.started).toEqual([]);
    await page.reload();
    await log(page).getByText('Goedemiddag').waitFor();
    await page.getByText('Wat ziet de medewerker?').click();
    const box = page.getByRole('checkbox', { name: 'Deel dit niet' });
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    const told = () =>
      at.relay.frames.flatMap((frame) => (frame.type === 'context' ? [frame.context?.form] : []));
    await expect.poll(() => told().at(-1), PATIENCE).toBe('Bijzondere bijstand aanvragen');
  });

  it('makes links of https addresses only, that open apart from the form', async () => {
    const page = await at.talk();
    at.relay.say('javascript:alert(1) http://a.nl <b>https://b.nl</b>');
    await log(page).getByText('http://a.nl').waitFor();
    const links = log(page).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(['https://voorbeeldstad.example/bijstand', 'https://b.nl']);
    expect(await links.first().getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await links.first().getAttribute('target')).toBe('_blank');
    expect(await log(page).locator('b').count()).toBe(0);
  });

  it('tells the page that there is a message, and not what is in it', async () => {
    const page = await at.talk();
    const told = await page.evaluate<unknown[]>('told');
    expect(told).toContainEqual(['message', { from: 'operator' }]);
    expect(JSON.stringify(told)).not.toContain('Goedemiddag');
    expect(JSON.stringify(told)).not.toContain('waarmee');
  });

  it('goes on by itself after a page load, without taking the focus', async () => {
    const page = await at.talk();
    await box(page).fill('Nog een ding');
    await page.reload();
    await page.getByText('Anna de Vries helpt u', { exact: true }).waitFor();
    await expect.poll(() => log(page).getByText('waarmee kan ik helpen').count(), PATIENCE).toBe(1);
    expect(await box(page).inputValue()).toBe('Nog een ding');
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    // Someone who cannot see is not read the whole history; only what is new.
    await expect.poll(() => log(page).getAttribute('aria-live'), PATIENCE).toBe('polite');
  });

  it('stays closed after a page load when it was closed, and still hears', async () => {
    const page = await at.talk();
    await press(page, 'Sluiten');
    await page.reload();
    await expect
      .poll(() => at.relay.frames.filter((frame) => frame.type === 'hello').length, PATIENCE)
      .toBe(2);
    expect(await region(page).isVisible()).toBe(false);
    at.relay.say('Bent u er nog?');
    await expect
      .poll(() => page.evaluate<unknown[]>('told'), PATIENCE)
      .toContainEqual(['message', { from: 'operator' }]);
    await press(page, 'Chat met ons');
    await log(page).getByText('Bent u er nog?').waitFor();
  });

  it('shows after a page load what was said before a conversation ended that nobody looked at', async () => {
    const page = await at.talk();
    await press(page, 'Sluiten');
    at.relay.say('Het is gelukt.');
    at.relay.add({ kind: 'closed', by: 'operator' });
    await expect
      .poll(() => page.evaluate<unknown[]>('told'), PATIENCE)
      .toContainEqual(['message', { from: 'operator' }]);
    await page.reload();
    await expect
      .poll(() => at.relay.frames.filter((frame) => frame.type === 'hello').length, PATIENCE)
      .toBe(2);
    await press(page, 'Chat met ons');
    await log(page).getByText('Het is gelukt.').waitFor();
    await page.getByRole('button', { name: 'Nieuw gesprek beginnen' }).waitFor();
  });

  it('keeps what did not arrive before the end over closing and a page load, and says what to do', async () => {
    const page = await at.talk();
    at.relay.deaf = true;
    await say(page, 'En mijn partner?');
    at.relay.add({ kind: 'closed', by: 'operator' });
    await page.getByText('Uw laatste tekst is niet verstuurd.').waitFor();
    await press(page, 'Sluiten');
    await page.reload();
    await press(page, 'Chat met ons');
    await page.getByText('Uw laatste tekst is niet verstuurd.').waitFor();
    await press(page, 'Nieuw gesprek beginnen');
    expect(await box(page).inputValue()).toBe('En mijn partner?');
  });

  it('says that there is no connection, keeps the message, and sends it once it can', async () => {
    const page = await at.talk();
    at.relay.shut = true;
    at.relay.drop(CLOSE.lost);
    await page.getByText('Geen verbinding. Uw bericht blijft hier staan').waitFor();
    await say(page, 'Hoort u mij?');
    await page.getByText('Wordt verstuurd').waitFor();
    at.relay.shut = false;
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.getByText('Geen verbinding').waitFor({ state: 'detached' });
    await page.getByText('Wordt verstuurd').waitFor({ state: 'detached' });
    expect(
      at.relay.log.filter((event) => event.kind === 'message' && event.text === 'Hoort u mij?'),
    ).toHaveLength(1);
    expect(await log(page).getByText('Hoort u mij?').count()).toBe(1);
  });

  it('asks before it ends, and Escape answers no', async () => {
    const page = await at.talk();
    await press(page, 'Gesprek beëindigen');
    await expect
      .poll(
        () => page.getByRole('button', { name: 'Nee, doorgaan' }).evaluate((it) => it.matches(':focus')),
        PATIENCE,
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    const end = page.getByRole('button', { name: 'Gesprek beëindigen' });
    await expect.poll(() => end.evaluate((it) => it.matches(':focus')), PATIENCE).toBe(true);
    expect(await region(page).isVisible()).toBe(true);
    await end.click();
    await press(page, 'Ja, beëindigen');
    await page.getByText('Het gesprek is afgelopen.').waitFor();
    await expect.poll(() => at.relay.log.at(-1), PATIENCE).toMatchObject({ kind: 'closed', by: 'visitor' });
  });

  it('moves the focus on when the box disappears, wipes the device on closing, and begins anew', async () => {
    const page = await at.talk();
    await box(page).focus();
    at.relay.add({ kind: 'closed', by: 'operator' });
    const again = page.getByRole('button', { name: 'Nieuw gesprek beginnen' });
    await expect.poll(() => again.evaluate((it) => it.matches(':focus')), PATIENCE).toBe(true);
    await press(page, 'Sluiten');
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await press(page, 'Chat met ons');
    await say(page, 'Een nieuwe vraag');
    await page.getByText('Verstuurd', { exact: true }).waitFor();
    expect(at.relay.log.map((event) => event.kind)).toEqual(['opened', 'message']);
  });

  it('is honest when nobody is there, and looks again when asked', async () => {
    at.relay.site.reach = { state: 'away', opensAt: Date.now() + 7 * 86_400_000 };
    const page = await at.openPanel();
    await page.getByText('Er is nu geen medewerker bereikbaar.').waitFor();
    await page.getByText(/vanaf \d+\.\d\d uur is er weer een medewerker\./).waitFor();
    expect(await box(page).count()).toBe(0);
    const call = page.locator('.vp-foot').getByRole('link', { name: 'Bel 14 0123' });
    expect(await call.getAttribute('href')).toBe('tel:140123');
    await press(page, 'Opnieuw kijken');
    await page.getByText('Er is nog geen medewerker bereikbaar.').waitFor();
    at.relay.site.reach = { state: 'available', opensAt: null };
    await press(page, 'Opnieuw kijken');
    await expect.poll(() => box(page).evaluate((it) => it.matches(':focus')), PATIENCE).toBe(true);
  });

  it('shows the newest, unless the citizen reads back', async () => {
    const page = await at.talk();
    for (let index = 0; index < 20; index += 1) at.relay.say(`Uitleg ${index}.`);
    await log(page).getByText('Uitleg 19.', { exact: true }).waitFor();
    const distance = () =>
      scroller(page).evaluate((it) => Math.round(it.scrollHeight - it.scrollTop - it.clientHeight));
    await expect.poll(distance, PATIENCE).toBeLessThan(2);
    await scroller(page).evaluate((it) => it.scrollTo(0, 0));
    const jump = page.getByRole('button', { name: 'Naar het nieuwste bericht' });
    await jump.waitFor();
    at.relay.say('Nog iets');
    await log(page).getByText('Nog iets').waitFor();
    expect(await scroller(page).evaluate((it) => it.scrollTop)).toBe(0);
    await jump.click();
    await expect.poll(distance, PATIENCE).toBeLessThan(2);
  });

  it('speaks English when the page does', async () => {
    const page = await browser.openPage();
    await page.goto(`${at.relay.origin}/none?taal=en`);
    await press(page, 'Chat met ons');
    await page.getByRole('region', { name: 'Chat with Gemeente Voorbeeldstad' }).waitFor();
    await page.getByRole('textbox', { name: 'Your message' }).waitFor();
  });

  it('fits a narrow and a zoomed screen: no sideways scrolling, everything within reach', async () => {
    const page = await at.talk();
    for (const [width, height] of [
      [320, 640],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      const panel = page.locator('.vp');
      const box = await panel.boundingBox();
      expect(box?.width).toBeLessThanOrEqual(width);
      expect(box?.height).toBeLessThanOrEqual(height * 0.9);
      expect(await panel.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
      for (const target of await page.locator('.vp-button:visible').all()) {
        expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        await target.scrollIntoViewIfNeeded();
      }
    }
  });

  describe.each<Theme>(['voorbeeld', 'dark'])('is for everyone (%s)', (theme) => {
    const expectGood = async (page: Page) => {
      const violations = await findViolations(page, { within: [['vangnet-widget', '.vp']] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    it('empty and away', async () => {
      await expectGood(await at.openPanel(theme));
      at.relay.site.reach = { state: 'away', opensAt: null };
      const page = await at.openPanel(theme);
      await page.getByText('Er is nu geen medewerker bereikbaar.').waitFor();
      await expectGood(page);
    });
    it('in conversation, offline, ending and ended', async () => {
      const page = await at.talk(theme);
      await page.getByText('Wat ziet de medewerker?').click();
      await press(page, 'Gesprek beëindigen');
      await expectGood(page);
      at.relay.shut = true;
      at.relay.drop(CLOSE.lost);
      await page.getByText('Geen verbinding').waitFor();
      await expectGood(page);
      at.relay.shut = false;
      await page.evaluate(`dispatchEvent(new Event('online'))`);
      await press(page, 'Ja, beëindigen');
      await page.getByText('Het gesprek is afgelopen.').waitFor();
      await expectGood(page);
    });
  });
});
