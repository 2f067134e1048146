// A new conversation calls the operator: title, sound and desktop notice; each can be off, none says who the citizen is.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, type Operator, signIn } from './desk-people.ts';

/** Notes what the page asks of the machine: a headless browser has no speaker and no desktop, and always says that it has the focus. */
function listenToMachine(): void {
  const calls = { notes: 0, notices: [] as string[], focus: true };
  Object.assign(globalThis, { calls });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    calls.notes += 1;
    start.apply(this, when);
  };
  class Notice extends EventTarget {
    static permission = 'default';
    static async requestPermission() {
      Notice.permission = 'granted';
      return Notice.permission;
    }
    constructor(title: string, options: NotificationOptions) {
      super();
      calls.notices.push(`${title}: ${options.body}`);
    }
  }
  Object.assign(globalThis, { Notification: Notice });
  document.hasFocus = () => calls.focus;
}

interface Calls {
  notes: number;
  notices: string[];
}

describe('calling the operator', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  const readCalls = (page: Page): Promise<Calls> => page.evaluate('calls');

  async function openDesk(who: string): Promise<Operator> {
    const operator = await signIn(browser, server, who, {
      prepare: (page) => page.addInitScript(listenToMachine),
    });
    const { page } = operator;
    await page.getByRole('button', { name: /^Menu van/ }).click();
    await page.getByRole('button', { name: 'Meldingen aanzetten' }).click();
    await page.getByText('Meldingen staan aan').waitFor();
    return operator;
  }

  it('with sound and a notice that names form and step, nothing of the citizen', async () => {
    const { page, complaints } = await openDesk('Anna');
    await page.evaluate('calls.focus = false; window.dispatchEvent(new Event("blur"))');
    const citizen = await bringCitizen(server);
    await expect.poll(() => page.title()).toBe('(1) Vangnet');
    await expect
      .poll(() => readCalls(page))
      .toMatchObject({
        notes: 2,
        notices: ['Nieuw gesprek in de wachtrij: Bijzondere bijstand aanvragen, Uw inkomen (stap 2 van 5)'],
      });
    await page.getByRole('button', { name: 'Oppakken' }).click();
    await page.getByRole('textbox', { name: 'Bericht aan de burger' }).waitFor();
    await citizen.say('Mijn naam is Geheim');
    await expect.poll(async () => (await readCalls(page)).notices.length).toBe(2);
    expect((await readCalls(page)).notices.join()).not.toContain('Geheim');
    await expect.poll(() => page.title()).toBe('(1) Vangnet');
    await page.evaluate('calls.focus = true; window.dispatchEvent(new Event("focus"))');
    await expect.poll(() => page.title()).toBe('Vangnet');
    // Looking at it now: the next message makes no noise.
    const { notes } = await readCalls(page);
    await citizen.say('Nog iets');
    await page.getByRole('log').getByText('Nog iets').waitFor();
    expect(await readCalls(page)).toMatchObject({ notes, notices: { length: 2 } });
    citizen.wire.say({ type: 'end' });
    await page.getByText('Dit gesprek is afgelopen.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('without sound for who turned it off, also after a reload', async () => {
    const { page } = await openDesk('Bram');
    await page.getByRole('checkbox', { name: 'Geluid bij een nieuw gesprek' }).uncheck();
    await page.reload();
    await page.getByRole('button', { name: /^Menu van/ }).click();
    expect(await page.getByRole('checkbox', { name: 'Geluid bij een nieuw gesprek' }).isChecked()).toBe(
      false,
    );
    const citizen = await bringCitizen(server);
    await expect.poll(() => page.title()).toBe('(1) Vangnet');
    expect((await readCalls(page)).notes).toBe(0);
    citizen.wire.say({ type: 'end' });
  });
});
