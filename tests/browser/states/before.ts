/** What a citizen sees before there is a conversation: button, offer, and the panel before the first word. */
import type { Stage, State } from './stage.ts';

export async function openPanel({ button, page }: Stage): Promise<void> {
  await button('Chat met ons').click();
  await page.getByRole('region', { name: 'Chat met Gemeente Voorbeeldstad' }).waitFor();
  await page.locator('.vp h2').waitFor();
}

async function openOffer({ page }: Stage): Promise<void> {
  await page.getByLabel('Huisnummer').focus();
  await page.evaluate('vangnet.offer()');
  await page.getByRole('dialog', { name: 'Hulp nodig?' }).waitFor();
}

/** Wrong again and again at the same field, then hesitating. */
async function getStuck({ page, button }: Stage): Promise<void> {
  const field = page.getByLabel('Postcode');
  for (let tries = 0; tries < 3; tries += 1) {
    await field.click();
    await page.keyboard.type('x');
    await page.getByRole('button', { name: 'Volgende' }).click();
    await page.clock.runFor(1_000);
    await page.locator('[aria-invalid]').waitFor();
  }
  await field.click();
  const nudge = button('Chat met ons, wij helpen u');
  for (let passed = 0; passed < 60 && !(await nudge.isVisible()); passed += 1) await page.clock.runFor(1_000);
}

export const BEFORE: readonly State[] = [
  { name: 'button', reach: async () => {} },
  {
    name: 'button failed',
    withoutChunks: true,
    async reach({ button }) {
      await button('Chat met ons').click();
      await button('Chatten lukt nu niet').waitFor();
    },
  },
  {
    name: 'nudge',
    withClock: true,
    prepare(relay) {
      relay.profile = { sensitivity: 'generous', manner: 'nudge', fields: [] };
    },
    async reach(stage) {
      await getStuck(stage);
      await stage.button('Chat met ons, wij helpen u').waitFor();
    },
  },
  { name: 'offer', reach: openOffer },
  { name: 'offer at the left', attributes: 'data-position="start"', reach: openOffer },
  {
    name: 'new, card open',
    async reach(stage) {
      await openPanel(stage);
      await stage.page.locator('.vp-context dt').first().waitFor();
    },
  },
  {
    name: 'new, card closed',
    async reach(stage) {
      await openPanel(stage);
      await stage.text('Wat ziet de medewerker?').click();
    },
  },
  {
    name: 'new, page not shared',
    async reach(stage) {
      await openPanel(stage);
      await stage.page.getByRole('checkbox', { name: 'Deel dit niet' }).check();
      await stage.text('De medewerker ziet alleen wat u hier schrijft.').waitFor();
    },
  },
  {
    name: 'new, asked who and about what',
    prepare(relay) {
      relay.site.asks = ['name', 'subject'];
      relay.told = { introduction: { name: '', subject: '' } };
    },
    async reach(stage) {
      await openPanel(stage);
      await stage.page.getByRole('textbox', { name: 'Onderwerp' }).fill('Bijzondere bijstand');
    },
  },
  {
    name: 'new, everyone busy',
    prepare(relay) {
      relay.site.reach = { state: 'busy', opensAt: null };
    },
    async reach(stage) {
      await openPanel(stage);
      await stage.text(/Alle medewerkers zijn in gesprek/).waitFor();
    },
  },
  {
    name: 'new, nothing written',
    async reach(stage) {
      await openPanel(stage);
      await stage.button('Versturen').click();
      await stage.text('Schrijf eerst uw bericht.').waitFor();
    },
  },
];
