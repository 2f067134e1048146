// A page that changes under way, and a page with more on it than one form: who is who, which step it is, and which form.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const form = (inside: string) =>
  `<main><h1>Aanvraag</h1><form novalidate onsubmit="return false">${inside}<button>Volgende</button></form></main>`;

const ids = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.probe.read().fields.map(({ field }) => field));

const steps = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(window.probe.observations.flatMap((seen) => (seen.type === 'step' ? [seen.step] : []))),
  ]);

describe('rows that come and go', () => {
  const ROW = '<div class="rij"><label>Bedrag <input name="bedrag[]"></label></div>';

  it('of one name: every row stays who it is when another goes, and it stays the same step', async () => {
    const page = await probe.open(form(`<p><label>Naam <input name="naam"></label></p>${ROW.repeat(3)}`));
    const [, , , last] = await ids(page);
    await page.evaluate(() => document.querySelectorAll('.rij')[1]?.remove());
    const after = await ids(page);
    expect(after).toHaveLength(3);
    expect(after[2]).toBe(last);
    expect(await steps(page)).toHaveLength(1);
  });

  it('and a new row takes the name of nobody who is still there', async () => {
    const page = await probe.open(form(`<p><label>Naam <input name="naam"></label></p>${ROW.repeat(3)}`));
    const before = await ids(page);
    await page.evaluate(() => {
      const [, second, third] = document.querySelectorAll('.rij');
      const copy = second?.cloneNode(true);
      second?.remove();
      if (copy) third?.after(copy);
    });
    const after = await ids(page);
    expect(after[2]).toBe(before[3]);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(new Set(after).size).toBe(4);
  });

  it('with a number in their names', async () => {
    const rows = [0, 1, 2].map((i) => `<p><label>Naam <input name="kinderen[${i}].naam"></label></p>`);
    const page = await probe.open(form(rows.join('')));
    expect(await ids(page)).toEqual(['kinderen[0].naam', 'kinderen[1].naam', 'kinderen[2].naam']);
    await page.evaluate(() => document.querySelectorAll('p')[2]?.remove());
    expect(await ids(page)).toEqual(['kinderen[0].naam', 'kinderen[1].naam']);
    expect(await steps(page)).toHaveLength(1);
  });
});

describe('questions that depend on an answer', () => {
  it('a question more or less above does not make others of the rest, named or not', async () => {
    const page = await probe.open(
      form('<p><label>Een <input name=":r1:"></label></p><p><label>Twee <input name=":r2:"></label></p>'),
    );
    const [one, two] = await ids(page);
    await page.evaluate(() => {
      const extra = document.createElement('p');
      const label = document.createElement('label');
      label.append('Nul ', Object.assign(document.createElement('input'), { name: ':r7:' }));
      extra.append(label);
      document.querySelector('form')?.prepend(extra);
    });
    const after = await ids(page);
    expect(after.slice(1)).toEqual([one, two]);
    expect(new Set(after).size).toBe(3);
    expect(await steps(page)).toHaveLength(1);
  });

  it('an element that a framework uses again for another question is another question', async () => {
    const page = await probe.open(form('<p><label>Naam <input name="naam"></label></p>'));
    await page.evaluate(() => document.querySelector('input')?.setAttribute('name', 'iban'));
    expect(await ids(page)).toEqual(['iban']);
  });
});

describe('several forms', () => {
  const radios = (name: string) =>
    ['a', 'b', 'c', 'd', 'e']
      .map((value) => `<label><input type="radio" name="${name}" value="${value}">${value}</label>`)
      .join('');
  const POLL = `<form id="peiling"><fieldset><legend>Wat vindt u van deze site?</legend>${radios('mening')}</fieldset></form>`;
  const REAL = form(
    '<p><label>Naam <input name="naam"></label></p><p><label>Straat <input name="straat"></label></p><p><label>Plaats <input name="plaats"></label></p>',
  );

  it('the one with most questions, not with most buttons', async () => {
    const page = await probe.open(POLL + REAL);
    expect(await ids(page)).toEqual(['naam', 'straat', 'plaats']);
  });

  it('the one someone works in, also while the focus is nowhere', async () => {
    const page = await probe.open(POLL + REAL);
    await page.getByLabel('c', { exact: true }).check();
    await page.getByLabel('c', { exact: true }).focus();
    await expect.poll(() => ids(page)).toEqual(['mening']);
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    expect(await ids(page)).toEqual(['mening']);
    await page.getByLabel('Naam').focus();
    await expect.poll(() => ids(page)).toEqual(['naam', 'straat', 'plaats']);
  });
});

