// Runs in the page: draws a simulated form as HTML with real controls, and says what is where.
import type { ObservedField } from '#protocol';

/** So far a visitor may scroll either way, in px. */
const ROOM = 100_000;
const NAMED = 'input,select,textarea';

const words = (count: number) => Array.from({ length: count }, (_, n) => `woord${n}`).join(' ');

function drawOptions(type: 'radio' | 'checkbox', name: string, required: string): string {
  return ['Ja', 'Nee', 'Anders']
    .map((option) => `<label><input type="${type}" name="${name}" ${required}> ${option}</label>`)
    .join('');
}

function drawDate(name: string, required: string): string {
  return ['Dag', 'Maand', 'Jaar']
    .map((part, n) => `<label>${part} <input name="${name}${n ? `-${n}` : ''}" ${required}></label>`)
    .join('');
}

function drawControl(kind: ObservedField['kind'], attributes: string): string {
  if (kind === 'textarea') return `<textarea ${attributes}></textarea>`;
  if (kind !== 'select') return `<input type="${kind}" ${attributes}>`;
  return `<select ${attributes}><option>a</option><option>b</option><option>c</option></select>`;
}

function drawQuestion({ field, kind, words: count, chars, required }: ObservedField): string {
  // The page judges, not the browser.
  const asked = required === false ? '' : 'aria-required="true"';
  const label = words(count);
  const help = '<details><summary>Uitleg</summary><div>Zo vult u dit in.</div></details>';
  if (kind === 'radio' || kind === 'date-parts') {
    const controls = kind === 'radio' ? drawOptions(kind, field, asked) : drawDate(field, asked);
    return `<div data-question="${field}"><fieldset><legend>${label}</legend>${controls}</fieldset>${help}</div>`;
  }
  const attributes = `id="${field}" name="${field}" ${asked} ${chars === undefined ? '' : `maxlength="${chars}"`}`;
  const control = drawControl(kind, attributes);
  return `<div data-question="${field}"><label for="${field}">${label}</label>${control}${help}</div>`;
}

const find = (selector: string, within: ParentNode = document): HTMLElement => {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

export interface FormPage {
  /** Another step comes in the place of the one before. */
  draw(fields: readonly ObservedField[]): void;
  /** The citizen is done. */
  thank(): void;
  control(field: string): HTMLElement;
  words(field: string): HTMLElement;
  help(field?: string): HTMLElement;
  button(): HTMLElement;
  spot(on: 'control' | 'link' | 'text' | 'nothing'): HTMLElement;
  isMarked(field: string): boolean;
  /** The page's own validation. */
  mark(field: string, isWrong: boolean): void;
}

/** A page without a form yet, in the middle of a lot of room to scroll; it never scrolls by itself. */
export function createFormPage(): FormPage {
  document.body.innerHTML = `<style>body { overflow-anchor: none }</style><div style="height:${ROOM}px"></div>
    <main><h1>Aanvraag</h1><p>Vul alles in.</p><div id="plaats"></div>
    <button type="button" id="dood">Uitleg</button> <a href="#dood">Meer</a>
    <details id="hulp"><summary>Hulp nodig?</summary><div>Bel ons.</div></details></main>
    <div id="leeg" style="height:${ROOM}px"></div>`;
  scrollTo(0, ROOM);
  const place = find('#plaats');
  const question = (field: string) => find(`[data-question="${field}"]`);
  const control = (field: string) => find(NAMED, question(field));
  const judged = (field: string) => question(field).querySelector('fieldset') ?? control(field);
  // What is sent or followed would load another page.
  for (const name of ['submit', 'click'])
    document.addEventListener(name, (event) => {
      if (name === 'submit' || (event.target instanceof Element && event.target.matches('a')))
        event.preventDefault();
    });

  return {
    draw(fields) {
      place.innerHTML = `<form novalidate>${fields.map(drawQuestion).join('')}<button>Volgende</button></form>`;
    },
    thank() {
      place.textContent = 'Uw aanvraag is verstuurd.';
    },
    control,
    words: (field) => find('legend,label', question(field)),
    help: (field) => find('summary', field === undefined ? find('#hulp') : question(field)),
    button: () => find('form > button'),
    spot: (on) => find({ control: '#dood', link: 'main > a', text: 'main > p', nothing: '#leeg' }[on]),
    isMarked: (field) => judged(field).ariaInvalid === 'true',
    mark(field, isWrong) {
      if (isWrong) judged(field).ariaInvalid = 'true';
      else judged(field).ariaInvalid = null;
    },
  };
}
