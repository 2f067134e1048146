/// <reference types="vite/client" />
// All that the other ways need, as one file that is fetched by who needs it: the screens, their words and their looks.
import type { Language } from '#protocol';
import { nl, type WaysTexts } from './i18n/nl.ts';
import style from './ways.css?inline';
import { Ways } from './ways.tsx';

const WORDS = {
  nl: async () => nl,
  en: async () => (await import('./i18n/en.ts')).en,
} satisfies Record<Language, () => Promise<WaysTexts>>;

export interface WaysCode {
  readonly View: typeof Ways;
  readonly words: WaysTexts;
  readonly style: string;
}

/** Words in another language are better than no help at all. */
export async function load(language: Language): Promise<WaysCode> {
  const words = await WORDS[language]().catch(() => nl);
  return { View: Ways, words, style };
}