describe('what is no form to help with', () => {
  it.each([
    [
      'a search element',
      '<search><form><input name="a"><select name="b"><option>x</option></select></form></search>',
    ],
    ['a search role', '<form role="search"><input name="a"><input name="b"></form>'],
    [
      'a search box with a choice of where',
      '<form class="site-search" action="/zoeken"><input name="a"><select name="b"><option>x</option></select></form>',
    ],
    ['a search box', '<form action="/zoeken"><input name="trefwoord"></form>'],
    [
      'a log-in box',
      '<form><input name="gebruiker"><input type="password" name="geheim"><label><input type="checkbox" name="onthoud">Onthoud mij</label></form>',
    ],
    [
      'a log-in box in a step of its own',
      '<form action="/login"><input type="password" name="geheim"></form>',
    ],
  ])('%s', async (_what, html) => {
    const page = await probe.open(`<main><h1>Gemeente</h1>${html}</main>`);
    expect(await ids(page)).toEqual([]);
    await page.locator('input').first().focus();
    // A window that is just open may still take its size.
    const seen = await page.evaluate(() => window.probe.observations.map(({ type }) => type));
    expect(seen.filter((type) => type !== 'resize')).toEqual([]);
  });

  it.each(['/verzoek', '/onderzoek/start', '/bezoek', '/research'])(
    'but a form of one question at %s is one',
    async (action) => {
      const page = await probe.open(`<main><form action="${action}"><input name="onderwerp"></form></main>`);
      expect(await ids(page)).toEqual(['onderwerp']);
    },
  );
});

describe('the page around it', () => {
  it('a keyboard on the screen takes room: resize, and the scroll of the browser comes after it', async () => {
    const page = await probe.open(form('<p><label>Naam <input name="naam"></label></p>'));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setDeviceMetricsOverride', {
      width: 390,
      height: 700,
      deviceScaleFactor: 1,
      mobile: true,
    });
    const count = () =>
      page.evaluate(() => window.probe.observations.filter(({ type }) => type === 'resize').length);
    await expect.poll(count).toBeGreaterThan(0);
    const before = await count();
    await devtools.send('Emulation.setDeviceMetricsOverride', {
      width: 390,
      height: 400,
      deviceScaleFactor: 1,
      mobile: true,
    });
    await expect.poll(count).toBeGreaterThan(before);
    expect(await steps(page)).toHaveLength(1);
    expect(await page.evaluate(() => window.probe.errors)).toEqual([]);
  });

  it('a tag in a frame watches the form in that frame, and nothing of the page around it', async () => {
    const page = await probe.open(
      `<main><h1>Buiten</h1><form><input name="buiten"><input name="ook"></form></main>`,
    );
    const source = await page.evaluate(() => document.querySelector('head script')?.textContent ?? '');
    await page.evaluate(
      ([code = '', html = '']) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const inside = frame.contentDocument;
        if (!inside) return;
        inside.body.append(inside.createRange().createContextualFragment(html));
        inside.head.append(Object.assign(inside.createElement('script'), { textContent: code }));
      },
      [source, form('<p><label>Naam <input name="naam"></label></p>')],
    );
    const frame = page.frames().at(-1);
    await frame?.getByLabel('Naam').focus();
    await page.keyboard.type('Jan', { delay: 10 });
    const seen = await frame?.evaluate(() => window.probe.observations.map(({ type }) => type));
    expect(seen?.filter((type) => type !== 'resize')).toEqual(['step', 'focus', 'input', 'input', 'input']);
    expect(await page.evaluate(() => window.probe.observations)).toEqual([]);
  });
});
