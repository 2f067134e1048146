// A conversation over everything that happens to pages: steps of a form, a way out and back, sleep, several tabs, a tab that closes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { listenOnLoopback, type RunningPage } from '../../support/forms/loopback-server.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { type Citizen, createCitizen, type Operator, signIn } from '../../support/story/people.ts';

const ELSEWHERE_PORT = 25_420;
const FORM = '/demo/verhuizing/';
const AWAY_AFTER_MS = 15_000;
/** A busy machine with two cores is slow, not broken. */
const PATIENCE = { timeout: 20_000 };

describe('one conversation over many pages', () => {
  const browser = useBrowser();
  let server: DemoServer;
  /** Another origin, such as the one where people sign in or pay. */
  let elsewhere: Omit<RunningPage, 'url'>;
  beforeAll(async () => {
    server = await startDemoServer();
    elsewhere = await listenOnLoopback(ELSEWHERE_PORT, (request, response) => {
      const back = new URL(request.url ?? '/', 'http://elsewhere').searchParams.get('terug') ?? '/';
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>Inloggen</title><a href="${encodeURI(back)}">Terug</a>`);
    });
  });
  afterAll(async () => {
    await server?.dispose();
    await elsewhere?.close();
  });

  async function openTab(beside: Page, path = FORM): Promise<Citizen> {
    const page = await beside.context().newPage();
    await page.goto(server.url + path);
    return createCitizen(page);
  }

  async function meet(): Promise<{ operator: Operator; citizen: Citizen }> {
    const operator = await signIn(browser, server, 'Anna');
    const page = await browser.openPage();
    await page.goto(server.url + FORM);
    const citizen = createCitizen(page);
    await citizen.button.click();
    await citizen.say('C00 Goedemiddag');
    await operator.take();
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00']);
    return { operator, citizen };
  }
  const finish = async (operator: Operator, citizen: Citizen): Promise<void> => {
    await operator.finish();
    await expect.poll(() => citizen.panel.innerText(), PATIENCE).toMatch(/afgelopen/);
  };
  const isReady = (citizen: Citizen): Promise<void> =>
    expect.poll(() => citizen.panel.innerText(), PATIENCE).toMatch(/Anna.* helpt u/s);
  /** Everything un-sent that stands on the device, in any tab. */
  const kept = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const open = indexedDB.open('vangnet');
          open.onsuccess = () => {
            const names = [...open.result.objectStoreNames];
            if (!names.includes('outbox')) return resolve(0);
            const all = open.result.transaction('outbox').objectStore('outbox').count();
            all.onsuccess = () => {
              open.result.close();
              resolve(all.result);
            };
          };
        }),
    );

  it('[T2 R6] goes on in every step, out to another site and back, with the draft; nobody seems to have left', async () => {
    const { operator, citizen } = await meet();
    const { page } = citizen;
    await operator.page.evaluate(() => {
      const seen: string[] = [];
      new MutationObserver(() => {
        if (/burger is even weg|Nee, even weg/.test(document.body.innerText)) seen.push('away');
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { awaySeen: seen });
    });
    await page.getByRole('textbox', { name: 'Uw bericht' }).fill('Nog niet af');
    for (const path of ['/demo/verhuizing/?stap=2', '/demo/bijstand/', FORM]) {
      await page.goto(server.url + path);
      await isReady(citizen);
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Uw bericht' }).inputValue())
        .toBe('Nog niet af');
    }
    // Signing in or paying: another origin, and a link back.
    const back = encodeURIComponent(server.url + FORM);
    await page.goto(`${elsewhere.origin}/?terug=${back}`);
    await operator.say('O01 Bent u er nog?');
    await page.getByRole('link', { name: 'Terug' }).click();
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
    expect(await page.getByRole('textbox', { name: 'Uw bericht' }).inputValue()).toBe('Nog niet af');
    await page.goto(`${server.url}/demo/bijstand/`);
    await isReady(citizen);
    await page.goBack();
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01']);
    await citizen.say('C01 Ik ben terug');
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00', 'O01', 'C01']);
    expect(await operator.page.evaluate(() => Reflect.get(window, 'awaySeen'))).toEqual([]);
    await finish(operator, citizen);
  });

  it('[T2] tells the operator that the citizen left, fifteen seconds after the last page closed', async () => {
    const { operator, citizen } = await meet();
    await citizen.page.goto('about:blank');
    const leftAt = performance.now();
    await operator.page.getByText(/burger is even weg/i).waitFor({ timeout: 25_000 });
    expect(performance.now() - leftAt).toBeGreaterThan(AWAY_AFTER_MS - 1_000);
    await citizen.page.goto(server.url + FORM);
    await operator.page.getByText(/burger is even weg/i).waitFor({ state: 'detached' });
    await finish(operator, citizen);
  });

  it('[L4] wakes up with everything that was said while the phone was locked', async () => {
    const { operator, citizen } = await meet();
    const tools = await citizen.page.context().newCDPSession(citizen.page);
    await tools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await operator.say('O01 Een');
    await operator.say('O02 Twee');
    await tools.send('Page.setWebLifecycleState', { state: 'active' });
    await expect.poll(() => citizen.marks(), PATIENCE).toEqual(['C00', 'O01', 'O02']);
    await citizen.say('C01 Ja');
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00', 'O01', 'O02', 'C01']);
    await finish(operator, citizen);
  });

  it('[R7 M2] three tabs show one log; what a closed tab left unsent goes out once', async () => {
    const { operator, citizen: first } = await meet();
    const second = await openTab(first.page);
    await second.button.click();
    await expect.poll(() => second.marks(), PATIENCE).toEqual(['C00']);
    // The third has no line: what is written there stays there.
    const third = await openTab(first.page, '/demo/bijstand/');
    await third.page.routeWebSocket(/\/socket$/, () => undefined);
    await third.page.route(/\/v1\/sites\/[^/]+\/(stream|poll|send|close)$/, (route) => route.abort());
    await third.button.click();
    await expect
      .poll(() => third.page.getByRole('textbox', { name: 'Uw bericht' }).count(), PATIENCE)
      .toBe(1);
    const sends: string[] = [];
    for (const { page } of [first, second]) {
      page.on('websocket', (socket) => {
        socket.on('framesent', ({ payload }) => {
          if (String(payload).includes('C02 ')) sends.push(String(payload));
        });
      });
      await page.reload();
    }
    for (const tab of [first, second]) await isReady(tab);
    await first.say('C01 Uit het eerste tabblad');
    await second.say('O98 is geen antwoord');
    await operator.say('O01 Gezien');
    const talked = ['C00', 'C01', 'O98', 'O01'];
    for (const { marks } of [first, second, operator])
      await expect.poll(async () => (await marks()).sort(), PATIENCE).toEqual([...talked].sort());
    await third.say('C02 Uit een tabblad zonder lijn');
    await expect.poll(() => kept(first.page), PATIENCE).toBe(1);
    await third.page.close();
    for (const { marks } of [first, second, operator])
      await expect.poll(async () => (await marks()).at(-1), { timeout: 40_000 }).toBe('C02');
    expect(sends).toHaveLength(1);
    expect((await operator.marks()).filter((mark) => mark === 'C02')).toHaveLength(1);
    expect(await first.marks()).toEqual(await operator.marks());
    expect(await second.marks()).toEqual(await operator.marks());
    await expect.poll(() => kept(first.page), PATIENCE).toBe(0);
    await finish(operator, first);
  }, 120_000);

  it('[S4] says so in a tab too many, and goes on there when asked', async () => {
    const { operator, citizen } = await meet();
    const others: Citizen[] = [];
    for (let count = 0; count < 5; count += 1) {
      const other = await openTab(citizen.page);
      await other.button.click();
      await expect.poll(() => other.marks(), PATIENCE).toEqual(['C00']);
      others.push(other);
    }
    await citizen.page.getByText('Dit gesprek staat in te veel tabbladen open.').waitFor();
    await citizen.page.getByRole('button', { name: 'Hier verdergaan' }).click();
    await citizen.say('C01 Hier ga ik verder');
    await expect.poll(() => operator.marks(), PATIENCE).toEqual(['C00', 'C01']);
    await finish(operator, citizen);
  }, 120_000);
});
