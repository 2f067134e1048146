// Behind the proxy of an office: no WebSocket, or not even an answer before it is whole; and lines that die without a word.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { startBlackHole } from '../../support/network/black-hole.ts';
import { type Manners, type OfficeProxy, startOfficeProxy } from '../../support/network/office-proxy.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { type Citizen, createCitizen, createOperator, signIn } from '../../support/story/people.ts';
import { recordTraffic, type Traffic } from '../../support/story/traffic.ts';

const STREAM_WITHIN_MS = 5_000;
const POLL_WITHIN_MS = 9_000;
const IDLE_MS = 40_000;
const SENDING_MS = 5_000;
/** Of the first backoff, and of the machine. */
const SLACK_MS = 2_000;

describe('a conversation behind a proxy', () => {
  const browser = useBrowser();
  let server: DemoServer;
  let proxy: OfficeProxy;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterEach(() => proxy?.close());
  afterAll(() => server?.dispose());

  async function open(url: string, through: string, prepare?: (page: Page) => Promise<void>) {
    const page = await browser.openPage({ proxy: { server: through } });
    await prepare?.(page);
    const traffic = recordTraffic(page);
    await page.goto(url);
    return { page, traffic };
  }

  async function openCitizenBehind(through: string, prepare?: (page: Page) => Promise<void>) {
    const { page, traffic } = await open(`${server.url}/demo/verhuizing/`, through, prepare);
    const citizen: Citizen = createCitizen(page);
    await citizen.button.click();
    return { citizen, traffic };
  }

  const verbs = ({ requests }: Traffic): string[] =>
    requests.map(({ url }) => new URL(url).pathname.split('/').at(-1) ?? '');

  it.each<[string, Manners, string, number]>([
    ['refuses upgrades', { upgrades: 'refuse' }, 'stream', STREAM_WITHIN_MS],
    [
      'refuses upgrades and holds answers back',
      { upgrades: 'refuse', buffers: true },
      'poll',
      POLL_WITHIN_MS,
    ],
    ['answers no upgrade at all', { upgrades: 'swallow' }, 'stream', STREAM_WITHIN_MS],
    ['answers none and holds answers back', { upgrades: 'swallow', buffers: true }, 'poll', POLL_WITHIN_MS],
  ])(
    '[F1] that %s: the first message is there in time, and so is all that follows',
    async (_, manners, over, within) => {
      proxy = await startOfficeProxy(manners);
      const operator = await signIn(browser, server, 'Anna');
      const { citizen, traffic } = await openCitizenBehind(proxy.url);
      const said = Date.now();
      await citizen.say('C01 Werkt dit hier?');
      await operator.take();
      await expect.poll(() => operator.marks(), { timeout: within, interval: 20 }).toEqual(['C01']);
      const took = Date.now() - said;
      process.stdout.write(`First message over a ${over}: ${took} ms\n`);
      expect(took).toBeLessThan(within);
      expect(proxy.withheld).toBeGreaterThan(0);
      expect(verbs(traffic)).toContain(over);

      await operator.say('O01 Ja hoor');
      await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);
      for (const mark of ['C02', 'C03', 'C04']) await citizen.say(`${mark} nog iets`);
      await expect.poll(() => operator.marks()).toEqual(['C01', 'O01', 'C02', 'C03', 'C04']);

      const { kill, start } = server;
      await kill();
      await citizen.say('C05 De server is even weg');
      await start();
      await expect.poll(async () => (await operator.marks()).at(-1), { timeout: 30_000 }).toBe('C05');
      await operator.say('O02 Daar ben ik weer');
      await expect.poll(async () => (await citizen.marks()).at(-1), { timeout: 30_000 }).toBe('O02');
      await operator.finish();
    },
    120_000,
  );

  it('[F1] the console works behind it as well', async () => {
    proxy = await startOfficeProxy({ upgrades: 'refuse' });
    const { page, traffic } = await open(await server.signInLink('Bram'), proxy.url);
    const operator = createOperator(page);
    await page.getByRole('radio', { name: 'Beschikbaar' }).check();
    const citizen = createCitizen(await browser.openPage());
    await citizen.page.goto(`${server.url}/demo/verhuizing/`);
    await citizen.button.click();
    await citizen.say('C01 Hallo');
    await operator.take();
    await expect.poll(() => operator.marks()).toEqual(['C01']);
    await operator.say('O01 Goedemiddag');
    await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);
    expect(verbs(traffic)).toContain('stream');
    await operator.finish();
  });

  it('[F1] a page whose WebSocket works fetches nothing for all this', async () => {
    proxy = await startOfficeProxy();
    const operator = await signIn(browser, server, 'Anna');
    const { citizen, traffic } = await openCitizenBehind(proxy.url);
    await citizen.say('C01 Gewoon');
    await operator.take();
    await expect.poll(() => operator.marks()).toEqual(['C01']);
    expect(traffic.sockets).toHaveLength(1);
    expect(traffic.requests.map(({ url }) => url).join(' ')).not.toMatch(/chooser|line-requests|ping/);
    await operator.finish();
  });

  it('[L2 L3] finds a line that swallows what is said, when sending and when idle', async () => {
    proxy = await startOfficeProxy();
    const hole = await startBlackHole(proxy.url);
    const operator = await signIn(browser, server, 'Anna');
    const { citizen } = await openCitizenBehind(hole.url, (page) => page.clock.install());
    await citizen.say('C01 Hallo');
    await operator.take();
    await expect.poll(() => operator.marks()).toEqual(['C01']);

    // Real seconds from here: the page's clock runs as usual until it is turned.
    hole.swallow('up', 'down');
    const said = Date.now();
    await citizen.say('C02 Hoort u mij?');
    const within = SENDING_MS + SLACK_MS;
    await expect.poll(() => operator.marks(), { timeout: within }).toEqual(['C01', 'C02']);
    expect(Date.now() - said).toBeGreaterThan(SENDING_MS - SLACK_MS);

    hole.swallow('down');
    await operator.say('O01 Nu hoort u niets');
    await citizen.page.clock.runFor(IDLE_MS);
    await citizen.page.clock.runFor(SLACK_MS);
    await expect.poll(() => citizen.marks()).toEqual(['C01', 'C02', 'O01']);
    await hole.close();
  }, 60_000);
});
