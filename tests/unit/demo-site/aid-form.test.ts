// @vitest-environment happy-dom
// @vitest-environment-options { "url": "http://voorbeeldstad.test/demo/bijstand/" }
// "Bijzondere bijstand" in a page: steps with their own address, errors that come and go, rows of income.
import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoSite } from '../../../demo-site/site.ts';

const PAGE = 'http://voorbeeldstad.test/demo/bijstand/';

function find<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`Nothing on the page answers to ${selector}`);
  return found;
}

const fill = (id: string, value: string) => {
  const control = document.getElementById(id);
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value;
  else if (control instanceof HTMLSelectElement) control.value = value;
  else throw new Error(`There is no field ${id}`);
};
const next = () => find('main form button[type=submit]', HTMLButtonElement).click();
const visibleStep = () => find('.step:not([hidden]) h2', HTMLElement).textContent;
const summaryTargets = () =>
  [...document.querySelectorAll('#foutmeldingen a')].map((link) => link.getAttribute('href'));

describe('the form of bijzondere bijstand', () => {
  beforeAll(async () => {
    const site = createDemoSite({ tag: '', consoleUrl: '/console/', signInLinks: () => [] });
    const page = await (await site(new Request(PAGE))).text();
    const body = page.slice(page.indexOf('<body'), page.indexOf('</body>'));
    document.body.innerHTML = body.slice(body.indexOf('>') + 1);
    await import('../../../demo-site/pages/bijstand.js');
  });

  it('starts at the first step, with nothing marked wrong', () => {
    expect(visibleStep()).toBe('Kosten');
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0);
  });

  it('moves the focus to a summary that links to each wrong field', () => {
    fill('kostensoort', 'medisch');
    fill('kosten-bedrag', 'veel');
    next();
    expect(summaryTargets()).toEqual(['#kosten-bedrag', '#voorliggende-voorziening-1', '#toelichting']);
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
    const amount = find('#kosten-bedrag', HTMLInputElement);
    expect(amount.getAttribute('aria-invalid')).toBe('true');
    expect(amount.getAttribute('aria-describedby')).toBe('kosten-bedrag-uitleg kosten-bedrag-fout');
    expect(find('#kosten-bedrag-fout', HTMLElement).textContent).toContain('Dit bedrag klopt niet');
    expect(window.location.pathname).toBe('/demo/bijstand/');
  });

  it('checks a field again when the citizen leaves it', () => {
    const amount = find('#kosten-bedrag', HTMLInputElement);
    amount.value = '349,95';
    amount.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    expect(document.getElementById('kosten-bedrag-fout')).toBeNull();
    expect(amount.hasAttribute('aria-invalid')).toBe(false);
    expect(amount.getAttribute('aria-describedby')).toBe('kosten-bedrag-uitleg');
  });

  it('shows the next step at its own address, without errors, and says where one is', () => {
    find('#voorliggende-voorziening-2', HTMLInputElement).checked = true;
    fill('toelichting', 'Mijn bril is stuk en ik kan geen nieuwe betalen.');
    next();
    expect(visibleStep()).toBe('Huishouden');
    expect(window.location.pathname).toBe('/demo/bijstand/huishouden');
    expect(document.title).toContain('Huishouden');
    expect(find('.progress__text', HTMLElement).textContent).toBe('Stap 2 van 5');
    expect(document.activeElement?.textContent).toBe('Huishouden');
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0);
  });

  it('goes back with its own button and keeps the answers', () => {
    find('button[name=vorige]', HTMLButtonElement).click();
    expect(visibleStep()).toBe('Kosten');
    expect(find('#kosten-bedrag', HTMLInputElement).value).toBe('349,95');
    next();
    expect(visibleStep()).toBe('Huishouden');
  });

  it('adds rows of income with their own names, and asks each to be complete', () => {
    for (const [part, value] of Object.entries({ dag: '3', maand: '5', jaar: '1980' }))
      fill(`geboortedatum-${part}`, value);
    find('#partner-2', HTMLInputElement).checked = true;
    fill('kinderen', '0');
    next();
    find('#inkomen-erbij', HTMLButtonElement).click();
    fill('inkomen-1-bron', 'Loon');
    fill('inkomen-1-bedrag', '1.650');
    fill('inkomen-2-bron', 'Alimentatie');
    expect(find('label[for=inkomen-2-bron]', HTMLElement).textContent).toBe('Soort inkomen 2');
    next();
    expect(summaryTargets()).toEqual(['#inkomen-2-bedrag', '#vermogen']);
    fill('inkomen-2-bedrag', '200');
  });

  it('asks for the account, the date and the documents', () => {
    fill('vermogen', '0');
    next();
    expect(visibleStep()).toBe('Rekening en bewijs');
    fill('iban', 'NL91 ABNA 0417 1643 01');
    fill('rekeninghouder', 'J. Jansen');
    next();
    expect(summaryTargets()).toEqual(['#iban', '#factuurdatum-dag', '#bewijsstukken']);
  });
});
