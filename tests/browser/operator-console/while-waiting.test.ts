// A citizen who waits chooses another language and asks to be called back as well: the operator's screen says so at once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactRequest } from '#protocol';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { PAGE, post, SITE } from '../../support/server/people.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, signIn } from './desk-people.ts';

describe('a citizen who waits', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it('[G3] [Q5] is seen in another language, and with the call-back beside the conversation', async () => {
    const { page, complaints } = await signIn(browser, server, 'Anna');
    const citizen = await bringCitizen(server);
    await citizen.say('Telt de huur van de garage mee?');
    const row = page.getByRole('list', { name: 'Wachtrij' }).getByRole('listitem').first();
    await row.getByText('Nederlands').waitFor({ state: 'attached' });
    citizen.wire.say({ type: 'language', language: 'tr' });
    await row.getByText('Turks').waitFor({ state: 'attached' });

    const request: ContactRequest = {
      id: randomUUID(),
      kind: 'call-back',
      phone: '06 12 34 56 78',
      subject: 'Huur van de garage',
      moment: null,
      language: 'tr',
      context: PAGE,
      conversation: citizen.token,
    };
    expect((await post(server, `/v1/sites/${SITE}/contact-requests`, request)).status).toBe(201);
    await row.getByText('Ook terugbelverzoek').waitFor();
    await page
      .getByRole('button', { name: /^Oppakken/ })
      .first()
      .click();
    await page.getByText('De burger heeft ook gevraagd om te worden teruggebeld.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Bekijk het verzoek' }).click();
    const chosen = page.getByRole('region', { name: 'Terugbelverzoek' });
    await chosen.getByRole('link', { name: 'Bel 06 12 34 56 78' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
