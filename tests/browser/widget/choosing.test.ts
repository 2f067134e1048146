// Choosing, in lists and buttons of every make, by pointer, by key and by a screen reader that moves no focus.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pressWithMouse } from '../../support/browser/citizen.ts';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const form = (inside: string) =>
  `<main><h1>Aanvraag</h1><form novalidate onsubmit="return false"><p><label>Naam <input name="naam"></label></p>${inside}<p><label>Straat <input name="straat"></label></p><button>Volgende</button></form></main>`;

const story = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.probe.observations.flatMap((seen) =>
      /focus|blur|input|choose|invalid|help/.test(seen.type)
        ? ['field' in seen && seen.field ? `${seen.type} ${seen.field}` : seen.type]
        : [],
    ),
  );

const fields = (page: Page) =>
  page.evaluate(() => window.probe.read().fields.map(({ field, kind, label }) => [field, kind, label]));

/** A list of a kit's own: a button that opens it, and the options at the end of the page, which take the focus. */
const LIST = (role: string) =>
  form(`<div class="veld"><span id="l">Land</span>
  <button type="button" id="land" ${role} aria-haspopup="listbox" aria-controls="lijst" aria-expanded="false" aria-labelledby="l">Kies een land</button></div>`);

/** Opens and closes as the kits of the ARIA guide do. */
function workTheList(): void {
  const button = document.querySelector<HTMLElement>('#land');
  button?.addEventListener('click', () => {
    const list = Object.assign(document.createElement('ul'), { id: 'lijst', tabIndex: -1 });
    list.role = 'listbox';
    for (const name of ['Nederland', 'België']) {
      const option = Object.assign(document.createElement('li'), { textContent: name, tabIndex: -1 });
      option.role = 'option';
      option.addEventListener('click', () => {
        button.textContent = name;
        list.remove();
        button.focus();
      });
      list.append(option);
    }
    document.body.append(list);
    list.focus();
  });
}

describe('a list of a kit’s own', () => {
  it.each([
    ['a combobox', 'role="combobox"'],
    ['a button with a popup', ''],
  ])('%s: one visit, one choice, however far away its options are', async (_what, role) => {
    const page = await probe.open(LIST(role));
    await page.evaluate(workTheList);
    await expect.poll(() => fields(page)).toContainEqual(['land', 'select', 'Land']);
    await pressWithMouse(page, page.locator('#land'));
    await pressWithMouse(page, page.getByRole('option', { name: 'België' }));
    await page.getByLabel('Straat').focus();
    await expect.poll(() => story(page)).toContain('focus straat');
    expect(await story(page)).toEqual(['focus land', 'choose land', 'blur land', 'focus straat']);
    expect(
      await page.evaluate(() => window.probe.observations.filter(({ type }) => type === 'step')),
    ).toHaveLength(1);
  });

  it('a combobox around its own text box is one field', async () => {
    const page = await probe.open(
      form(`<label for="stad">Stad</label><div role="combobox" aria-haspopup="listbox" aria-owns="steden" aria-expanded="true">
        <input id="stad" name="stad" aria-autocomplete="list" aria-controls="steden"></div>
        <ul id="steden" role="listbox"><li role="option">Amsterdam</li></ul>`),
    );
    expect((await fields(page)).map(([field]) => field)).toEqual(['naam', 'stad', 'straat']);
  });

  it('a drawn one over a hidden native one', async () => {
    const page = await probe.open(
      form(
        `<div class="choices" role="combobox" id="gemeente" tabindex="0" aria-label="Gemeente"><select name="gemeente" hidden tabindex="-1"><option>x</option></select><div>Kies</div></div>`,
      ),
    );
    expect((await fields(page)).map(([field, kind]) => [field, kind])).toEqual([
      ['naam', 'text'],
      ['gemeente', 'select'],
      ['straat', 'text'],
    ]);
  });
});

