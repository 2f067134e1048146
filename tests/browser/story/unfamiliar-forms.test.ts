// The plain tag on form kits that we did not make: the real Open Forms SDK and GOV.UK markup.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressWithMouse, retype } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { answerOpenForm, beginOpenForm, pressNextInOpenForm } from '../../support/forms/fill-open-forms.ts';
import { GOVUK_SERVICE, startGovukPage } from '../../support/forms/govuk-page.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startOpenFormsPage } from '../../support/forms/open-forms-page.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { findFreePort } from '../../support/story/free-port.ts';
import {
  type Citizen,
  type Operator,
  openCitizen,
  signIn,
  waitForOffer,
} from '../../support/story/people.ts';

describe('unfamiliar forms', () => {
  const browser = useBrowser();
  let server: DemoServer;
  let page: RunningPage | undefined;
  let ports: { openForms: number; govuk: number };

  beforeAll(async () => {
    ports = { openForms: await findFreePort(), govuk: await findFreePort() };
    server = await startDemoServer({
      origins: [`http://127.0.0.1:${ports.openForms}`, `http://127.0.0.1:${ports.govuk}`],
    });
  });
  afterEach(() => page?.close());
  afterAll(async () => {
    await server?.dispose();
  });

  /** Accepts the offer and reads the words of the operator's screen. */
  async function acceptAndTake(citizen: Citizen, operator: Operator): Promise<string> {
    await waitForOffer(citizen, 25_000);
    await citizen.page.getByRole('button', { name: /^(Ja, graag|Yes, please|Yes, .*)$/ }).click();
    await operator.take();
    await operator.page.getByRole('textbox', { name: 'Bericht aan de burger' }).waitFor();
    return operator.page.getByRole('main').innerText();
  }

  it.each(['old', 'new'] as const)(
    'Open Forms, %s renderer: form, step, field and reason',
    async (renderer) => {
      page = await startOpenFormsPage({ port: ports.openForms, tag: server.tag, renderer });
      const operator = await signIn(browser, server, 'Anna');
      const citizen = await openCitizen(browser, page.url);
      await beginOpenForm(citizen.page, page.url);
      await answerOpenForm(citizen.page, 'Naam', 'Jan Jansen');
      await answerOpenForm(citizen.page, 'Kenteken', 'fout');
      await pressNextInOpenForm(citizen.page);
      await answerOpenForm(citizen.page, 'Kenteken', 'nog fout');
      await pressNextInOpenForm(citizen.page);
      await citizen.page.getByLabel('Kenteken', { exact: true }).click();
      const words = await acceptAndTake(citizen, operator);
      expect(words).toContain('Aanvraag parkeervergunning');
      expect(words).toContain('Uw gegevens');
      expect(words).toContain('Kenteken');
      expect(words).toMatch(/foutmelding/);
      expect(citizen.errors).toEqual([]);
    },
  );

  it('GOV.UK, a page load for every answer: form, step, field and reason', async () => {
    page = await startGovukPage({ port: ports.govuk, tag: server.tag });
    const operator = await signIn(browser, server, 'Bram');
    const citizen = await openCitizen(browser, page.url);
    const number = citizen.page.getByLabel('National insurance number');
    for (const wrong of ['QQ 12', 'QQ 12 34 56']) {
      await retype(citizen.page, number, wrong);
      await pressWithMouse(citizen.page, citizen.page.getByRole('button', { name: 'Continue' }));
      await citizen.page.getByRole('alert').waitFor();
    }
    await pressWithMouse(citizen.page, number);
    const words = await acceptAndTake(citizen, operator);
    expect(words).toContain(GOVUK_SERVICE);
    expect(words).toContain('What is your National Insurance number?');
    expect(words).toMatch(/foutmelding/);
    expect(citizen.errors).toEqual([]);
  });
});
