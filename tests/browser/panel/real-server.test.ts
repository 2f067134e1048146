/** The panel against the real server in a process of its own: page loads, kill -9, no network. Nothing lost, nothing doubled. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { listenOnLoopback } from '../../support/forms/loopback-server.ts';
import { type Operator, reconnectOperator, SITE, signIn } from '../../support/server/people.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { buildPanel } from './panel-page.ts';

const PAGE_PORT = 21_451;
/** A busy machine with two cores is slow, not broken. */
const PATIENCE = { timeout: 10_000 };

describe('the panel and the real server', () => {
  const browser = useBrowser();
  let server: DemoServer;
  let host: { origin: string; close(): Promise<void> };
  let cookie: string;
  beforeAll(async () => {
    const serve = await buildPanel();
    host = await listenOnLoopback(PAGE_PORT, (request, response) => {
      const file = serve(new URL(request.url ?? '/', 'http://host').pathname);
      response.writeHead(file === null ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' });
      response.end(file?.body);
    });
    server = await startDemoServer({ origins: [host.origin] });
    cookie = (await signIn({ url: server.url }, await server.signInLink('Anna'))).cookie;
  });
  afterAll(async () => {
    await server?.dispose();
    await host?.close();
  });

  const log = (page: Page) => page.getByRole('log', { name: 'Gesprek' });
  const box = (page: Page) => page.getByRole('textbox', { name: 'Uw bericht' });
  const bubbles = (page: Page) => log(page).locator('.vp-bubble').allInnerTexts();
  const isDelivered = (page: Page) =>
    expect
      .poll(
        () =>
          log(page)
            .getByText(/Wordt verstuurd|Nog niet verzonden/)
            .count(),
        PATIENCE,
      )
      .toBe(0);
  async function say(page: Page, text: string): Promise<void> {
    await box(page).fill(text);
    await page.getByRole('button', { name: 'Versturen' }).click();
    await log(page).getByText(text, { exact: true }).waitFor();
  }

  async function goToDesk(): Promise<Operator> {
    const operator = await reconnectOperator({ url: server.url }, cookie);
    operator.wire.say({ type: 'status', status: 'available' });
    await operator.wire.hear('status', ({ status }) => status === 'available');
    return operator;
  }

  /** A citizen and an operator in one conversation. */
  async function meet() {
    const operator = await goToDesk();
    const page = await browser.openPage();
    await page.goto(`${host.origin}/voorbeeld?relay=${encodeURIComponent(server.url)}&site=${SITE}`);
    await page.getByRole('button', { name: 'Chat met ons' }).click();
    await say(page, 'C1');
    await isDelivered(page);
    const { summary } = await operator.wire.hear(
      'summary',
      (frame) => frame.summary.lastMessage?.text === 'C1',
    );
    operator.wire.say({ type: 'take', conversation: summary.id });
    operator.wire.say({ type: 'follow', conversation: summary.id, lastSeq: 0, epoch: null });
    await page.getByText(/helpt u$/).waitFor();
    return { operator, page, conversation: summary.id };
  }

  function answer(operator: Operator, conversation: string, n: number, text: string): void {
    const id = randomUUID();
    operator.wire.say({ type: 'send', conversation, id, n, assignmentEpoch: 1, text });
  }

  it('talks both ways, goes on after a page load, and ends', async () => {
    const { operator, page, conversation } = await meet();
    answer(operator, conversation, 1, 'O1');
    await log(page).getByText('O1', { exact: true }).waitFor();
    await page.reload();
    await log(page).getByText('O1', { exact: true }).waitFor();
    await say(page, 'C2');
    answer(operator, conversation, 2, 'O2');
    await log(page).getByText('O2', { exact: true }).waitFor();
    await isDelivered(page);
    expect((await bubbles(page)).sort()).toEqual(['C1', 'C2', 'O1', 'O2']);
    operator.wire.say({ type: 'finish', conversation, assignmentEpoch: 1 });
    await page.getByText('Het gesprek is afgelopen.').waitFor();
    await page.reload();
    await page.getByText('Het gesprek is afgelopen.').waitFor();
    await log(page).getByText('C2', { exact: true }).waitFor();
    await operator.wire.close();
  });

  it('survives kill -9 of the server with messages on their way', async () => {
    const { operator, page } = await meet();
    await say(page, 'C2');
    await server.kill();
    await operator.wire.closed;
    await page.getByText('Geen verbinding. Uw bericht blijft hier staan').waitFor();
    await say(page, 'C3');
    await say(page, 'C4');
    await server.start();
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.getByText('Geen verbinding').waitFor({ state: 'detached' });
    await isDelivered(page);
    expect(await bubbles(page)).toEqual(['C1', 'C2', 'C3', 'C4']);
    await page.reload();
    await log(page).getByText('C4', { exact: true }).waitFor();
    expect(await bubbles(page)).toEqual(['C1', 'C2', 'C3', 'C4']);
  });

  it('keeps what is written without network, over a page load, and sends it once', async () => {
    const { operator, page } = await meet();
    await page.context().setOffline(true);
    await say(page, 'C2');
    await page.context().setOffline(false);
    await isDelivered(page);
    await server.kill();
    await say(page, 'C3');
    await page.getByText('Geen verbinding').waitFor();
    await server.start();
    await page.reload();
    await log(page).getByText('C3', { exact: true }).waitFor();
    await isDelivered(page);
    await expect.poll(() => bubbles(page), PATIENCE).toEqual(['C1', 'C2', 'C3']);
    await operator.wire.closed;
  });
});
