/** The form's own session, in a real page: counted from what the page asks of its server, said to the citizen, told to the server. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { log, PATIENCE, press, say, usePanel } from './use-panel.ts';

const HOUR = 60 * 60_000;
/** It is always near its end: what is seen does not hang on how long a busy machine takes. */
const SETTING = { lasts: HOUR, warns: HOUR - 1, origins: [] };

describe("the form's own session", () => {
  const at = usePanel(useBrowser(), 21_458);
  const told = () =>
    at.relay.frames.flatMap((frame) => (frame.type === 'form-session' ? [frame.endsIn] : []));
  const reminder = (page: Page) => page.getByText(/^De tijd voor uw formulier loopt om \d\d\.\d\d uur af\./);
  const askServer = (page: Page, address: string) =>
    page.evaluate(
      `fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then((answer) => answer.text()).catch(() => undefined)`,
    );

  async function talk(origins: string[] = [], query = ''): Promise<Page> {
    at.relay.told = { formSession: { ...SETTING, origins } };
    const page = await at.openPanel('none', query);
    await say(page, 'Goedemiddag');
    return page;
  }

  it('[Y2] the citizen is reminded, can take it away, and finds nothing in the way of the rules', async () => {
    const page = await talk();
    await reminder(page).waitFor();
    const violations = await findViolations(page, { within: [['vangnet-widget', '.vp']] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await press(page, 'Begrepen');
    await expect.poll(() => reminder(page).count(), PATIENCE).toBe(0);
    at.relay.say('Dag');
    await log(page).getByText('Dag', { exact: true }).waitFor();
    expect(await reminder(page).count()).toBe(0);
  });

  it('[Y3] the server hears when, and anew when the page asked its own server for something', async () => {
    const page = await talk();
    await expect.poll(() => told().at(-1) ?? 0, PATIENCE).toBeGreaterThan(HOUR - 60_000);
    const before = told().length;
    await askServer(page, '/none?next');
    await expect.poll(() => told().length, PATIENCE).toBeGreaterThan(before);
  });

  it('[Y2] what Vangnet asks, and what goes to others, renews nothing; a server of the form does', async () => {
    const page = await talk(['http://localhost:21458']);
    await expect.poll(() => told().length, PATIENCE).toBeGreaterThan(0);
    const before = told().length;
    await askServer(page, 'http://127.0.0.1:21458/v1/sites/proef');
    await askServer(page, 'http://127.0.0.2:21458/other');
    await page.evaluate('new Promise((done) => setTimeout(done, 300))');
    expect(told()).toHaveLength(before);
    await askServer(page, 'http://localhost:21458/voorbeeld');
    await expect.poll(() => told().length, PATIENCE).toBeGreaterThan(before);
  });

  it('[Y3] nothing of the page is told when the citizen does not share it', async () => {
    const page = await talk();
    await expect.poll(() => told().at(-1) ?? null, PATIENCE).not.toBeNull();
    await page.getByText('Wat ziet de medewerker?').click();
    await page.getByLabel('Deel dit niet').check();
    await expect.poll(() => told().at(-1), PATIENCE).toBeNull();
    await reminder(page).waitFor();
  });
});