describe('radio buttons', () => {
  const RADIOS = form(
    `<div class="groep"><fieldset id="set" aria-describedby="set-fout"><legend>Hebt u een partner?</legend><p id="set-fout"></p>
    <label><input type="radio" name="partner" value="ja">ja</label><div id="naam-partner" hidden><label>Naam van uw partner <input name="partnernaam"></label></div>
    <label><input type="radio" name="partner" value="nee">nee</label></fieldset></div>`,
  );

  it('the error on the fieldset is the question’s, once', async () => {
    const page = await probe.open(RADIOS);
    await page.evaluate(() => {
      const message = document.querySelector('#set-fout');
      message?.replaceChildren('Kies een antwoord.');
    });
    await expect.poll(() => story(page)).toEqual(['invalid partner']);
  });

  it('also when a question hangs below one of the answers', async () => {
    const page = await probe.open(RADIOS);
    await page.getByLabel('ja').check();
    await page.evaluate(() => {
      document.querySelector('#naam-partner')?.removeAttribute('hidden');
    });
    await expect.poll(async () => (await fields(page)).length).toBe(4);
    await page.evaluate(() => document.querySelector('#set-fout')?.replaceChildren('Kies een antwoord.'));
    await expect
      .poll(async () => (await story(page)).filter((one) => one.startsWith('invalid')))
      .toEqual(['invalid partner']);
  });

  it('drawn ones of a kit, by pointer and by key', async () => {
    const page = await probe.open(
      form(`<div role="radiogroup" id="vervoer" aria-label="Vervoer"><button type="button" role="radio" aria-checked="false">auto</button>
        <button type="button" role="radio" aria-checked="false">fiets</button></div>`),
    );
    await pressWithMouse(page, page.getByRole('radio', { name: 'auto' }));
    await page.getByRole('radio', { name: 'fiets' }).press('Space');
    const seen = (await story(page)).filter((one) => one.startsWith('choose'));
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(1);
  });

  it('a press on a label is one press', async () => {
    const page = await probe.open(RADIOS);
    await pressWithMouse(page, page.getByText('nee', { exact: true }));
    const presses = await page.evaluate(() =>
      window.probe.observations.filter(({ type }) => type === 'press'),
    );
    expect(presses).toHaveLength(1);
    expect(await story(page)).toContain('choose partner');
  });
});

describe('without pointer or focus', () => {
  it('a screen reader that presses for its user: the choice, no visit and no dead press', async () => {
    const page = await probe.open(form('<label><input type="checkbox" name="akkoord">Akkoord</label>'));
    await page.evaluate(() => document.querySelector<HTMLElement>('[name=akkoord]')?.click());
    await page.evaluate(() => window.probe.pass(5_000));
    expect(await story(page)).toEqual(['choose akkoord']);
    expect(
      await page.evaluate(() => window.probe.observations.filter(({ type }) => type === 'press')),
    ).toEqual([]);
    expect(await page.evaluate(() => window.probe.errors)).toEqual([]);
  });

  it('help that is opened with a key is help', async () => {
    const page = await probe.open(
      form('<details><summary>Wat is een partner?</summary>Iemand met wie u samenwoont.</details>'),
    );
    await page.locator('summary').press('Enter');
    expect(await story(page)).toEqual(['help']);
    await page.evaluate(() => window.probe.pass(5_000));
    expect(
      await page.evaluate(() => window.probe.observations.filter(({ type }) => type === 'press')),
    ).toEqual([]);
  });

  it('a page whose names only look like help offers none', async () => {
    const page = await probe.open(`<div class="helpdesk-portaal">${form('')}</div>`);
    await pressWithMouse(page, page.getByLabel('Naam'));
    expect(await story(page)).toEqual(['focus naam']);
  });
});

describe('focus in an open shadow root', () => {
  it('that moves inside it is seen', async () => {
    const page = await probe.open('<main><h1>Aanvraag</h1><x-form></x-form></main>');
    await page.evaluate(() => {
      const root = document.querySelector('x-form')?.attachShadow({ mode: 'open' });
      const inside = document.createElement('form');
      for (const name of ['een', 'twee', 'drie'])
        inside.append(Object.assign(document.createElement('input'), { name }));
      root?.append(inside);
      window.probe.read();
    });
    await page.locator('[name=een]').click();
    await page.locator('[name=twee]').click();
    // A hand comes later than the timer behind the click; a driver on a busy machine may not.
    await expect.poll(() => story(page)).toContain('focus twee');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => story(page))
      .toEqual(['focus een', 'blur een', 'focus twee', 'blur twee', 'focus drie']);
  });
});
