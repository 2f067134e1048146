// Two people at the desk and one citizen, in real browsers: a supervisor takes over, the other sees it at once, and no reply goes out unseen.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { hasMessage } from '../../support/server/talk.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, signIn } from '../operator-console/desk-people.ts';

describe('two operators and one citizen', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  it('[A6] a supervisor takes over: both see it at once, the draft stays, the citizen hears one answer', async () => {
    const citizen = await bringCitizen(server);
    await citizen.say('Ik kom er niet uit');
    const { page: anna, complaints } = await signIn(browser, server, 'Anna');
    await anna.getByRole('button', { name: 'Oppakken' }).click();
    const box = anna.getByRole('textbox', { name: 'Bericht aan de burger' });
    await box.fill('Half antwoord van Anna');

    const { page: chris } = await signIn(browser, server, 'Chris');
    const others = chris.getByRole('list', { name: 'Bij collega’s' });
    await others.getByText('bij Anna de Vries').waitFor();
    await expectAccessible(chris);
    await others.getByRole('button', { name: 'Overnemen' }).click();
    await chris.getByRole('textbox', { name: 'Bericht aan de burger' }).fill('Antwoord van Chris');

    await expect
      .poll(() => anna.getByRole('alert').allInnerTexts())
      .toEqual([expect.stringMatching(/^Chris Bakker heeft dit gesprek nu/)]);
    expect(await box.count()).toBe(0);
    await anna.getByText('Half antwoord van Anna').waitFor();
    await anna
      .getByRole('log')
      .getByText('Chris Bakker heeft het gesprek overgenomen van Anna de Vries.')
      .waitFor();
    expect(await anna.getByRole('button', { name: 'Overnemen' }).count()).toBe(0);
    await expectAccessible(anna);

    await chris.keyboard.press('Enter');
    await citizen.wire.hear('events', hasMessage('Antwoord van Chris'));
    const said = citizen.wire.heard
      .flatMap((frame) => (frame.type === 'events' ? frame.events : []))
      .flatMap((event) => (event.kind === 'message' && event.from === 'operator' ? [event.text] : []));
    expect(said).toEqual(['Antwoord van Chris']);
    citizen.wire.say({ type: 'end' });
    expect(complaints).toEqual([]);
  });

  it('[A7] a reply that was begun before the citizen’s newest words waits for a second look', async () => {
    const citizen = await bringCitizen(server);
    await citizen.say('Moet ik mijn oude adres invullen?');
    const { page } = await signIn(browser, server, 'Bram');
    await page.getByRole('button', { name: 'Oppakken' }).click();
    await page.getByRole('log').getByText('oude adres').waitFor();
    const box = page.getByRole('textbox', { name: 'Bericht aan de burger' });
    // At the speed of a person: what is dashed off may cross with what the other says.
    await box.pressSequentially('Ja, het oude adres.', { delay: 120 });
    await citizen.say('Ik bedoel het adres van mijn vader');
    await page.getByText('Er is een nieuw bericht sinds u begon te typen.').waitFor();
    await box.press('Enter');
    await page.getByRole('alert').getByText('nog niet verzonden').waitFor();
    expect(await box.inputValue()).toBe('Ja, het oude adres.');
    await expectAccessible(page);
    await box.press('Enter');
    await citizen.wire.hear('events', hasMessage('Ja, het oude adres.'));
    expect(await page.getByRole('alert').count()).toBe(0);
    citizen.wire.say({ type: 'end' });
  });

  it('[T3] a server that cannot store says so, keeps the reply, and sends it when it can', async () => {
    const citizen = await bringCitizen(server);
    await citizen.say('Hallo');
    const { page } = await signIn(browser, server, 'Dewi');
    await page.getByRole('button', { name: 'Oppakken' }).click();
    const box = page.getByRole('textbox', { name: 'Bericht aan de burger' });
    await box.waitFor();
    const other = new DatabaseSync(join(server.dataDir, 'vangnet.db'), { timeout: 10_000 });
    other.exec('BEGIN IMMEDIATE');
    await box.fill('Goedemiddag');
    await box.press('Enter');
    await page.getByRole('alert').getByText('De server kan even niets opslaan').waitFor();
    await page.getByText('Nog niet verzonden').waitFor();
    await expectAccessible(page);
    other.exec('ROLLBACK');
    other.close();
    await citizen.wire.hear('events', hasMessage('Goedemiddag'));
    await page.getByText('De server kan even niets opslaan').waitFor({ state: 'detached' });
    citizen.wire.say({ type: 'end' });
  });
});
