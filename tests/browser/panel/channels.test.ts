/** Every way to be helped in the site's order, and each only while it holds: in the panel at once when nobody is there, behind the foot otherwise. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '#protocol';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { box, PATIENCE, press, usePanel } from './use-panel.ts';

const HOUR = 60 * 60_000;

const CHANNELS: Channel[] = [
  {
    kind: 'phone',
    number: '14 0123',
    hours: 'maandag tot en met vrijdag van 8.30 tot 17.00 uur',
    now: { is: 'open', until: Date.now() + HOUR },
  },
  { kind: 'whatsapp', number: '+31612345678' },
  { kind: 'chat' },
  { kind: 'counter', address: 'Stadhuis\nMarktplein 1, Voorbeeldstad', hours: 'Alleen op afspraak' },
  { kind: 'call-back' },
  { kind: 'email', address: 'info@voorbeeldstad.example' },
  { kind: 'message' },
  { kind: 'page', url: 'https://voorbeeldstad.example/contact' },
];
const NAMES = [
  'Bel 14 0123',
  'WhatsApp',
  'Chatten',
  'Balie',
  'Terugbelverzoek',
  'E-mail naar info@voorbeeldstad.example',
  'Bericht achterlaten',
  'Andere manieren voor contact',
];

const rows = (page: Page) => page.locator('.vp-way');
const names = (page: Page) => rows(page).locator(':is(a, button, strong)').allInnerTexts();
const isFocused = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).evaluate((it) => it.matches(':focus'));

describe('[K7] the ways to be helped', () => {
  const browser = useBrowser();
  const at = usePanel(browser, 21_474);
  beforeEach(() => {
    at.relay.site.channels = CHANNELS;
  });

  it('stand behind the foot in the order of the site, and lead there and back', async () => {
    const page = await at.openPanel();
    await box(page).fill('Een begin van een vraag');
    await press(page, 'Contact');
    await expect.poll(() => names(page), PATIENCE).toEqual(NAMES);
    await expect.poll(() => isFocused(page, 'Hoe wilt u contact?'), PATIENCE).toBe(true);
    await rows(page).nth(0).getByText('Nu bereikbaar, tot').waitFor();
    await press(page, 'Terugbelverzoek');
    await expect.poll(() => isFocused(page, 'Terugbelverzoek'), PATIENCE).toBe(true);
    await press(page, 'Annuleren');
    await expect.poll(() => isFocused(page, 'Hoe wilt u contact?'), PATIENCE).toBe(true);
    await press(page, 'Chatten');
    expect(await box(page).inputValue(), 'nothing was lost').toBe('Een begin van een vraag');
  });

  it('are there at once when nobody is, without the chat, and with the phone as it is now', async () => {
    at.relay.site.reach = { state: 'away', opensAt: Date.now() + 20 * HOUR };
    at.relay.site.channels = CHANNELS.filter(({ kind }) => kind !== 'chat').map((channel) =>
      channel.kind === 'phone'
        ? { ...channel, now: { is: 'closed', opensAt: Date.now() + 20 * HOUR } }
        : channel,
    );
    const page = await at.openPanel();
    await expect.poll(() => names(page), PATIENCE).toEqual(NAMES.filter((name) => name !== 'Chatten'));
    await rows(page).nth(0).getByText('Nu niet bereikbaar.').waitFor();
    expect(await page.getByRole('button', { name: 'Contact', exact: true }).count(), 'they are here').toBe(0);
  });

  it('contact nobody before they are chosen, and say that they open elsewhere', async () => {
    const page = await at.openPanel();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await press(page, 'Contact');
    await expect.poll(() => rows(page).count(), PATIENCE).toBe(8);
    const link = page.getByRole('link', { name: 'WhatsApp', exact: true });
    expect(await link.getAttribute('href')).toBe('https://wa.me/31612345678');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await rows(page).nth(1).getByText('Opent in een nieuw tabblad.').waitFor();
    expect([...hosts]).toEqual([new URL(at.relay.origin).host]);
  });

  it('[K9] tell why it is closed in the language of the citizen, else in Dutch that says it is Dutch', async () => {
    at.relay.site.reach = { state: 'away', opensAt: null };
    at.relay.site.closedBecause = 'Wij verhuizen.';
    at.relay.site.closedBecauseIn = { en: 'We are moving.' };
    const read = async (language: string) => {
      const page = await browser.openPage();
      await page.goto(`${at.relay.origin}/none?taal=${language}`);
      await page.getByRole('button', { name: 'Chat met ons' }).click();
      return page;
    };
    await (await read('en')).getByText('We are moving.').waitFor();
    at.relay.site.closedBecauseIn = {};
    const reason = (await read('en')).getByText('Wij verhuizen.');
    expect(await reason.getAttribute('lang')).toBe('nl');
  });

  it.each(['voorbeeld', 'dark'] as const)('can be used by everyone (%s)', async (theme) => {
    const page = await at.talk(theme);
    await press(page, 'Contact');
    await page.getByRole('button', { name: 'Terug naar de chat' }).waitFor();
    expect(await names(page)).not.toContain('Chatten');
    for (const width of [1_280, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const heights = await rows(page).evaluateAll((all) => all.map((one) => one.clientHeight));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      expect(await page.locator('.vp').evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
      expect(await findViolations(page, { within: [['vangnet-widget', '.vp']] })).toEqual([]);
    }
  });

  it('leave the foot one line on a phone, in a conversation too', async () => {
    const page = await at.talk();
    await page.setViewportSize({ width: 390, height: 844 });
    const foot = page.locator('.vp-foot');
    for (const name of ['Contact', 'Gesprek beëindigen'])
      await page.getByRole('button', { name, exact: true }).waitFor();
    expect(await foot.evaluate((it) => it.clientHeight)).toBeLessThan(60);
    await page.getByText('Geen officiële aanvraag of melding').waitFor();
  });
});
