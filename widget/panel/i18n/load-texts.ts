// The languages of the panel. Dutch is always there; another language is fetched by those who read it.
import type { Language } from '#protocol';
import { nl, type Texts } from './nl.ts';

const TEXTS = {
  nl: async () => nl,
  en: async () => (await import('./en.ts')).en,
} satisfies Record<Language, () => Promise<Texts>>;

/** Words in another language are better than no help at all. */
export async function loadTexts(language: Language): Promise<Texts> {
  try {
    return await TEXTS[language]();
  } catch {
    return nl;
  }
}
