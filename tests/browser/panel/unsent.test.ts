/** What a citizen wrote and is not sent: it waits where it can be seen, goes out by itself, or is told to be gone. */
import { describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { useBrowser } from '../../support/browser/launch.ts';
import { log, PATIENCE, press, say, usePanel } from './use-panel.ts';

describe('what is not sent', () => {
  const browser = useBrowser();
  const at = usePanel(browser, 21_453);

  it('[M9] keeps what is sent while its code cannot be fetched, over a page load too, and sends it once by itself', async () => {
    const page = await browser.openPage();
    const asked: string[] = [];
    await page.route(/\/conversation-code-[\w-]{8}\.js$/, (route) => {
      asked.push(route.request().resourceType());
      return route.abort();
    });
    await page.goto(`${at.relay.origin}/none`);
    await press(page, 'Chat met ons');
    await say(page, 'Een eerste vraag');
    await page.getByText('Geen verbinding. Uw bericht blijft hier staan en gaat weg').waitFor();
    await page.getByText('Wordt verstuurd').waitFor();
    await expect.poll(() => asked.length, PATIENCE).toBeGreaterThan(2);
    await page.reload();
    await log(page).getByText('Een eerste vraag').waitFor();
    await say(page, 'En een tweede');
    expect(at.relay.started).toEqual([]);
    // A module that failed once is not asked for again by many browsers: only its file is.
    expect(new Set(asked)).toEqual(new Set(['fetch']));
    await page.unrouteAll();
    await expect.poll(() => page.getByText('Wordt verstuurd').count(), PATIENCE).toBe(0);
    await page.getByText('Geen verbinding').waitFor({ state: 'detached' });
    const texts = at.relay.log.flatMap((event) => (event.kind === 'message' ? event.text : []));
    expect(texts).toEqual(['Een eerste vraag', 'En een tweede']);
    expect(
      await log(page)
        .getByText(/Een eerste vraag|En een tweede/)
        .count(),
    ).toBe(2);
  });

  it('[M9] says after half an hour that a message was not sent and is not there any more, until the next', async () => {
    const page = await at.talk();
    at.relay.shut = true;
    at.relay.drop(CLOSE.lost);
    await page.getByText('Geen verbinding').waitFor();
    await say(page, 'Hoort u mij?');
    await page.clock.setFixedTime(Date.now() + 31 * 60_000);
    at.relay.shut = false;
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    const words = page.getByText('Een bericht van u is niet verstuurd en staat hier niet meer.');
    await words.waitFor();
    expect(await log(page).getByText('Hoort u mij?').count()).toBe(0);
    await page.reload();
    await words.waitFor();
    await say(page, 'Nog een keer: hoort u mij?');
    await words.waitFor({ state: 'detached' });
    await page.getByText('Wordt verstuurd').waitFor({ state: 'detached' });
    await page.reload();
    await log(page).getByText('Nog een keer: hoort u mij?').waitFor();
    await page.getByText('Anna de Vries helpt u', { exact: true }).waitFor();
    expect(await words.count()).toBe(0);
  });

  it('[M9] says so too when the conversation was closed in the meantime', async () => {
    const page = await at.talk();
    at.relay.shut = true;
    at.relay.drop(CLOSE.lost);
    await page.getByText('Geen verbinding').waitFor();
    await say(page, 'Hoort u mij?');
    at.relay.add({ kind: 'closed', by: 'system' });
    await page.clock.setFixedTime(Date.now() + 31 * 60_000);
    at.relay.shut = false;
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Een bericht van u is niet verstuurd').waitFor();
    await page.getByText('Het gesprek is afgelopen.').waitFor();
  });
});
