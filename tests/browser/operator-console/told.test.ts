// What a citizen told before the first word, and the form's own time, on the operator's screen.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, signIn } from './desk-people.ts';

describe('what a citizen told', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
    await server.kill();
    const database = new DatabaseSync(join(server.dataDir, 'vangnet.db'));
    database.exec(`
      INSERT INTO introduction_setting VALUES (1, 1, '["name","subject"]');
      INSERT INTO form_session_setting (site_id, organisation_id, form, ends_after) VALUES (1, 1, '', 15);`);
    database.close();
    await server.start();
  });
  afterAll(() => server?.dispose());

  it("[N2] [Y3] stands in the list, beside the conversation, and the form's end comes and goes", async () => {
    const { page, complaints } = await signIn(browser, server, 'Anna');
    const citizen = await bringCitizen(server);
    citizen.wire.say({ type: 'introduction', introduction: { name: 'Fatima', subject: 'Woonkosten' } });
    await citizen.say('Telt de huur van de garage mee?');
    const row = page.getByRole('list', { name: 'Wachtrij' }).getByRole('listitem').first();
    await row.getByText('Woonkosten').waitFor();
    expect(await row.getByText('Fatima').count()).toBe(0);
    await page
      .getByRole('button', { name: /^Oppakken/ })
      .first()
      .click();
    const told = page.getByRole('heading', { name: 'Wat vertelde de burger vooraf?' });
    await told.waitFor();
    await page.getByText('Fatima', { exact: true }).waitFor();

    citizen.wire.say({ type: 'form-session', endsIn: 180_000 });
    const notice = page
      .getByRole('status')
      .filter({ hasText: 'De tijd voor het formulier van de burger is om' });
    await notice.waitFor();
    await page.getByText(/^Tijd voor het formulier om/).waitFor();
    await expectAccessible(page);
    citizen.wire.say({ type: 'form-session', endsIn: null });
    await notice.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
