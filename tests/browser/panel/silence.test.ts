/** A citizen who says nothing is asked whether they are still there: in the panel, on the folded button, in a tab behind others. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { box, log, PATIENCE, press, usePanel } from './use-panel.ts';

/** Tuesday 1 December 2026, 14.05 in Amsterdam. */
const ENDS_AT = Date.parse('2026-12-01T13:05:40Z');
const QUESTION = 'Bent u er nog? Om 14.05 uur stopt dit gesprek vanzelf.';

/** What moved without an act of the citizen, and what was said aloud. */
const WATCH = `
window.shifts = 0; window.said = [];
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value; }).observe({ type: 'layout-shift', buffered: false });
const root = document.querySelector('vangnet-widget').shadowRoot;
new MutationObserver((all) => { for (const { target } of all) { const at = target.parentElement?.closest('[role=status]') ?? target; if (at.role === 'status' && at.textContent) window.said.push(at.textContent); } })
  .observe(root, { subtree: true, childList: true, characterData: true });`;

describe('a silent citizen', () => {
  const at = usePanel(useBrowser(), 21_456);
  const question = (page: Page) => page.getByText(QUESTION);
  const ask = (endsAt: number | null = ENDS_AT) => at.relay.send({ type: 'silence', endsAt });
  const stays = () => at.relay.frames.filter(({ type }) => type === 'stay').length;
  const hide = (page: Page, hidden: boolean) =>
    page.evaluate(
      `Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} }); document.dispatchEvent(new Event('visibilitychange'))`,
    );
  /** Everything is drawn, and told to who watches. */
  const settle = (page: Page) =>
    page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))',
    );
  /** The part of the panel that asks is there before it asks. */
  const isReady = (page: Page) => page.locator('.vp-ask').first().waitFor({ state: 'attached' });

  it.each([
    ['voorbeeld', 1280],
    ['none', 390],
    ['dark', 390],
  ] as const)('[W2] is asked, said once, and nothing moves but the log (%s, %d px)', async (theme, width) => {
    const page = await at.talk(theme);
    await page.setViewportSize({ width, height: 800 });
    await isReady(page);
    await box(page).fill('Half af');
    await settle(page);
    await page.evaluate(WATCH);
    ask();
    await question(page).waitFor();
    expect(await box(page).evaluate((it) => it.matches(':focus'))).toBe(true);
    const coveredBy = async () => {
      const last = await log(page).locator('.vp-bubble').last().boundingBox();
      const below = await question(page).boundingBox();
      return (last?.y ?? 0) + (last?.height ?? 0) - (below?.y ?? 0);
    };
    await expect.poll(coveredBy, PATIENCE).toBeLessThanOrEqual(0);
    await settle(page);
    expect(await page.evaluate('shifts')).toBe(0);
    expect(await page.evaluate('said')).toEqual([QUESTION]);
    const violations = await findViolations(page, { within: [['vangnet-widget', '.vp']] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const size = await page.getByRole('button', { name: 'Ik ben er nog' }).boundingBox();
    expect(size?.height).toBeGreaterThanOrEqual(44);
  });

  it.each([
    [
      'the button, one Shift+Tab from the box',
      async (page: Page) => {
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
      },
    ],
    ['Enter in an empty box', (page: Page) => page.keyboard.press('Enter')],
    ['a letter', (page: Page) => page.keyboard.press('a')],
  ])('[W3] answers by %s', async (_, act) => {
    const page = await at.talk();
    await isReady(page);
    await box(page).focus();
    ask();
    await question(page).waitFor();
    await act(page);
    await question(page).waitFor({ state: 'detached' });
    await expect.poll(stays, PATIENCE).toBe(1);
    await expect.poll(() => box(page).evaluate((it) => it.matches(':focus')), PATIENCE).toBe(true);
    expect(await page.getByText('Schrijf eerst uw bericht.').count()).toBe(0);
  });

  it('[W2] a folded panel asks on its button, and opening it answers', async () => {
    const page = await at.talk();
    await isReady(page);
    await press(page, 'Sluiten');
    await page.evaluate(WATCH);
    ask();
    const button = page.getByRole('button', { name: 'Chat met ons' });
    const mark = () => button.evaluate((it) => getComputedStyle(it, '::after').content);
    await expect.poll(mark, PATIENCE).toBe('"!" / ""');
    expect(await button.getAttribute('title')).toBe(QUESTION);
    await expect.poll(() => page.evaluate('said'), PATIENCE).toEqual([QUESTION]);
    expect(await page.evaluate('shifts')).toBe(0);
    await button.click();
    await expect.poll(stays, PATIENCE).toBe(1);
    await expect.poll(() => question(page).count(), PATIENCE).toBe(0);
  });

  it('[W2] a tab behind others asks in its title, which it gives back', async () => {
    const page = await at.talk();
    await isReady(page);
    await hide(page, true);
    ask();
    await expect.poll(() => page.title(), PATIENCE).toBe('Bent u er nog? Bijzondere bijstand');
    await hide(page, false);
    await expect.poll(() => page.title(), PATIENCE).toBe('Bijzondere bijstand');
    await question(page).waitFor();
    await hide(page, true);
    await expect.poll(() => page.title(), PATIENCE).toBe('Bent u er nog? Bijzondere bijstand');
    ask(null);
    await expect.poll(() => page.title(), PATIENCE).toBe('Bijzondere bijstand');
  });

  it('[W4] says why it ended, and what was typed waits in the next conversation', async () => {
    const page = await at.talk();
    await box(page).fill('Dit had ik al getypt');
    at.relay.add({ kind: 'closed', by: 'system' });
    await log(page).getByText('Het gesprek is vanzelf gestopt, omdat u een tijd niets schreef').waitFor();
    await page.getByText('Die staat klaar als u een nieuw gesprek begint.').waitFor();
    await press(page, 'Nieuw gesprek beginnen');
    await expect.poll(() => box(page).inputValue(), PATIENCE).toBe('Dit had ik al getypt');
  });
});
