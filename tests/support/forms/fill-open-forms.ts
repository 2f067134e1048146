/** What a citizen does on an Open Forms page, in both of its renderers. */
import type { Page } from 'playwright-core';
import { pressWithMouse, retype } from '../browser/citizen.ts';

/** Opens the form and starts it; ready when the first question is on the screen. */
export async function beginOpenForm(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await pressWithMouse(page, page.getByRole('button', { name: 'Formulier starten' }));
  await page.getByLabel('Kenteken').waitFor();
}

/** Writes over what is in a text field and leaves it with Tab: the new renderer checks a field when it is left. */
export async function answerOpenForm(page: Page, label: string, text: string): Promise<void> {
  await actAndLetSdkCheck(page, text, async () => {
    await retype(page, page.getByLabel(label, { exact: true }), text);
    await page.keyboard.press('Tab');
  });
}

/** Presses a radio button; `value` is what the form sends for it. */
export async function chooseInOpenForm(page: Page, label: string, value: string): Promise<void> {
  await actAndLetSdkCheck(page, value, () => pressWithMouse(page, page.getByLabel(label, { exact: true })));
}

/**
 * Presses Volgende or Verzenden once it is on. While it is off (aria-disabled) the SDK eats the press; a test about
 * dead presses can do that with pressWithMouse.
 */
export async function pressNextInOpenForm(page: Page): Promise<void> {
  await pressWithMouse(page, page.getByRole('button', { name: /^(Volgende|Verzenden)/, disabled: false }));
}

/**
 * Half a second (new renderer) to a second (old) after a change, the SDK takes it to its server; until the answer is
 * there the button may go off under the finger. It asks nothing when nothing changed: an answer must differ from the
 * one before. The page's clock must run.
 */
async function actAndLetSdkCheck(page: Page, sent: string, act: () => Promise<void>): Promise<void> {
  const checked = page.waitForResponse((response) => {
    return (
      response.url().endsWith('/_check-logic') && (response.request().postData() ?? '').includes(`"${sent}"`)
    );
  });
  await Promise.all([checked, act()]);
}
