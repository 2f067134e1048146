// Two who wait and nobody who helps, then one who does: the place, the norm, the call-back that costs no place, and the chat all the same.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { type Citizen, openCitizen, signIn } from '../../support/story/people.ts';

const NORM_SECONDS = 8;
const SHOTS = process.env['SHOTS'];

describe('waiting', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
    await server.stop();
    const database = new DatabaseSync(join(server.dataDir, 'vangnet.db'));
    database.exec(`UPDATE site SET answer_within = ${NORM_SECONDS}`);
    database.close();
    await server.start();
  });
  afterAll(() => server?.dispose());

  async function begin(width: number): Promise<Citizen> {
    const citizen = await openCitizen(browser, `${server.url}/demo/bijstand/`, 'real');
    await citizen.page.setViewportSize({ width, height: 844 });
    await citizen.button.click();
    await citizen.say('C01 Ik kom niet verder.');
    return citizen;
  }

  const watchShifts = ({ page }: Citizen): Promise<void> =>
    page.evaluate(() => {
      const seen: number[] = [];
      Reflect.set(window, 'shifts', seen);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.push(Number(Reflect.get(entry, 'value')));
      }).observe({ type: 'layout-shift', buffered: false });
    });

  const shoot = async ({ page }: Pick<Citizen, 'page'>, name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  };

  it('[Q1] [Q4] [Q5] tells the place, offers the call-back after the norm, and goes on as a chat', async () => {
    const anna = await signIn(browser, server, 'Anna');
    const first = await begin(1280);
    await first.panel.getByText('U bent aan de beurt zodra een medewerker vrij is.').first().waitFor();
    const second = await begin(390);
    await second.panel.getByText('U bent nu de tweede in de rij.').first().waitFor();
    await anna.page.getByRole('radio', { name: 'Even weg' }).check();
    await watchShifts(first);
    await shoot(second, 'place');
    await shoot(first, 'place-wide');

    const call = second.panel.getByRole('button', { name: 'Bel mij terug' });
    await call.waitFor();
    await first.panel.getByRole('button', { name: 'Bel mij terug' }).waitFor();
    expect(await first.page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
    await shoot(second, 'late');
    await shoot(first, 'late-wide');
    await call.click();
    await second.panel.getByLabel('Waar gaat uw vraag over?').fill('Bijzondere bijstand');
    await second.panel.getByLabel('Uw telefoonnummer').fill('06 12345678');
    await second.panel.getByRole('button', { name: 'Verzoek versturen' }).click();
    await second.panel.getByRole('button', { name: 'Klaar' }).click();
    const promise = second.panel.getByText(/^Wij bellen u uiterlijk /);
    await promise.first().waitFor();
    expect(await call.count()).toBe(0);
    await shoot(second, 'asked');
    await second.page.reload();
    await promise.first().waitFor();
    await second.panel.getByText('U bent nu de tweede in de rij.').first().waitFor();

    await anna.page.getByRole('radio', { name: 'Beschikbaar' }).check();
    await anna.take();
    await second.panel.getByText('U bent aan de beurt zodra een medewerker vrij is.').first().waitFor();
    await first.log.getByText('Anna de Vries helpt u nu').waitFor();
    await anna.say('O01 Waarmee kan ik u helpen?');
    await first.log.getByText('O01').waitFor();
    await shoot(first, 'helped-wide');
    await anna.queue.getByText('Ook terugbelverzoek').waitFor();
    await anna.take();
    await anna.page.getByText('De burger heeft ook gevraagd om te worden teruggebeld.').waitFor();
    await shoot(anna, 'desk');
    await second.log.getByText('Anna de Vries helpt u nu').waitFor();
    await expect.poll(() => promise.count()).toBe(0);
    await second.say('C02 Fijn dat u er bent.');
    await anna.log.getByText('C02').waitFor();
    await shoot(second, 'helped');

    expect([...first.errors, ...second.errors]).toEqual([]);
  });
});
