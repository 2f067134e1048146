/** The GOV.UK pages: markup of govuk-frontend, mistakes marked without aria-invalid, a page load for each question. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { pressWithMouse, retype } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { GOVUK_SERVICE, startGovukPage } from '../../support/forms/govuk-page.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';

const TAG =
  '<script>window.loads = Number(sessionStorage.loads ?? 0) + 1; sessionStorage.loads = window.loads;</script>';

describe('GOV.UK pages', () => {
  const browser = useBrowser();
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  async function open(path = ''): Promise<Page> {
    host = await startGovukPage({ tag: TAG, headers: { 'x-policy-of-this-page': 'strict' } });
    const page = await browser.openPage();
    const answer = await page.goto(path === '' ? host.url : host.origin + path);
    expect(answer?.headers()['x-policy-of-this-page']).toBe('strict');
    return page;
  }

  const goOn = (page: Page) => pressWithMouse(page, page.getByRole('button', { name: 'Continue' }));

  it('takes a person who gets the same field wrong twice to the end', async () => {
    const page = await open();
    const nino = page.getByLabel('National insurance number');
    for (const [wrong, loads] of [
      ['QQ 12', 2],
      ['QQ 12 34 56', 3],
    ] as const) {
      await retype(page, nino, wrong);
      await goOn(page);
      await page.waitForFunction((expected) => window['loads' as keyof Window] === expected, loads);
      await page
        .getByRole('alert')
        .getByText('Enter a National Insurance number in the correct format')
        .waitFor();
      expect(await page.title()).toBe(
        `Error: What is your National Insurance number? - ${GOVUK_SERVICE} - GOV.UK`,
      );
      expect(await nino.inputValue()).toBe(wrong);
      expect(await nino.getAttribute('aria-describedby')).toBe('nino-hint nino-error');
      expect(await page.locator('[aria-invalid]').count()).toBe(0);
    }
    await retype(page, nino, 'AB 12 34 56 C');
    await goOn(page);

    await page.getByRole('heading', { name: 'What is your home address?' }).waitFor();
    await retype(page, page.getByLabel('Address line 1'), '10 High Street');
    await retype(page, page.getByLabel('Postcode'), 'SW1A 2AA');
    await goOn(page);

    await retype(page, page.getByLabel('Day'), '31');
    await retype(page, page.getByLabel('Month'), '3');
    await retype(page, page.getByLabel('Year'), '1980');
    await goOn(page);

    await pressWithMouse(page, page.getByLabel('No', { exact: true }));
    await goOn(page);
    await page.getByRole('heading', { name: 'Application complete' }).waitFor();
  });

  it.each([
    ['/national-insurance-number', 'Enter your National Insurance number', 'nino'],
    ['/home-address', 'Enter a full UK postcode', 'postcode'],
    ['/date-of-birth', 'Enter your date of birth', 'dob-day'],
    ['/name-changed', 'Select yes if you have changed your name', 'changed'],
  ])('%s says what is missing, in the summary and at the field', async (path, message, id) => {
    const page = await open(path);
    await goOn(page);
    const summary = page.getByRole('alert').getByRole('link', { name: message });
    expect(await summary.getAttribute('href')).toBe(`#${id}`);
    await page.locator('.govuk-form-group--error .govuk-error-message', { hasText: message }).waitFor();
    await pressWithMouse(page, summary);
    await page.waitForFunction((expected) => document.activeElement?.id === expected, id);
  });

  it('refuses a date that does not exist', async () => {
    const page = await open('/date-of-birth');
    for (const [label, part] of [
      ['Day', '31'],
      ['Month', '2'],
      ['Year', '1980'],
    ] as const) {
      await retype(page, page.getByLabel(label), part);
    }
    await goOn(page);
    await page.getByRole('alert').getByText('Date of birth must be a real date').waitFor();
    expect(await page.getByLabel('Day').inputValue()).toBe('31');
  });
});
