// The main job on the real parts: a citizen gets stuck, is offered help, and talks with an operator through every kind of trouble.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { fillCostsButAmount, getAmountWrongTwice, openCitizen, signIn } from '../../support/story/people.ts';

const OFFER_WITHIN_MS = 15_000;
const DELIVERY_WITHIN_MS = 200;
const NETWORK_GONE_MS = 20_000;

describe('the main job on Bijzondere bijstand', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  async function meet() {
    const operator = await signIn(browser, server, 'Anna');
    const citizen = await openCitizen(browser, `${server.url}/demo/bijstand/`, 'real');
    await fillCostsButAmount(citizen.page);
    await getAmountWrongTwice(citizen.page);
    await citizen.offer.waitFor({ timeout: OFFER_WITHIN_MS });
    return { operator, citizen };
  }

  it('offers help, shows the operator where and why, and nothing is lost whatever happens', async () => {
    const { operator, citizen } = await meet();
    // No focus theft: the citizen is still in the field that is wrong.
    expect(await citizen.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'kosten-bedrag',
    );
    await citizen.page.getByRole('button', { name: 'Ja, graag' }).click();
    await citizen.panel.waitFor();

    const row = operator.queue.getByRole('listitem').first();
    await expect.poll(() => row.innerText()).toMatch(/Bijzondere bijstand/);
    await operator.take();
    const desk = operator.page.getByRole('main');
    for (const words of [
      /Bijzondere bijstand/,
      /Kosten/,
      /Hoe hoog zijn de kosten\?/,
      /foutmelding/,
      /\/demo\/bijstand\//,
    ]) {
      await expect.poll(() => desk.innerText()).toMatch(words);
    }

    await citizen.say('C01 Wat moet ik invullen?');
    await expect.poll(() => operator.marks()).toEqual(['C01']);
    await operator.say('O01 Alleen het bedrag, in cijfers.');
    await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);

    const { kill, start } = server;
    await kill();
    await citizen.say('C02 Geschreven terwijl de server weg is');
    await operator.say('O02 Ook zonder server');
    await start();
    await expect
      .poll(async () => (await operator.marks()).sort(), { timeout: 30_000 })
      .toEqual(['C01', 'C02', 'O01', 'O02']);
    await expect.poll(async () => (await citizen.marks()).sort()).toEqual(['C01', 'C02', 'O01', 'O02']);
    expect(await citizen.marks()).toEqual(await operator.marks());

    await citizen.page.goto(`${server.url}/demo/bijstand/`);
    await citizen.panel.waitFor();
    await expect.poll(() => citizen.marks()).toHaveLength(4);
    await citizen.say('C03 Na het laden van de pagina');
    await expect.poll(async () => (await operator.marks()).at(-1)).toBe('C03');

    await operator.page.reload();
    await expect.poll(() => operator.marks(), { timeout: 10_000 }).toHaveLength(5);
    await operator.say('O03 Na herladen');
    await expect.poll(async () => (await citizen.marks()).at(-1)).toBe('O03');

    await citizen.page.context().setOffline(true);
    await citizen.say('C04 Zonder verbinding');
    await operator.say('O04 Bent u er nog?');
    await expect
      .poll(() => citizen.panel.innerText(), { timeout: 15_000 })
      .toMatch(/[Gg]een verbinding|Nog niet verzonden|Nog niet verstuurd/);
    await citizen.page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), NETWORK_GONE_MS);
    await citizen.page.context().setOffline(false);
    await expect
      .poll(async () => (await citizen.marks()).sort(), { timeout: 30_000 })
      .toEqual(['C01', 'C02', 'C03', 'C04', 'O01', 'O02', 'O03', 'O04']);
    await expect.poll(async () => (await operator.marks()).length).toBe(8);
    expect(await citizen.marks()).toEqual(await operator.marks());

    await operator.finish();
    await expect.poll(() => citizen.panel.innerText()).toMatch(/afgelopen|beëindigd/);
    expect(citizen.errors).toEqual([]);
  }, 150_000);

  it('delivers a message to the other side within 200 ms', async () => {
    const operator = await signIn(browser, server, 'Bram');
    const citizen = await openCitizen(browser, `${server.url}/demo/verhuizing/`, 'real');
    await citizen.button.click();
    await citizen.say('C01 Goedemiddag');
    await operator.take();
    await expect.poll(() => operator.marks()).toEqual(['C01']);
    // Both pages read the clock of one machine: from the press of Enter to the text on the other screen.
    await operator.page.evaluate(() => {
      const pressed: number[] = [];
      document.addEventListener(
        'keydown',
        (event) => void (event.key === 'Enter' && pressed.push(Date.now())),
        true,
      );
      Object.assign(globalThis, { pressed });
    });
    await citizen.log.evaluate((log) => {
      const seen: number[] = [];
      let known = log.textContent?.match(/O\d\d/g)?.length ?? 0;
      new MutationObserver(() => {
        const count = log.textContent?.match(/O\d\d/g)?.length ?? 0;
        for (; known < count; known += 1) seen.push(Date.now());
      }).observe(log, { subtree: true, childList: true, characterData: true });
      Object.assign(globalThis, { seen });
    });
    for (let count = 10; count < 20; count += 1) {
      await operator.page.getByRole('textbox', { name: 'Bericht aan de burger' }).fill(`O${count} antwoord`);
      await operator.page.keyboard.press('Enter');
      await expect.poll(async () => (await citizen.marks()).at(-1)).toBe(`O${count}`);
    }
    const pressed = await operator.page.evaluate<number[]>('pressed');
    const seen = await citizen.page.evaluate<number[]>('seen');
    expect(seen).toHaveLength(10);
    const times = seen.map((at, index) => at - (pressed[index] ?? 0)).sort((a, b) => a - b);
    expect(times[5], `all: ${times.join(' ')}`).toBeLessThan(DELIVERY_WITHIN_MS);
  });
});
