// Reading with the pointer: rests and selections, of which words, and never what they say.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hesitate, pointAt, pressWithMouse } from '../../support/browser/citizen.ts';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const FORM = `<main><h1>Aanvraag</h1><p id="vooraf">Lees dit eerst.</p>
<form novalidate onsubmit="return false">
  <div class="veld"><label for="a" id="vraag">Wat is uw toetsingsinkomen?</label><p id="uitleg">Dat staat op uw aanslag.</p>
    <p id="fout" class="error">Vul een bedrag in.</p><div id="binnen"><input id="a" name="inkomen" aria-describedby="uitleg fout"></div></div>
  <fieldset><legend>Hebt u een partner?</legend><label id="ja"><input type="radio" name="partner">ja</label><label><input type="radio" name="partner">nee</label></fieldset>
  <details><summary>Wat is een partner?</summary>Iemand met wie u samenwoont.</details>
  <p><label>Toelichting <textarea name="toelichting"></textarea></label></p>
  <button>Volgende</button><a id="terug" href="#">Terug</a>
</form></main><footer>Onderaan</footer>`;

const SHORT = 300;
const LONG = 900;

type Seen = [on: string, field: string | undefined];

const readings = (page: Page, type: 'hover' | 'select-text'): Promise<Seen[]> =>
  page.evaluate(
    (wanted) =>
      window.probe.observations.flatMap((seen): Seen[] =>
        (seen.type === 'hover' || seen.type === 'select-text') && seen.type === wanted
          ? [[seen.on, seen.field]]
          : [],
      ),
    type,
  );

async function restOn(page: Page, target: Locator, ms = LONG): Promise<void> {
  await pointAt(page, target);
  await hesitate(page, ms);
}

const leave = (page: Page) => pointAt(page, page.locator('footer'));

describe('a rest of the pointer', () => {
  it.each<[what: string, selector: string, on: string, field: string | undefined]>([
    ['a label', '#vraag', 'label', 'inkomen'],
    ['a legend', 'legend', 'label', 'partner'],
    ['what a field is described by', '#uitleg', 'help', 'inkomen'],
    ['a summary', 'summary', 'help', undefined],
    ['an option', '#ja', 'field', 'partner'],
    ['a field', '#a', 'field', 'inkomen'],
    ['an error message, which stands in the box of its field', '#fout', 'field', 'inkomen'],
    ['the button that goes on', 'button', 'submit', undefined],
  ])('on %s', async (_what, selector, on, field) => {
    const page = await probe.open(FORM);
    await leave(page);
    await restOn(page, page.locator(selector));
    expect((await readings(page, 'hover')).filter(([seen]) => seen === on)).toEqual([]);
    await leave(page);
    expect((await readings(page, 'hover')).filter(([seen]) => seen === on)).toEqual([[on, field]]);
  });

  it('lasts from coming to going, and is told once', async () => {
    const page = await probe.open(FORM);
    await restOn(page, page.locator('#vraag'), 2_000);
    await page.mouse.move(0, 0);
    const seen = await page.evaluate(() =>
      window.probe.observations.flatMap((one) => (one.type === 'hover' ? [one.ms] : [])),
    );
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeGreaterThanOrEqual(2_000);
    expect(seen[0]).toBeLessThan(5_000);
  });

  it.each([
    ['a short one', '#vraag', SHORT],
    ['one on other text', '#vooraf', LONG],
    ['one on a link', '#terug', LONG],
  ])('not: %s', async (_what, selector, ms) => {
    const page = await probe.open(FORM);
    await page.clock.pauseAt(Date.now() + 60_000);
    await restOn(page, page.locator(selector), ms);
    await leave(page);
    expect((await readings(page, 'hover')).filter(([on]) => on !== 'field')).toEqual([]);
  });

  it('ends with a press: waiting for the answer is no reading', async () => {
    const page = await probe.open(FORM);
    const next = page.getByRole('button', { name: 'Volgende' });
    await restOn(page, next);
    await pressWithMouse(page, next);
    await hesitate(page, 3_000);
    await leave(page);
    expect((await readings(page, 'hover')).filter(([on]) => on === 'submit')).toHaveLength(1);
    const types = await page.evaluate(() => window.probe.observations.map(({ type }) => type));
    expect(types.indexOf('hover')).toBeLessThan(types.indexOf('submit'));
  });

  it('ends with a key: the pointer was only left there', async () => {
    const page = await probe.open(FORM);
    await pointAt(page, page.locator('#a'));
    await page.keyboard.press('Tab');
    await hesitate(page, 3_000);
    await leave(page);
    expect((await readings(page, 'hover')).filter(([, field]) => field === 'inkomen')).toEqual([]);
  });

  it('not of a finger, which cannot rest', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      const event = { bubbles: true, composed: true, pointerType: 'touch' };
      document.querySelector('#vraag')?.dispatchEvent(new PointerEvent('pointermove', event));
    });
    await hesitate(page, LONG);
    await page.evaluate(() => {
      const event = { bubbles: true, composed: true, pointerType: 'touch', relatedTarget: null };
      document.querySelector('#vraag')?.dispatchEvent(new PointerEvent('pointerout', event));
    });
    expect(await readings(page, 'hover')).toEqual([]);
  });

  it('in an open shadow root, from one part of it to another', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      const host = document.createElement('x-veld');
      const root = host.attachShadow({ mode: 'open' });
      const label = Object.assign(document.createElement('label'), { htmlFor: 'k', textContent: 'Kenteken' });
      root.append(label, Object.assign(document.createElement('input'), { id: 'k', name: 'kenteken' }));
      document.querySelector('form')?.prepend(host);
      window.probe.read();
    });
    await restOn(page, page.locator('x-veld label'));
    await restOn(page, page.locator('x-veld input'));
    await leave(page);
    expect(await readings(page, 'hover')).toEqual([
      ['label', 'kenteken'],
      ['field', 'kenteken'],
    ]);
  });
});

describe('a selection', () => {
  it.each<[what: string, selector: string, on: string, field: string | undefined]>([
    ['of a label', '#vraag', 'label', 'inkomen'],
    ['of a legend', 'legend', 'label', 'partner'],
    ['of an explanation', '#uitleg', 'help', 'inkomen'],
    ['of other text', '#vooraf', 'text', undefined],
  ])('%s', async (_what, selector, on, field) => {
    const page = await probe.open(FORM);
    await page.locator(selector).click({ clickCount: 3 });
    expect(await readings(page, 'select-text')).toEqual([]);
    await hesitate(page, LONG);
    expect(await readings(page, 'select-text')).toEqual([[on, field]]);
    await hesitate(page, LONG);
    await page.keyboard.press('ControlOrMeta+C');
    expect(await readings(page, 'select-text')).toHaveLength(1);
    const copied = await page.evaluate(() =>
      window.probe.observations.flatMap((seen) => (seen.type === 'copy' ? [seen.on] : [])),
    );
    expect(copied).toEqual([on]);
  });

  it('with the keys of the keyboard, told when it is made and not while', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      const text = document.querySelector('#vraag')?.firstChild;
      if (text) getSelection()?.collapse(text, 0);
    });
    for (let letter = 0; letter < 5; letter++) {
      await page.evaluate(() => getSelection()?.modify('extend', 'forward', 'character'));
      await hesitate(page, 100);
    }
    expect(await readings(page, 'select-text')).toEqual([]);
    await hesitate(page, LONG);
    expect(await readings(page, 'select-text')).toEqual([['label', 'inkomen']]);
  });

  it.each([
    ['a press without a selection', 'p'],
    ['of what someone wrote', 'textarea'],
    ['of what someone wrote in one line', '#a'],
  ])('not: %s', async (_what, selector) => {
    const page = await probe.open(FORM);
    await page.locator(selector).first().click();
    if (selector !== 'p') await page.keyboard.type('geheim', { delay: 5 });
    if (selector !== 'p') await page.keyboard.press('ControlOrMeta+A');
    await hesitate(page, LONG);
    expect(await readings(page, 'select-text')).toEqual([]);
  });

  it('never says what is selected: its text is not asked for', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      const rung: string[] = [];
      Object.assign(window, { rung });
      for (const [owner, name] of [
        [Selection.prototype, 'toString'],
        [Selection.prototype, 'getRangeAt'],
        [Range.prototype, 'toString'],
      ] as const) {
        const found = Reflect.get(owner, name);
        Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
          rung.push(name);
          return Reflect.apply(found, this, args);
        });
      }
    });
    await page.locator('#vraag').click({ clickCount: 3 });
    await hesitate(page, LONG);
    expect(await readings(page, 'select-text')).toHaveLength(1);
    expect(await page.evaluate(() => Reflect.get(window, 'rung'))).toEqual([]);
    await page.evaluate(() => String(getSelection()));
    expect(await page.evaluate(() => Reflect.get(window, 'rung'))).toEqual(['toString']);
  });
});
