// The way in and out, in a real browser against the real server: one-time links, sessions that end, and the address bar.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { openConsole, signIn } from './desk-people.ts';

describe('signing in', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it('[H2] takes the token out of the address at once, and the link works only once', async () => {
    const link = await server.signInLink('Anna');
    const token = link.split('#')[1] ?? '';
    const requested: string[] = [];
    const { page, complaints } = await openConsole(browser, link, {
      prepare: async (opened) => void opened.on('request', (request) => void requested.push(request.url())),
    });
    await page.getByRole('radiogroup', { name: 'Status' }).waitFor();
    expect(page.url()).toBe(`${server.url}/console/`);
    expect(requested.join('\n')).not.toContain(token);
    await page.goBack();
    expect(page.url()).not.toContain(token);
    const second = await openConsole(browser, link);
    await second.page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor();
    expect(second.page.url()).toBe(`${server.url}/console/`);
    await expectAccessible(second.page);
    expect([...complaints, ...second.complaints]).toEqual([]);
  });

  it('says how to get in without a session', async () => {
    const { page, complaints } = await openConsole(browser, `${server.url}/console/`);
    await page.getByRole('heading', { name: 'Meld u aan met uw aanmeldlink' }).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  it('keeps the session over a reload, and ends it in every window when the operator signs out', async () => {
    const { page } = await signIn(browser, server, 'Bram');
    await page.reload();
    await page.getByRole('radiogroup', { name: 'Status' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${server.url}/console/`);
    await other.getByRole('radiogroup', { name: 'Status' }).waitFor();
    await other.getByRole('button', { name: /^Menu van Bram/ }).click();
    await other.getByRole('button', { name: 'Afmelden' }).click();
    await other.getByRole('heading', { name: 'U bent afgemeld' }).waitFor();
    await page.getByText('Uw sessie is gestopt').waitFor();
  });
});
