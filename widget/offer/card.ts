// The offer on the page: a small card that says one sentence, takes no focus, and covers nothing that is in use.
import type { SiteWords } from '#protocol';
import { CARD_STYLE } from './card-style.ts';
import type { Floats, Shape } from './floats.ts';

export interface CardOptions {
  listen(name: 'click' | 'keydown', run: (event: Event) => unknown, target: EventTarget): void;
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
}

export interface Card {
  /** Says whether there is room. */
  show(sentence: string): boolean;
  hide(): void;
  settle(): void;
  destroy(): void;
}

/** What is fixed to the page lies behind a virtual keyboard. Zoomed in by hand, the difference is not a keyboard. */
function findKeyboard(): Shape[] {
  const { scale = 0, offsetTop = 0, height = 0 } = visualViewport ?? {};
  return scale === 1 ? [{ getBoundingClientRect: () => new DOMRect(0, offsetTop + height, 1e5, 1e5) }] : [];
}

function make(tag: string, attributes: Record<string, string>, ...parts: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...parts);
  return element;
}

/** The card itself, not yet on the page. */
function build(sentence: string, { listen, texts, accept, decline, dismiss }: CardOptions): HTMLElement {
  const makeButton = (name: string, look: string, act: () => void) => {
    const made = make('button', { type: 'button', class: look }, name);
    listen('click', act, made);
    return made;
  };
  const { title, yes, no, close: closing } = texts();
  const close = makeButton('×', 'quiet close', dismiss);
  close.ariaLabel = closing;
  const made = make(
    'section',
    { role: 'dialog', class: 'card float', 'aria-labelledby': 'vn-title', 'aria-describedby': 'vn-text' },
    make('h2', { id: 'vn-title' }, title),
    make('p', { id: 'vn-text' }, sentence),
    make('div', { class: 'answers' }, makeButton(yes, 'yes', accept), makeButton(no, 'quiet', decline)),
    close,
  );
  listen('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && dismiss(), made);
  return made;
}

export function createCard(options: CardOptions): Card {
  const { floats, summaries, question, texts } = options;
  const { root, button } = floats;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_STYLE);
  root.adoptedStyleSheets.push(sheet);
  // On the page before there is something to say: only then it is said.
  const said = make('div', { role: 'status', class: 'said' });
  root.append(said);
  let card: HTMLElement | undefined;
  let cameFrom: HTMLElement | undefined;

  const settle = (): boolean => {
    if (!card) return false;
    const avoid = [
      ...(button.matches('.placed:not([hidden])') ? [button] : []),
      ...summaries(),
      ...findKeyboard(),
    ];
    const asked = question();
    const put = (slim: boolean, ...more: Shape[]) => {
      card?.classList.toggle('slim', slim);
      return card !== undefined && floats.put(card, ...avoid, ...more);
    };
    // The least harm: clear of the question and its message too, else of the field itself; with less words where the card
    // is too high; and out of sight where nothing is free, until the page moves. The chat button is there meanwhile, where it fits.
    return (asked !== undefined && put(false, asked)) || put(false) || put(true);
  };

  const keepOrigin = ({ relatedTarget: from }: FocusEvent) => {
    if (from instanceof HTMLElement && !card?.contains(from)) cameFrom = from;
  };
  const hide = () => {
    // What goes away with the focus gives it back.
    if (card?.matches(':focus-within')) (cameFrom?.isConnected ? cameFrom : button).focus();
    card?.remove();
    card = undefined;
    said.textContent = '';
  };

  return {
    settle: () => void settle(),
    hide,
    show(sentence) {
      if (!card) {
        card = build(sentence, options);
        card.addEventListener('focusin', keepOrigin);
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
