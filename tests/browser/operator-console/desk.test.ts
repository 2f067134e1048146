// A working hour at the desk, in a real browser against the real server: waiting, reading, taking, talking, losing the line, finishing.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, signIn, type TalkingCitizen } from './desk-people.ts';

describe('the desk', () => {
  const browser = useBrowser();
  let server: DemoServer;
  const citizens: TalkingCitizen[] = [];
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterEach(() => {
    // Who is done leaves: each test begins with an empty queue.
    for (const { wire } of citizens.splice(0)) wire.say({ type: 'end' });
  });
  afterAll(() => server?.dispose());

  async function bring(): Promise<TalkingCitizen> {
    const citizen = await bringCitizen(server);
    citizens.push(citizen);
    return citizen;
  }

  it('from a new conversation to the end of it, by keyboard, with every state usable by everyone', async () => {
    const { page, complaints } = await signIn(browser, server, 'Anna');
    await page.getByText('Niemand wacht').waitFor();
    await expectAccessible(page);

    const citizen = await bring();
    const queue = page.getByRole('list', { name: 'Wachtrij' });
    await queue.getByText('Bijzondere bijstand aanvragen').waitFor();
    await expect.poll(() => page.title()).toBe('(1) Vangnet');
    await expect
      .poll(() => queue.innerText())
      .toMatch(/Uw inkomen \(stap 2 van 5\)[\s\S]*2× een foutmelding/);
    await expect
      .poll(() => page.getByRole('status').allInnerTexts())
      .toContain('Nieuw gesprek in de wachtrij: Bijzondere bijstand aanvragen, Uw inkomen (stap 2 van 5)');
    await citizen.say('Wat is een IBAN?');
    await expect.poll(() => queue.innerText()).toContain('Wat is een IBAN?');

    await queue.getByRole('link').focus();
    await page.keyboard.press('Enter');
    const log = page.getByRole('log', { name: 'Gesprek' });
    await log.getByText('Wat is een IBAN?').waitFor();
    await page.getByText('Dit gesprek wacht').waitFor();
    await expectAccessible(page);

    await page.keyboard.press('Control+Enter');
    const box = page.getByRole('textbox', { name: 'Bericht aan de burger' });
    await expect.poll(() => box.evaluate((field) => field === document.activeElement)).toBe(true);
    await citizen.wire.hear('read');
    await page.keyboard.type('Het nummer van uw bankrekening.');
    await citizen.wire.hear('typing', (frame) => frame.on);
    await page.keyboard.press('Enter');
    const { events } = await citizen.wire.hear('events', (frame) =>
      frame.events.some((event) => event.kind === 'message' && event.from === 'operator'),
    );
    const answer = events.find((event) => event.kind === 'message' && event.from === 'operator');
    await log.getByText('Verzonden').waitFor();
    if (answer) citizen.wire.say({ type: 'read', seq: answer.seq });
    await log.getByText('Gelezen').waitFor();
    citizen.wire.say({ type: 'typing', on: true });
    await log.getByText('De burger typt…').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByRole('dialog', { name: 'Gesprek afronden?' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByRole('button', { name: 'Ja, afronden' }).click();
    await page.getByText('Dit gesprek is afgelopen.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toMatch(/^Wachtrij/);
    await expect.poll(() => page.title()).toBe('Vangnet');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  it('[M5] [R5] a killed server and a reload lose no draft, no message and no place', async () => {
    const citizen = await bring();
    const { page } = await signIn(browser, server, 'Bram');
    await page.getByRole('button', { name: 'Oppakken' }).first().click();
    const box = page.getByRole('textbox', { name: 'Bericht aan de burger' });
    await box.waitFor();
    await server.kill();
    await page.getByText('Geen verbinding').waitFor();
    await expectAccessible(page);
    await box.fill('Geschreven zonder verbinding');
    await box.press('Enter');
    await page.getByText('Nog niet verzonden').waitFor();
    await box.fill('En dit is nog een concept');
    await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
    await server.start();
    await page.goto(`${server.url}/console/#gesprek/${citizen.conversation}`);
    const log = page.getByRole('log', { name: 'Gesprek' });
    await log.getByText('Verzonden').waitFor();
    expect(await log.getByText('Geschreven zonder verbinding').count()).toBe(1);
    expect(await box.inputValue()).toBe('En dit is nog een concept');
    // The citizen of this test hung on the old process.
    citizens.length = 0;
    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByRole('button', { name: 'Ja, afronden' }).click();
    await page.getByText('Dit gesprek is afgelopen.').waitFor();
  });

  it('[A1] an operator who is a moment too late hears who was first', async () => {
    const { page: first } = await signIn(browser, server, 'Anna');
    let deaf = false;
    const { page: late } = await signIn(browser, server, 'Chris', {
      prepare: (page) =>
        page.routeWebSocket(/\/console\/socket$/, (socket) => {
          const relay = socket.connectToServer();
          // The news that someone else took it is still on its way.
          relay.onMessage((data) => {
            if (!(deaf && String(data).includes('"type":"summary"'))) socket.send(data);
          });
        }),
    });
    await bring();
    await late.getByRole('button', { name: 'Oppakken' }).waitFor();
    deaf = true;
    await first.getByRole('button', { name: 'Oppakken' }).click();
    await first.getByRole('textbox', { name: 'Bericht aan de burger' }).waitFor();
    await late.getByRole('button', { name: 'Oppakken' }).click();
    await expect
      .poll(() => late.getByRole('alert').allInnerTexts())
      .toEqual([expect.stringMatching(/^Anna .*was u net voor/)]);
  });

  it('on a phone there is one column with a way back, and the context is a tab', async () => {
    const citizen = await bring();
    await citizen.say(`Heel lang: ${'arbeidsongeschiktheidsverzekering'.repeat(20)}`);
    const { page, complaints } = await signIn(browser, server, 'Dewi', { width: 390 });
    const queue = page.getByRole('list', { name: 'Wachtrij' });
    await expectAccessible(page);
    await queue.getByRole('button', { name: 'Oppakken' }).click();
    await page.getByRole('textbox', { name: 'Bericht aan de burger' }).waitFor();
    expect(await queue.isVisible()).toBe(false);
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Over dit gesprek' }).click();
    await page.getByRole('heading', { name: 'Wat gaat er mis?' }).waitFor();
    await expectAccessible(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBe(0);
    await page.getByRole('button', { name: 'Terug naar de lijsten' }).click();
    await expect.poll(() => page.getByRole('list', { name: 'Mijn gesprekken' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('shows what citizens write as text, under a policy that nothing breaks', async () => {
    const citizen = await bring();
    const attack = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    await citizen.say(attack);
    const dialogs: string[] = [];
    const { page, complaints } = await signIn(browser, server, 'Bram', {
      prepare: async (opened) => void opened.on('dialog', (dialog) => void dialogs.push(dialog.message())),
    });
    await page.getByRole('button', { name: 'Oppakken' }).first().click();
    await page.getByRole('log').getByText(attack).waitFor();
    expect(await page.locator('#console img, #console script').count()).toBe(0);
    await page.getByRole('button', { name: /^Menu van Bram/ }).click();
    await page.getByRole('button', { name: 'Sneltoetsen' }).click();
    await page.getByRole('dialog', { name: 'Sneltoetsen' }).waitFor();
    await expectAccessible(page);
    expect(dialogs).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
