/** The list of languages in a real browser: everything changes at once, and nothing that the citizen did is lost. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { box, PATIENCE, press, region, say, usePanel } from './use-panel.ts';

const list = (page: Page) => page.getByRole('combobox', { name: /\/ Language$|^Language$/ });
const SIZES = [
  { width: 390, height: 780 },
  { width: 1280, height: 800 },
];

describe('the list of languages', () => {
  const at = usePanel(useBrowser(), 21_471);
  const spoken = (page: Page) =>
    page.locator('vangnet-widget').evaluate((it) => [it.getAttribute('lang'), it.getAttribute('dir')]);

  it('[G1] [G2] changes everything at once, keeps draft, focus and scroll, and tells the server', async () => {
    const page = await at.talk('voorbeeld');
    await box(page).fill('Een halve');
    await list(page).focus();
    await list(page).selectOption('tr');
    const turkish = page.getByRole('region', { name: 'Gemeente Voorbeeldstad ile sohbet' });
    await turkish.waitFor();
    expect(await page.getByRole('textbox', { name: 'Mesajınız' }).inputValue()).toBe('Een halve');
    expect(await list(page).evaluate((it) => it.matches(':focus'))).toBe(true);
    expect(await spoken(page)).toEqual(['tr', 'ltr']);
    await page.getByText('Anna de Vries size yardım ediyor', { exact: true }).waitFor();
  });

  it('[G2] holds for the conversation over a page load, and nothing is kept before there is one', async () => {
    const page = await at.openPanel('voorbeeld');
    await list(page).selectOption('uk');
    await page.getByRole('textbox', { name: 'Ваше повідомлення' }).waitFor();
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
    await page.getByRole('textbox', { name: 'Ваше повідомлення' }).fill('Добрий день');
    await press(page, 'Надіслати');
    await page.getByText('Надіслано', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Ваше повідомлення' }).waitFor();
    expect(await list(page).inputValue()).toBe('uk');
  });

  it.each(SIZES)('[G1] is Arabic from right to left at $width px, without violations', async (size) => {
    const page = await at.openPanel('voorbeeld');
    await page.setViewportSize(size);
    await list(page).selectOption('ar');
    await page.getByRole('textbox', { name: 'رسالتكم' }).fill('مرحبا، عندي سؤال عن 14 0123');
    await page.getByRole('button', { name: 'إرسال', exact: true }).click();
    await page.getByText('أُرسلت', { exact: true }).waitFor(PATIENCE);
    at.relay.take('Anna de Vries');
    at.relay.say('Goedemiddag, ik help u. Kijk op https://voorbeeldstad.example/bijstand.');
    await page.getByText('Goedemiddag').waitFor();
    expect(await spoken(page)).toEqual(['ar', 'rtl']);
    expect(await findViolations(page)).toEqual([]);
  });

  it('takes no line of its own beside the conversation, also on a phone', async () => {
    const page = await at.openPanel('voorbeeld');
    await page.setViewportSize({ width: 390, height: 780 });
    await list(page).waitFor();
    const tops = await region(page).evaluate((panel) => {
      const top = (selector: string) => panel.querySelector(selector)?.getBoundingClientRect();
      return { header: top('.vp-header')?.bottom, context: top('.vp-context')?.top };
    });
    expect(tops.context).toBe(tops.header);
    await say(page, 'Goedemiddag');
  });
});
