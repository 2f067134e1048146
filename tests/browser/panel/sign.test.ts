/** The chat button of a closed panel: that an answer came can be seen, read and heard, and is gone once it was seen. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../widget/theme/contrast.ts';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import type { Theme } from './panel-page.ts';
import { log, PATIENCE, press, usePanel } from './use-panel.ts';

describe('the sign on the chat button', () => {
  const at = usePanel(useBrowser(), 21_452);

  /** What assistive technology gets of the chat button. */
  async function describeButton(page: Page): Promise<{ name: unknown; description: unknown }> {
    const tools = await page.context().newCDPSession(page);
    const { nodes } = await tools.send('Accessibility.getFullAXTree');
    await tools.detach();
    const found = nodes.find(
      ({ role, name }) => role?.value === 'button' && String(name?.value).includes('Chat met'),
    );
    return { name: found?.name?.value, description: found?.description?.value };
  }
  const sign = (page: Page) =>
    page
      .getByRole('button', { name: 'Chat met ons', exact: true })
      .evaluate((it) => getComputedStyle(it, '::after').content);

  it('shows on the closed chat button how many answers came, says so once, and no longer once they were seen', async () => {
    const page = await at.talk();
    await press(page, 'Sluiten');
    expect(await sign(page)).toBe('none');
    await page.evaluate(() => {
      const root = document.querySelector('vangnet-widget')?.shadowRoot;
      const status = [...(root?.querySelectorAll('[role=status]') ?? [])].find((it) => !it.closest('.vp'));
      const said: string[] = [];
      Object.assign(window, { said });
      const watcher = new MutationObserver(() => said.push(status?.textContent ?? ''));
      if (status) watcher.observe(status, { childList: true, characterData: true, subtree: true });
    });
    at.relay.say('Ik heb het gevonden.');
    await expect.poll(() => sign(page), PATIENCE).toBe('"1" / ""');
    at.relay.say('Het is het bedrag onderaan.');
    await expect.poll(() => sign(page), PATIENCE).toBe('"2" / ""');
    expect(await describeButton(page)).toEqual({ name: 'Chat met ons', description: '2 nieuwe antwoorden' });
    // Over a page load as well, with nobody having looked.
    expect(await page.evaluate<string[]>('said')).toEqual(['Er is een nieuw antwoord in de chat.']);
    await page.reload();
    await expect.poll(() => sign(page), PATIENCE).toBe('"2" / ""');
    await press(page, 'Chat met ons');
    await log(page).getByText('Het is het bedrag onderaan.').waitFor();
    await press(page, 'Sluiten');
    expect(await sign(page)).toBe('none');
    await page.reload();
    await expect
      .poll(() => at.relay.frames.filter((frame) => frame.type === 'hello').length, PATIENCE)
      .toBe(3);
    at.relay.say('Lukt het?');
    await expect.poll(() => sign(page), PATIENCE).toBe('"1" / ""');
  });

  it('[R7] shows nothing of what was seen in another tab', async () => {
    const page = await at.talk();
    const other = await page.context().newPage();
    await other.goto(`${at.relay.origin}/none`);
    await press(other, 'Chat met ons');
    await log(other).getByText('waarmee kan ik helpen').waitFor();
    await press(other, 'Sluiten');
    await page.bringToFront();
    at.relay.say('Ziet u het?');
    await log(page).getByText('Ziet u het?').waitFor();
    await other.bringToFront();
    await expect
      .poll(() => other.evaluate<unknown[]>('told'), PATIENCE)
      .toContainEqual(['message', { from: 'operator' }]);
    await expect.poll(() => sign(other), PATIENCE).toBe('none');
  });

  it.each<[Theme, 'active' | 'none']>([
    ['voorbeeld', 'none'],
    ['dark', 'none'],
    ['none', 'active'],
  ])('the sign can be read by everyone (%s, forced colours %s)', async (theme, forcedColors) => {
    const page = await at.talk(theme);
    await page.emulateMedia({ forcedColors });
    await press(page, 'Sluiten');
    at.relay.say('Ik heb het gevonden.');
    await expect.poll(() => sign(page), PATIENCE).toBe('"1" / ""');
    const violations = await findViolations(page, { within: [['vangnet-widget', 'button']] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const [ground, text] = await page
      .getByRole('button', { name: 'Chat met ons' })
      .evaluate((it) => [
        getComputedStyle(it, '::after').backgroundColor,
        getComputedStyle(it, '::after').color,
      ]);
    expect(contrast(String(ground), String(text))).toBeGreaterThanOrEqual(4.5);
  });
});
