// What the senses report while someone works in a form; and that they never look at what is written.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pressWithMouse, typeInto } from '../../support/browser/citizen.ts';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const FORM = `<main><h1>Aanvraag</h1><form id="f" novalidate>
  <div><label>Naam <input name="naam"></label></div>
  <div><label>Soort <select name="soort"><option>a</option><option>b</option></select></label></div>
  <div><label>Toelichting <textarea name="toelichting"></textarea></label></div>
  <button>Volgende</button></form></main>
<script>document.getElementById('f').addEventListener('submit', (event) => event.preventDefault());</script>`;

/** Lets time pass, so that nothing has to wait for it. */
async function passAndRead(page: Page, ms: number): Promise<string[]> {
  await page.evaluate((time) => window.probe.pass(time), ms);
  return types(page);
}

const types = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.probe.observations.map((seen) => ('field' in seen ? `${seen.type} ${seen.field}` : seen.type)),
  );

describe('observations', () => {
  it('focus, counted edits, choices and blur, in order', async () => {
    const page = await probe.open(FORM);
    await typeInto(page, page.getByLabel('Naam'), 'Jan');
    await page.keyboard.press('Backspace');
    await page.getByLabel('Soort').selectOption('b');
    const seen = await page.evaluate(() => window.probe.observations);
    expect(seen.filter(({ type }) => type === 'step')).toHaveLength(1);
    expect(seen.filter((one) => one.type === 'input' && one.inserted === 1)).toHaveLength(3);
    expect(seen.filter((one) => one.type === 'input' && one.deleted === 1)).toHaveLength(1);
    expect(await types(page)).toContain('choose soort');
    expect(seen.map(({ t }) => t)).toEqual(seen.map(({ t }) => t).toSorted((a, b) => a - b));
  });

  it('the browser that refuses: an attempt, the field, a failed submit', async () => {
    const page = await probe.open(
      FORM.replace(' novalidate', '').replace('name="naam"', 'name="naam" required'),
    );
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await expect.poll(() => passAndRead(page, 500)).toContain('submit-failed');
    const story = (await types(page)).filter((one) => /submit|invalid/.test(one));
    expect(story).toEqual(['submit', 'invalid naam', 'submit-failed']);
  });

  it('an attempt on which nothing happens has failed after three seconds, not before', async () => {
    const page = await probe.open(FORM);
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await page.evaluate(() => window.probe.pass(1_500));
    expect(await types(page)).not.toContain('submit-failed');
    await page.evaluate(() => window.probe.pass(3_500));
    expect((await types(page)).filter((one) => one === 'submit-failed')).toHaveLength(1);
  });

  it('a second try that leaves the field wrong says so again', async () => {
    const page = await probe.open(FORM);
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await page.evaluate(() => document.querySelector('input')?.setAttribute('aria-invalid', 'true'));
    await expect.poll(() => types(page)).toContain('invalid naam');
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await page.evaluate(() => window.probe.pass(3_500));
    expect((await types(page)).filter((one) => /invalid|failed/.test(one))).toEqual([
      'invalid naam',
      'submit-failed',
      'invalid naam',
      'submit-failed',
    ]);
  });

  it('another step, and a form that is gone', async () => {
    const page = await probe.open(FORM);
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await page.evaluate(() => {
      const next = document.createElement('input');
      next.name = 'iban';
      document
        .querySelector('form')
        ?.replaceChildren(next, Object.assign(document.createElement('button'), { textContent: 'Volgende' }));
    });
    await expect.poll(async () => (await types(page)).filter((one) => one === 'step')).toHaveLength(2);
    await page.evaluate(() => window.probe.pass(5_000));
    expect(await types(page)).not.toContain('submit-failed');
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await page.evaluate(() =>
      document.querySelector('main')?.replaceChildren('Bedankt, uw aanvraag is verstuurd.'),
    );
    await expect.poll(() => passAndRead(page, 2_500)).toContain('submitted');
  });

  it('a press that does nothing, and one that does', async () => {
    const page = await probe.open(
      `${FORM}<button type="button" id="dood">Uitleg</button><button type="button" id="doet">Meer</button>`,
    );
    await pressWithMouse(page, page.locator('#dood'));
    await page.evaluate(() => window.probe.pass(3_000));
    await page.evaluate(() =>
      document.getElementById('doet')?.addEventListener('click', () => document.body.append('!')),
    );
    await pressWithMouse(page, page.locator('#doet'));
    const read = () =>
      page.evaluate(() =>
        window.probe.observations.flatMap((seen) => (seen.type === 'press' ? [[seen.on, seen.effect]] : [])),
      );
    await expect.poll(read).toEqual([
      ['control', false],
      ['control', true],
    ]);
  });

  it('fields that are filled all at once are filled in, not typed', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      for (const control of document.querySelectorAll<HTMLInputElement>('input,textarea')) {
        control.value = 'x';
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    const manners = await page.evaluate(() =>
      window.probe.observations.flatMap((seen) => (seen.type === 'input' ? [seen.how] : [])),
    );
    expect(manners).toEqual(['autofill', 'autofill']);
  });
});

/** Every door to what a citizen writes, presses or selects, with a bell on it. */
function ringBells(): void {
  const rung: string[] = [];
  Object.assign(window, { rung });
  const bell = (owner: object, name: string) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (!found?.get) throw new Error(`No ${name} to put a bell on.`);
    Object.defineProperty(owner, name, {
      ...found,
      get() {
        rung.push(name);
        return found.get?.call(this);
      },
    });
  };
  for (const name of [
    'value',
    'valueAsNumber',
    'valueAsDate',
    'files',
    'selectionStart',
    'selectionEnd',
    'checked',
  ])
    bell(HTMLInputElement.prototype, name);
  bell(HTMLTextAreaElement.prototype, 'value');
  bell(HTMLSelectElement.prototype, 'value');
  bell(HTMLSelectElement.prototype, 'selectedIndex');
  bell(HTMLSelectElement.prototype, 'selectedOptions');
  bell(HTMLOptionElement.prototype, 'selected');
  bell(InputEvent.prototype, 'data');
  bell(KeyboardEvent.prototype, 'key');
  bell(KeyboardEvent.prototype, 'code');
  bell(KeyboardEvent.prototype, 'keyCode');
  bell(ClipboardEvent.prototype, 'clipboardData');
}

describe('what is written', () => {
  it('is never read: no value, no key, no selection', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(ringBells);
    await typeInto(page, page.getByLabel('Naam'), 'geheim');
    await page
      .getByLabel('Soort')
      .selectOption('b')
      .catch(() => undefined);
    await page.evaluate(() => Object.assign(window, { rungByTest: Reflect.get(window, 'rung').splice(0) }));
    await typeInto(page, page.getByLabel('Toelichting'), 'ook geheim');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+C');
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await page.evaluate(() => window.probe.read());
    const seen = await types(page);
    expect(seen).toContain('input toelichting');
    expect(await page.evaluate(() => Reflect.get(window, 'rung'))).toEqual([]);
  });

  it('and the bells do ring when someone does read', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(ringBells);
    await page.evaluate(() => document.querySelector('input')?.value);
    expect(await page.evaluate(() => Reflect.get(window, 'rung'))).toEqual(['value']);
  });
});
