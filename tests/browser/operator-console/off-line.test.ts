// Words of an operator while the line is gone, or for a conversation that is: what comes back, what goes by itself, what is kept.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { hasMessage } from '../../support/server/talk.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { bringCitizen, type Operator, signIn, type TalkingCitizen } from './desk-people.ts';

interface CutLine {
  cut(): Promise<void>;
  mend(): void;
}

/** A network between the console and the server that can be cut, and gives no new line until it is mended. */
async function cutLine(page: Page): Promise<CutLine> {
  const cuts = new Set<() => Promise<void>>();
  let isCut = false;
  await page.routeWebSocket(/\/console\/socket$/, (socket) => {
    const cut = () => socket.close({ code: 1001 });
    if (isCut) return void cut();
    socket.connectToServer();
    cuts.add(cut);
  });
  return {
    async cut() {
      isCut = true;
      for (const cut of cuts) await cut();
      cuts.clear();
    },
    mend() {
      isCut = false;
    },
  };
}

describe('words of an operator', () => {
  const browser = useBrowser();
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server?.dispose());

  async function answering(who: string, width = 1280) {
    const citizen = await bringCitizen(server);
    await citizen.say('Welk inkomen moet ik invullen?');
    let line: CutLine = { cut: async () => undefined, mend: () => undefined };
    const operator: Operator = await signIn(browser, server, who, {
      width,
      prepare: async (page) => {
        line = await cutLine(page);
      },
    });
    const { page } = operator;
    await page.getByRole('button', { name: 'Oppakken' }).click();
    await page.getByRole('log').getByText('Welk inkomen').waitFor();
    // The log can be read before the conversation is ours; with the box it is.
    const box = page.getByRole('textbox', { name: 'Bericht aan de burger' });
    await box.waitFor();
    return { ...operator, citizen, line, box };
  }

  const end = ({ wire }: TalkingCitizen): void => wire.say({ type: 'end' });
  const saysNothing = ({ wire }: TalkingCitizen): boolean =>
    !wire.heard.some(
      (frame) =>
        frame.type === 'events' &&
        frame.events.some((event) => event.kind === 'message' && event.from === 'operator'),
    );

  it.each([1280, 390])(
    '[A7] sent while the line is gone come back when the citizen wrote meanwhile, and go at one key (%i px)',
    async (width) => {
      const { page, citizen, line, box } = await answering('Anna', width);
      await line.cut();
      await page.getByRole('alert').getByText('Geen verbinding').waitFor();
      await expectAccessible(page);
      await citizen.say('Laat maar, ik weet het al. Wat is een toeslag?');
      await box.fill('Uw bruto-inkomen.');
      await box.press('Enter');
      await page.getByText('Nog niet verzonden').waitFor();
      line.mend();
      await page.getByRole('alert').getByText('de burger schreef ondertussen iets nieuws').waitFor();
      await page.getByRole('log').getByText('Wat is een toeslag?').waitFor();
      await page.getByText('Klopt uw antwoord nog?').waitFor();
      expect(await box.inputValue()).toBe('Uw bruto-inkomen.');
      expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(saysNothing(citizen)).toBe(true);
      await expectAccessible(page);
      await page.keyboard.press('Enter');
      await citizen.wire.hear('events', hasMessage('Uw bruto-inkomen.'));
      expect(await page.getByRole('alert').count()).toBe(0);
      end(citizen);
    },
  );

  it('[A7] sent while the line is gone go by themselves when nothing new came', async () => {
    const { page, citizen, line, box } = await answering('Bram');
    await line.cut();
    await page.getByRole('alert').getByText('Geen verbinding').waitFor();
    await box.fill('Uw bruto-inkomen.');
    await box.press('Enter');
    line.mend();
    await citizen.wire.hear('events', hasMessage('Uw bruto-inkomen.'));
    await page.getByRole('log').getByText('Verzonden').waitFor();
    expect(await box.inputValue()).toBe('');
    end(citizen);
  });

  it('typed for a conversation that ended while another was on the screen are kept until they are thrown away', async () => {
    const { page, citizen, box, complaints } = await answering('Chris');
    await box.fill('Ik zoek het even voor u op');
    const other = await bringCitizen(server);
    await page.getByRole('list', { name: 'Wachtrij' }).getByRole('button', { name: 'Oppakken' }).click();
    await expect.poll(() => box.inputValue()).toBe('');
    end(citizen);
    const row = page.getByRole('link', { name: /^Dit gesprek is afgelopen/ });
    await row.waitFor();
    await expectAccessible(page);
    await row.click();
    await page.getByText('Ik zoek het even voor u op').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tekst weggooien' }).click();
    await page.getByText('Ik zoek het even voor u op').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    end(other);
  });
});
