// What is never read, never stored and never sent; seen from outside, over whole visits.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import {
  fillCostsButAmount,
  getAmountWrongTwice,
  openCitizen,
  signIn,
  waitForOffer,
} from '../../support/story/people.ts';
import { EMPTY_DEVICE, readDevice, recordTraffic, type Traffic } from '../../support/story/traffic.ts';
import { buildValueReader } from '../../support/story/value-reader.ts';

const FORMS = ['/demo/verhuizing/', '/demo/uittreksel/', '/demo/bijstand/'];

/** Types a string of its own into every box of the step on screen; gives the strings. */
async function typeCanaries(page: Page, prefix: string): Promise<string[]> {
  const boxes = page
    .locator('main form')
    .locator('input[type=text], input[type=email], input[type=tel], input:not([type]), textarea');
  const canaries: string[] = [];
  for (const [index, box] of (await boxes.all()).entries()) {
    if (!(await box.isVisible())) continue;
    const canary = `${prefix}${index}zeldzaam`;
    await box.click();
    await page.keyboard.type(canary);
    canaries.push(canary);
  }
  return canaries;
}

/** What the relay was sent: everything but the form's own posts. */
const toRelay = (traffic: Traffic): string =>
  [
    ...traffic.requests.filter((request) => !request.url.includes('/demo/')).map((request) => request.text),
    ...traffic.frames,
  ].join('\n');

async function readFolder(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

describe('privacy', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  /** A whole visit with canaries in every field and a conversation in the middle; everything that anyone could keep of it. */
  async function visitWithCanaries(
    forms = FORMS,
    prepare: (page: Page) => Promise<void> = async () => undefined,
  ) {
    const operator = await signIn(browser, server, 'Anna');
    const canaries: string[] = [];
    let everything = '';
    for (const [index, path] of forms.entries()) {
      const citizen = await openCitizen(browser, 'about:blank');
      await prepare(citizen.page);
      const traffic = recordTraffic(citizen.page);
      await citizen.page.goto(`${server.url}${path}`);
      canaries.push(...(await typeCanaries(citizen.page, `vr${index}`)));
      await citizen.page.locator('main form button[type=submit]').first().click();
      await citizen.button.click();
      await citizen.say(`C0${index} Kunt u mij helpen?`);
      await operator.take();
      await expect.poll(() => operator.marks()).toEqual([`C0${index}`]);
      canaries.push(...(await typeCanaries(citizen.page, `nr${index}`)));
      await operator.say(`O0${index} Ja hoor`);
      await expect.poll(() => citizen.marks()).toEqual([`C0${index}`, `O0${index}`]);
      everything += toRelay(traffic) + (await readDevice(citizen.page));
      await operator.finish();
      await citizen.page.context().close();
    }
    return { canaries, everything: everything + (await readFolder(server.dataDir)) + server.output() };
  }

  it('what is typed into a form is nowhere: not in traffic, on the device, in the log or in the database', async () => {
    const { canaries, everything } = await visitWithCanaries();
    expect(canaries.length).toBeGreaterThan(12);
    expect(everything).toContain('Kunt u mij helpen?');
    expect(canaries.filter((canary) => everything.includes(canary))).toEqual([]);
  });

  it('and the test above would have found it: a sensor that reads values is caught', async () => {
    const { canaries, everything } = await visitWithCanaries(FORMS.slice(0, 1), await buildValueReader());
    expect(canaries.filter((canary) => everything.includes(canary))).not.toEqual([]);
  });

  it('before acceptance: no cookie, no storage, no socket, and no identifier in any request', async () => {
    await signIn(browser, server, 'Anna');
    const citizen = await openCitizen(browser, 'about:blank');
    const traffic = recordTraffic(citizen.page);
    await citizen.page.goto(`${server.url}/demo/bijstand/`);
    await fillCostsButAmount(citizen.page);
    await getAmountWrongTwice(citizen.page);
    await waitForOffer(citizen, 25_000);
    expect(await readDevice(citizen.page)).toBe(EMPTY_DEVICE);
    expect(traffic.sockets).toEqual([]);

    const relay = traffic.requests.filter(({ url }) => new URL(url).pathname.startsWith('/v1/'));
    const asked = relay.filter(({ method }) => method === 'POST');
    // The words come in the language of tag or page, how the form is set by the name of the form; nothing else is asked in an address.
    const asks = relay.map(({ url }) => new URL(url)).filter(({ search }) => search !== '');
    expect(asks.map(({ pathname }) => pathname)).toEqual([
      '/v1/sites/voorbeeldstad',
      '/v1/sites/voorbeeldstad/form-profile',
    ]);
    expect(asks.map(({ search }) => search)).toEqual([
      '?language=,nl',
      '?form=Bijzondere%20bijstand%20aanvragen',
    ]);
    for (const { text } of relay) expect(text).not.toMatch(/"(cookie|authorization)"|"referer":"[^"]/i);
    // Asking sends form and step only; what follows carries the offer's own id, which ends with the offer.
    expect(asked[0]?.text.split('\n').at(-1)).toMatch(/^\{"form":"[^"]*","step":("[^"]*"|null)\}$/);
    for (const { text } of asked.slice(1)) expect(text.split('\n').at(-1)).toMatch(/^\{"change":"[a-z]+"\}$/);
  });

  it('after "Nee, bedankt": one flag without identifier, and quiet for the visit', async () => {
    await signIn(browser, server, 'Anna');
    const citizen = await openCitizen(browser, `${server.url}/demo/bijstand/`);
    await fillCostsButAmount(citizen.page);
    await getAmountWrongTwice(citizen.page);
    await waitForOffer(citizen, 25_000);
    await citizen.page.getByRole('button', { name: 'Nee, bedankt' }).click();
    await expect.poll(() => citizen.offer.count()).toBe(0);
    const device = await readDevice(citizen.page);
    expect(JSON.parse(JSON.parse(device).session)).toEqual({ 'vangnet:voorbeeldstad:declined': '1' });
    await citizen.button.waitFor();
  });
});
