// What the tag costs a page for certain, whatever the machine: requests, elements, hosts and what moves. Times are measured by bench:widget.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { drawFormPage } from '../../load/widget/form-page.ts';
import { READ_WATCH, WATCH_PAGE } from '../../load/widget/watch-page.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { startLoaderRelay } from './loader-relay.ts';

const browser = useBrowser();
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function visit() {
  const relay = await startLoaderRelay();
  const host = await startHostPage({ html: drawFormPage(), tag: relay.tag });
  running.push(relay, host);
  const page = await browser.openPage();
  await page.addInitScript(WATCH_PAGE);
  const requests: URL[] = [];
  page.on('request', (request) => requests.push(new URL(request.url())));
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Chat met ons' }).waitFor();
  return { page, relay, host, requests };
}

/** Of the page itself: not what stands inside ours, and not the tag. */
const countElements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*:not(script)').length);

/** Everything that moved, also right after a press. */
async function readShifts(page: Page): Promise<number> {
  // What has not been drawn has not moved yet.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const { shifts, excusedShifts } = JSON.parse(await page.evaluate<string>(READ_WATCH));
  return shifts + excusedShifts;
}

describe('a form of thirty fields without an offer', () => {
  it('costs two requests, to our relay only, and one element, also while it is filled in', async () => {
    const { page, relay, host, requests } = await visit();
    await page.getByLabel('Woonplaats').pressSequentially('Voorbeeldstad');
    await page.getByLabel('Postcode').pressSequentially('1234 AB');
    const added = requests.filter(({ href }) => href !== host.url && !href.startsWith('data:'));
    expect(added.map(({ origin }) => origin)).toEqual([relay.origin, relay.origin]);
    const bare = await browser.openPage();
    await bare.setContent(drawFormPage());
    expect(await countElements(page)).toBe((await countElements(bare)) + 1);
  });
});

describe('layout shift', () => {
  it.each(['Nee, bedankt', 'Sluiten'])('none from page to offer to %s', async (answer) => {
    const { page } = await visit();
    await page.evaluate(() => window.vangnet?.offer());
    const card = page.getByRole('dialog', { name: 'Hulp nodig?' });
    // Not pressed but clicked from within: a press would excuse what moves after it.
    await card.getByRole('button', { name: answer }).evaluate((button) => {
      if (button instanceof HTMLElement) button.click();
    });
    await card.waitFor({ state: 'detached' });
    expect(await readShifts(page)).toBe(0);
  });

  it('and the test above would have found it: something that pushes the form down is seen', async () => {
    const { page } = await visit();
    await page.evaluate(() => {
      const bar = document.createElement('p');
      bar.textContent = 'Hulp nodig?';
      document.body.prepend(bar);
    });
    await expect.poll(() => readShifts(page)).toBeGreaterThan(0);
  });
});
