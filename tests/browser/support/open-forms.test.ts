/** The real Open Forms SDK on our small server: a person can be wrong, see it, correct it and finish. */
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/browser/launch.ts';
import {
  answerOpenForm,
  beginOpenForm,
  chooseInOpenForm,
  pressNextInOpenForm,
} from '../../support/forms/fill-open-forms.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startOpenFormsPage } from '../../support/forms/open-forms-page.ts';

const WRONG_KENTEKEN = 'Dit is geen Nederlands kenteken.';

describe.each(['old', 'new'] as const)('Open Forms, %s renderer', (renderer) => {
  const browser = useBrowser();
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  it('takes a person who gets the same field wrong twice to the end', async () => {
    host = await startOpenFormsPage({ tag: '<meta name="tag-was-here">', renderer });
    const page = await browser.openPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));

    await beginOpenForm(page, host.url);
    expect(await page.locator('meta[name="tag-was-here"]').count()).toBe(1);
    expect(await page.locator('h1').textContent()).toBe('Aanvraag parkeervergunning');

    await answerOpenForm(page, 'Naam', 'Jan Jansen');
    for (const wrong of ['12', '13']) {
      await answerOpenForm(page, 'Kenteken', wrong);
      await page.getByText(WRONG_KENTEKEN).waitFor({ state: 'detached' });
      await pressNextInOpenForm(page);
      await page.getByText(WRONG_KENTEKEN).waitFor();
      expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    }

    await answerOpenForm(page, 'Kenteken', 'AB-123-C');
    await chooseInOpenForm(page, 'Ja', 'ja');
    await pressNextInOpenForm(page);
    await answerOpenForm(page, 'Merk', 'Fiat');
    expect(await page.locator('h2.openforms-subtitle, .openforms-card h2').first().textContent()).toBe(
      'Uw auto',
    );
    await pressNextInOpenForm(page);
    await page.getByText('AB-123-C').waitFor();
    await pressNextInOpenForm(page);
    await page.getByText('Uw aanvraag is ontvangen').waitFor();
    expect(new URL(page.url()).pathname).toBe('/parkeervergunning/bevestiging');
    expect(problems).toEqual([]);
  });
});

describe('Open Forms page', () => {
  const browser = useBrowser();
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  it('sends the headers it is given with the page', async () => {
    const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'";
    host = await startOpenFormsPage({ tag: '', headers: { 'content-security-policy': policy } });
    const page = await browser.openPage();
    const answer = await page.goto(host.url);
    expect(answer?.headers()['content-security-policy']).toBe(policy);
    await page.getByRole('button', { name: 'Formulier starten' }).waitFor();
  });
});
