// Who is in these tests: an operator in a real browser, citizens on bare sockets, one real server.
import type { Page } from 'playwright-core';
import type { TestBrowser } from '../../support/browser/launch.ts';
import { type Citizen, connectCitizen, startConversation } from '../../support/server/people.ts';
import type { VisitorWire } from '../../support/server/wire.ts';
import type { DemoServer } from '../../support/story/demo-server.ts';

export interface Operator {
  page: Page;
  /** Everything the page complained about: errors, and what the policy refused. */
  complaints: string[];
}

export async function openConsole(
  browser: TestBrowser,
  url: string,
  options: { width?: number; proxy?: string; prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<Operator> {
  const { width = 1280, proxy } = options;
  const page = await browser.openPage({
    viewport: { width, height: 800 },
    ...(proxy === undefined ? {} : { proxy: { server: proxy } }),
  });
  const complaints: string[] = [];
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('console', (line) => {
    // A refused session is the server's honest answer, not a fault of the page.
    const expected = /status of 401|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|WebSocket connection/;
    if (line.type() === 'error' && !expected.test(line.text())) complaints.push(line.text());
  });
  await options.prepare?.(page);
  await page.goto(url);
  return { page, complaints };
}

/** At the desk, with the lists of the server. */
export async function signIn(
  browser: TestBrowser,
  server: DemoServer,
  who: string,
  options: Parameters<typeof openConsole>[2] = {},
): Promise<Operator> {
  const operator = await openConsole(browser, await server.signInLink(who), options);
  await operator.page.getByRole('list', { name: 'Wachtrij' }).waitFor({ state: 'attached' });
  await operator.page.getByRole('radio', { name: 'Beschikbaar', checked: true }).waitFor();
  return operator;
}

export interface TalkingCitizen extends Citizen {
  wire: VisitorWire;
  say(text: string): Promise<void>;
}

export async function bringCitizen(server: DemoServer): Promise<TalkingCitizen> {
  const citizen = await startConversation(server);
  const wire = await connectCitizen(server, citizen);
  let n = 0;
  return {
    ...citizen,
    wire,
    async say(text) {
      n += 1;
      const id = crypto.randomUUID();
      wire.say({ type: 'send', id, n, text });
      await wire.hear('ack', (frame) => frame.id === id);
    },
  };
}
