/** Each visitor starts with nothing, and looks like someone in the Netherlands. */
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';

describe('useBrowser', () => {
  const browser = useBrowser();
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  it('gives each page a context of its own, in Dutch', async () => {
    host = await startHostPage({ html: '<p>Vraag</p>' });
    const first = await browser.openPage();
    await first.goto(host.url);
    await first.evaluate(() => localStorage.setItem('left', 'behind'));
    const second = await browser.openPage({ viewport: { width: 390, height: 800 } });
    await second.goto(host.url);
    const seen = await second.evaluate(() => ({
      stored: localStorage.length,
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      width: innerWidth,
    }));
    expect(seen).toEqual({ stored: 0, language: 'nl-NL', zone: 'Europe/Amsterdam', width: 390 });
  });
});
