// From a fallback back to a WebSocket, in a real browser against the real server: the operator notices nothing, and misses nothing.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type Manners, type OfficeProxy, startOfficeProxy } from '../../support/network/office-proxy.ts';
import { hasMessage } from '../../support/server/talk.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, type Operator, signIn, type TalkingCitizen } from './desk-people.ts';

/** The five minutes after which a WebSocket is tried beside a fallback (F1): they pass when the test says so. */
function holdFiveMinutes(): void {
  const held: (() => void)[] = [];
  const run = globalThis.setTimeout;
  const later = (what: () => void, ms?: number): number => {
    if (ms !== 5 * 60_000) return Number(run(what, ms));
    held.push(what);
    return 0;
  };
  Object.assign(globalThis, {
    setTimeout: later,
    fiveMinutesPass: () => {
      for (const what of held.splice(0)) what();
    },
  });
}

describe('a console behind a proxy that lets WebSockets through again', () => {
  const browser = useBrowser();
  let server: DemoServer;
  let proxy: OfficeProxy;
  const manners: Manners = {};
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterEach(() => proxy?.close());
  afterAll(() => server?.dispose());

  async function openBehindProxy(who: string): Promise<Operator & { citizen: TalkingCitizen }> {
    manners.upgrades = 'refuse';
    proxy = await startOfficeProxy(manners);
    const citizen = await bringCitizen(server);
    const operator = await signIn(browser, server, who, {
      proxy: proxy.url,
      prepare: (page) => page.addInitScript(holdFiveMinutes),
    });
    await operator.page.getByRole('button', { name: 'Oppakken' }).click();
    await operator.page.getByRole('textbox', { name: 'Bericht aan de burger' }).waitFor();
    await citizen.say('C01 Over de omweg');
    await operator.page.getByRole('log').getByText('C01').waitFor();
    return { ...operator, citizen };
  }

  /** Resolves when the first frame came over the WebSocket. */
  async function letThrough(page: Page): Promise<void> {
    delete manners.upgrades;
    const first = page
      .waitForEvent('websocket', { predicate: (socket) => socket.url().endsWith('/console/socket') })
      .then((socket) => socket.waitForEvent('framereceived'));
    await page.evaluate('fiveMinutesPass()');
    await first;
  }

  const reply = async (page: Page, text: string): Promise<void> => {
    const box = page.getByRole('textbox', { name: 'Bericht aan de burger' });
    await box.fill(text);
    await box.press('Enter');
  };

  const repliesTo = ({ wire }: TalkingCitizen): string[] =>
    wire.heard
      .flatMap((frame) => (frame.type === 'events' ? frame.events : []))
      .flatMap((event) => (event.kind === 'message' && event.from === 'operator' ? [event.text] : []));

  it('[F1] goes on over one: what the citizen writes is shown, what the operator writes arrives', async () => {
    const { page, citizen, complaints } = await openBehindProxy('Anna');
    await letThrough(page);
    await citizen.say('C02 Over de WebSocket');
    await page.getByRole('log').getByText('C02').waitFor();
    await citizen.wire.hear('read', ({ seq }) => seq >= 4);
    await reply(page, 'O01 Ik lees u');
    await citizen.wire.hear('events', hasMessage('O01 Ik lees u'));
    await page.getByRole('log').getByText('Verzonden').waitFor();
    expect(complaints).toEqual([]);
    citizen.wire.say({ type: 'end' });
  });

  it('[F1] [M5] a reply that was on its way over the fallback arrives once', async () => {
    const { page, citizen } = await openBehindProxy('Bram');
    // The post is held on its way, longer than the change takes.
    await page.route('**/console/send', () => undefined);
    await reply(page, 'O01 Onderweg');
    await page.getByRole('log').getByText('Wordt verzonden…').waitFor();
    await letThrough(page);
    await citizen.wire.hear('events', hasMessage('O01 Onderweg'));
    await page.getByRole('log').getByText('Verzonden').waitFor();
    await reply(page, 'O02 En verder');
    await citizen.wire.hear('events', hasMessage('O02 En verder'));
    expect(repliesTo(citizen)).toEqual(['O01 Onderweg', 'O02 En verder']);
    citizen.wire.say({ type: 'end' });
  });

  it('[F1] what was asked over the fallback is asked again', async () => {
    const { page, citizen } = await openBehindProxy('Chris');
    await page.route('**/console/send', () => undefined);
    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByRole('button', { name: 'Ja, afronden' }).click();
    await page.getByRole('button', { name: 'Wordt afgerond…' }).waitFor();
    await letThrough(page);
    await page.getByText('Dit gesprek is afgelopen.').waitFor();
    await citizen.wire.hear('events', ({ events }) => events.some(({ kind }) => kind === 'closed'));
  });
});
