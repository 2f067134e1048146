/** The accessibility check itself: it sees what is wrong, also where it is hard to look. */
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible, findViolations } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { type HostPageOptions, startHostPage } from '../../support/forms/plain-page.ts';

const GOOD = '<main><h1>Vraag</h1><label>Naam <input></label></main>';
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describe('expectAccessible', () => {
  const browser = useBrowser();
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  async function open(options: HostPageOptions) {
    host = await startHostPage(options);
    const page = await browser.openPage();
    await page.goto(host.url);
    return page;
  }

  it('is content with a good page', async () => {
    await expectAccessible(await open({ html: GOOD }));
  });

  it('fails with the rule and the place', async () => {
    const page = await open({ html: `${GOOD}<input id="nameless">` });
    await expect(expectAccessible(page)).rejects.toThrow(/\[light\] label: [\s\S]*#nameless/);
  });

  it('looks into open shadow roots, and only there when asked', async () => {
    const shadow = (html: string) => `<x-card><template shadowrootmode="open">${html}</template></x-card>`;
    const page = await open({
      html: `${GOOD}<input id="outside">${shadow('<p><button id="inside"></button></p>')}`,
    });
    const everywhere = await findViolations(page);
    expect(everywhere.map((violation) => violation.id)).toEqual(
      expect.arrayContaining(['button-name', 'label']),
    );
    const inside = await findViolations(page, { within: [['x-card', 'p']] });
    expect(inside.map((violation) => violation.id)).toEqual(['button-name']);
  });

  it('sees what is wrong in the dark only', async () => {
    const style =
      '<style>@media (prefers-color-scheme: dark) { body { background: #000; color: #222 } }</style>';
    const page = await open({ html: GOOD, tag: style });
    await expectAccessible(page, { schemes: ['light'] });
    await expect(expectAccessible(page)).rejects.toThrow(/\[dark\] color-contrast/);
  });

  it('works under the strictest policy, with the clock stopped, and leaves nothing behind', async () => {
    host = await startHostPage({
      html: `${GOOD}<input id="nameless">`,
      headers: { 'content-security-policy': STRICT },
    });
    const page = await browser.openPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.clock.install({ time: 0 });
    await page.goto(host.url);
    await page.clock.pauseAt(1000);
    expect((await findViolations(page)).map((violation) => violation.id)).toContain('label');
    expect(await page.evaluate(() => 'axe' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('refuses to call a page good when there was nothing to see', async () => {
    const page = await open({ html: '<div id="empty"></div>' });
    await expect(findViolations(page, { within: ['#gone'] })).rejects.toThrow(
      /No elements found|nothing to look at/,
    );
  });
});
