// Writing in every way there is: composed, spoken, pasted, filled in by something else, and dates. Counts only, and never mistaken for something else.
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hesitate, pressWithMouse, typeInto } from '../../support/browser/citizen.ts';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const FORM = `<main><h1>Aanvraag</h1><form novalidate onsubmit="return false">
  <p><label>Naam <input name="naam" autocomplete="name"></label></p>
  <p><label>Straat <input name="straat" autocomplete="street-address"></label></p>
  <p><label>Toelichting <textarea name="toelichting"></textarea></label></p>
  <button>Volgende</button></form></main>`;

type Edit = [field: string, inserted: number, deleted: number, how: string];

const edits = (page: Page): Promise<Edit[]> =>
  page.evaluate(() =>
    window.probe.observations.flatMap((seen): Edit[] =>
      seen.type === 'input' ? [[seen.field, seen.inserted, seen.deleted, seen.how]] : [],
    ),
  );

const story = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.probe.observations.flatMap((seen) =>
      /focus|blur|input|choose/.test(seen.type) && 'field' in seen ? [`${seen.type} ${seen.field}`] : [],
    ),
  );

/** What an input method does: a text under construction, replaced at every key, and put down at the end. */
async function compose(devtools: CDPSession, drafts: readonly string[], result: string): Promise<void> {
  for (const draft of drafts) {
    const length = draft.length;
    await devtools.send('Input.imeSetComposition', {
      text: draft,
      selectionStart: length,
      selectionEnd: length,
    });
  }
  await devtools.send('Input.insertText', { text: result });
}

/** One edit as a script, an extension or another engine sends it. */
const send = (page: Page, selector: string, inputType: string) =>
  page.evaluate(
    ([at = '', kind = '']) =>
      document
        .querySelector(at)
        ?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: kind })),
    [selector, inputType],
  );

describe('an input method', () => {
  it('is typing all along, and what it throws away was never deleted', async () => {
    const page = await probe.open(FORM);
    const devtools = await page.context().newCDPSession(page);
    await pressWithMouse(page, page.getByLabel('Naam'));
    await compose(devtools, ['n', 'ni', 'ni h', 'ni ha', 'ni hao'], '你好');
    const seen = await edits(page);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(new Set(seen.map(([field, , , how]) => `${field} ${how}`))).toEqual(new Set(['naam type']));
    expect(seen.reduce((sum, [, , deleted]) => sum + deleted, 0)).toBe(0);
    const typed = seen.reduce((sum, [, inserted]) => sum + inserted, 0);
    expect(typed).toBeGreaterThanOrEqual(5);
    expect(typed).toBeLessThanOrEqual(6);
  });
});

describe('speech', () => {
  it('whole phrases without a key are still typing when they are in one field', async () => {
    const page = await probe.open(FORM);
    const devtools = await page.context().newCDPSession(page);
    await pressWithMouse(page, page.getByLabel('Toelichting'));
    for (const text of ['mijn wasmachine ', 'is kapot ', 'en ik kan geen nieuwe betalen'])
      await devtools.send('Input.insertText', { text });
    const seen = await edits(page);
    expect(seen.map(([field, , , how]) => [field, how])).toEqual([
      ['toelichting', 'type'],
      ['toelichting', 'type'],
      ['toelichting', 'type'],
    ]);
  });

  it('and a next field after a pause is not filled in by a browser', async () => {
    const page = await probe.open(FORM);
    const devtools = await page.context().newCDPSession(page);
    for (const label of ['Naam', 'Straat']) {
      await pressWithMouse(page, page.getByLabel(label));
      await hesitate(page, 500);
      await devtools.send('Input.insertText', { text: 'de Vries' });
    }
    expect((await edits(page)).map(([, , , how]) => how)).toEqual(['type', 'type']);
  });
});

