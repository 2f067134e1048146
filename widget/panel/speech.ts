// In which language the panel speaks. It changes at once, when the words of the other one are here; without them it stays as it is.
import type { DutchForm, Language } from '#protocol';
import { fetchTongues } from './fetch-ahead.ts';
import { SAID_IN_DUTCH, type Said } from './i18n/said.ts';
import { createTimeWriter, type TimeWriter } from './write-time.ts';

export interface Words extends Said {
  readonly language: Language;
  readonly writer: TimeWriter;
}

async function find(language: Language, form: DutchForm): Promise<Said> {
  if (language === 'nl' && form === 'u') return SAID_IN_DUTCH;
  const { fetchWords } = await fetchTongues();
  return fetchWords(language, form);
}

export class Speech {
  readonly #element: Element;
  readonly #form: DutchForm;
  readonly #changed: () => void;
  #words: Words | null = null;
  #wanted: Language | null = null;

  /** `element`: what holds all of ours in the page. */
  constructor(element: Element, form: DutchForm | undefined, changed: () => void) {
    this.#element = element;
    this.#form = form ?? 'u';
    this.#changed = changed;
  }

  /** Null while the first ones are not here. */
  get words(): Words | null {
    return this.#words;
  }

  /** Says whether it is spoken now. Words in another language are better than no help at all. */
  async speak(language: Language): Promise<boolean> {
    this.#wanted = language;
    const found = await find(language, this.#form).catch(() => null);
    if (this.#wanted !== language) return false;
    if (found !== null) this.#begin(language, found);
    else if (this.#words === null) this.#begin('nl', SAID_IN_DUTCH);
    // The list shows the language that is spoken.
    else this.#changed();
    return found !== null;
  }

  /** Not what it says already: a change of the page is looked at. */
  #mark(name: 'lang' | 'dir', value: string): void {
    if (this.#element.getAttribute(name) !== value) this.#element.setAttribute(name, value);
  }

  #begin(language: Language, said: Said): void {
    this.#words = { ...said, language, writer: createTimeWriter(said.texts) };
    this.#mark('lang', language);
    this.#mark('dir', language === 'ar' ? 'rtl' : 'ltr');
    this.#changed();
  }
}
