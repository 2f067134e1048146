// The offer on the page: a small card that says one sentence, takes no focus, and covers nothing that is in use.
import type { SiteWords } from '#protocol';
import { CARD_STYLE } from './card-style.ts';
import type { Floats } from './floats.ts';

export interface CardOptions {
  listen(
    name: 'click' | 'keydown' | 'focusin' | 'pointerenter',
    run: (event: Event) => unknown,
    target: EventTarget,
  ): void;
  /** Error summaries: what went wrong must stay readable. */
  summaries(): Element[];
  /** The question that the citizen is in, with its label and message. */
  question(): Element | undefined;
  floats: Floats;
  /** In the language of now. */
  texts(): SiteWords['offer'];
  accept(): void;
  decline(): void;
  /** Not now: no answer, and no second question. */
  dismiss(): void;
  /** The citizen turns to the card: get ready for a yes. */
  prepare(): void;
}

export interface Card {
  /** Says whether there is room. */
  show(sentence: string): boolean;
  hide(): void;
  settle(): void;
  destroy(): void;
}

function make(tag: string, attributes: Record<string, string>, ...parts: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...parts);
  return element;
}

export function createCard({ listen, summaries, question, floats, texts, ...answers }: CardOptions): Card {
  const { root, button } = floats;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_STYLE);
  root.adoptedStyleSheets.push(sheet);
  // On the page before there is something to say: only then it is said.
  const said = make('div', { role: 'status', class: 'said' });
  root.append(said);
  let card: HTMLElement | undefined;

  const makeButton = (name: string, look: string, act: () => void) => {
    const made = make('button', { type: 'button', class: look }, name);
    listen('click', act, made);
    return made;
  };

  const build = (sentence: string): HTMLElement => {
    const { title, yes, no, close: closing } = texts();
    const close = makeButton('×', 'quiet close', answers.dismiss);
    close.ariaLabel = closing;
    const made = make(
      'section',
      { role: 'dialog', class: 'card float', 'aria-labelledby': 'vn-title', 'aria-describedby': 'vn-text' },
      make('h2', { id: 'vn-title' }, title),
      make('p', { id: 'vn-text' }, sentence),
      make(
        'div',
        { class: 'answers' },
        makeButton(yes, 'yes', answers.accept),
        makeButton(no, 'quiet', answers.decline),
      ),
      close,
    );
    listen('pointerenter', answers.prepare, made);
    listen('focusin', answers.prepare, made);
    listen(
      'keydown',
      (event) => event instanceof KeyboardEvent && event.key === 'Escape' && answers.dismiss(),
      made,
    );
    return made;
  };

  const settle = (): boolean => {
    if (!card) return false;
    const avoid = [...(button.matches('.placed:not([hidden])') ? [button] : []), ...summaries()];
    const asked = question();
    const put = (slim: boolean, ...more: Element[]) => {
      card?.classList.toggle('slim', slim);
      return card !== undefined && floats.put(card, ...avoid, ...more);
    };
    // Better not over the question and its message either; never over the field itself.
    return (asked !== undefined && put(false, asked)) || put(false) || put(true);
  };

  const hide = () => {
    card?.remove();
    card = undefined;
    said.textContent = '';
  };

  return {
    settle: () => void settle(),
    hide,
    show(sentence) {
      if (!card) {
        card = build(sentence);
        root.append(card);
      }
      const fits = settle();
      if (fits) said.textContent = `${texts().title} ${sentence}`;
      else hide();
      return fits;
    },
    destroy() {
      hide();
      said.remove();
    },
  };
}
