/** What a site asks before the first word: nobody has to say, and it goes along with that word. */
import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { box, PATIENCE, press, say, usePanel } from './use-panel.ts';

describe('what may be told before the first word', () => {
  const at = usePanel(useBrowser(), 21_457);
  const introductions = () =>
    at.relay.frames.flatMap((frame) => (frame.type === 'introduction' ? [frame.introduction] : []));
  function ask(): void {
    at.relay.site = { ...at.relay.site, asks: ['name', 'subject'] };
    at.relay.told = { introduction: { name: '', subject: '' } };
  }

  it('[N1] is not asked by a site that does not want to', async () => {
    const page = await at.openPanel();
    await say(page, 'Goedemiddag');
    expect(await page.getByLabel('Uw naam').count()).toBe(0);
  });

  it.each([
    ['voorbeeld', 1280],
    ['none', 390],
    ['dark', 320],
  ] as const)('[N1] stands above the box, with room for what was said (%s, %d px)', async (theme, width) => {
    ask();
    const page = await at.openPanel(theme);
    await page.setViewportSize({ width, height: 800 });
    await page.getByLabel('Uw naam').waitFor();
    const violations = await findViolations(page, { within: [['vangnet-widget', '.vp']] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    for (const label of ['Uw naam', 'Onderwerp']) {
      expect((await page.getByLabel(label).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await box(page).isVisible()).toBe(true);
  });

  it('[N2] goes along with the first word, without a BSN, and then it is gone from the screen', async () => {
    ask();
    const page = await at.openPanel();
    await page.getByLabel('Uw naam').fill('Anna');
    await page.getByLabel('Onderwerp').fill('BSN 111222333');
    await box(page).fill('Goedemiddag');
    await page.evaluate('new Promise((done) => setTimeout(done, 300))');
    expect(introductions()).toEqual([]);
    await press(page, 'Versturen');
    await expect.poll(introductions, PATIENCE).toEqual([{ name: 'Anna', subject: 'BSN [BSN verborgen]' }]);
    expect(await page.getByLabel('Uw naam').count()).toBe(0);
  });

  it('[N2] goes along whole when the browser fills in both at once', async () => {
    ask();
    const page = await at.openPanel();
    await page.getByLabel('Uw naam').waitFor();
    await page.evaluate(() => {
      const inputs = document.querySelector('vangnet-widget')?.shadowRoot?.querySelectorAll('input') ?? [];
      for (const input of inputs) {
        input.value = 'Anna';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await say(page, 'Goedemiddag');
    await expect.poll(introductions, PATIENCE).toEqual([{ name: 'Anna', subject: 'Anna' }]);
  });

  it('[N1] nothing has to be told', async () => {
    ask();
    const page = await at.openPanel();
    await page.getByLabel('Uw naam').waitFor();
    await say(page, 'Goedemiddag');
    await page.getByText('Verstuurd', { exact: true }).waitFor();
    expect(introductions()).toEqual([]);
  });
});