describe('what something else fills in', () => {
  it('several fields by a password manager that plays the keys as well', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      for (const control of document.querySelectorAll<HTMLInputElement>('input')) {
        control.focus();
        control.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }));
        control.value = 'x';
        control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));
        control.blur();
      }
    });
    expect((await edits(page)).map(([field, , , how]) => [field, how])).toEqual([
      ['naam', 'autofill'],
      ['straat', 'autofill'],
    ]);
  });

  it('by the browser, as Firefox tells it', async () => {
    const page = await probe.open(FORM);
    await send(page, '[name=naam]', 'insertReplacementText');
    await send(page, '[name=straat]', 'insertReplacementText');
    expect((await edits(page)).map(([, , , how]) => how)).toEqual(['autofill', 'autofill']);
  });

  it('a spelling that is corrected while someone types is no autofill', async () => {
    const page = await probe.open(FORM);
    await typeInto(page, page.getByLabel('Toelichting'), 'wasmachien');
    await send(page, '[name=toelichting]', 'insertReplacementText');
    await page.keyboard.type(' kapot', { delay: 25 });
    const manners = (await edits(page)).map(([, , , how]) => how);
    expect(manners).not.toContain('autofill');
    expect(manners.filter((how) => how === 'replace')).toHaveLength(1);
  });

  it('a value that comes without focus, from speech software for instance: no visit to the field', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      const control = document.querySelector('input');
      if (control) control.value = 'x';
      control?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(await story(page)).toEqual(['input naam']);
  });

  it('what is pasted', async () => {
    const page = await probe.open(FORM);
    await typeInto(page, page.getByLabel('Naam'), 'Jansen');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+X');
    await pressWithMouse(page, page.getByLabel('Straat'));
    await page.keyboard.press('ControlOrMeta+V');
    const seen = await edits(page);
    expect(seen.filter(([field]) => field === 'straat').map(([, , , how]) => how)).toEqual(['paste']);
    expect(await page.evaluate(() => window.probe.observations.some(({ type }) => type === 'copy'))).toBe(
      false,
    );
  });
});

describe('dates', () => {
  const withDate = (html: string) => FORM.replace('<button>', `${html}<button>`);

  it('a native one: its parts are one field that is visited once', async () => {
    const page = await probe.open(
      withDate('<p><label>Geboren <input type="date" name="geboren"></label></p>'),
    );
    const born = page.getByLabel('Geboren');
    await born.focus();
    await page.keyboard.type('03121980', { delay: 25 });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.getByLabel('Naam').focus();
    await expect.poll(() => story(page)).toContain('blur geboren');
    const seen = (await story(page)).filter((one) => one.endsWith('geboren'));
    expect(seen.filter((one) => one.startsWith('focus'))).toHaveLength(1);
    expect(seen).toContain('choose geboren');
    expect(seen).not.toContain('input geboren');
  });

  it('one in three parts: going from part to part is no leave and no return', async () => {
    const page = await probe.open(
      withDate(`<fieldset><legend>Geboortedatum</legend><label>Dag <input name="d-dag"></label>
        <label>Maand <input name="d-maand"></label><label>Jaar <input name="d-jaar"></label></fieldset>`),
    );
    await page.getByLabel('Dag').focus();
    for (const part of ['3', '12', '1980']) {
      await page.keyboard.type(part, { delay: 25 });
      await page.keyboard.press('Tab');
    }
    await page.getByLabel('Dag').focus();
    await page.keyboard.type('1', { delay: 25 });
    await page.getByLabel('Naam').focus();
    await expect.poll(() => story(page)).toContain('focus naam');
    const seen = (await story(page)).filter((one) => /focus|blur/.test(one));
    expect(seen).toEqual(['focus d-dag', 'blur d-dag', 'focus d-dag', 'blur d-dag', 'focus naam']);
    const kinds = await page.evaluate(() => window.probe.read().fields.map(({ kind }) => kind));
    expect(kinds).toEqual(['text', 'text', 'textarea', 'date-parts']);
  });
});
