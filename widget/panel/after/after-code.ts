/// <reference types="vite/client" />
// All that comes after a conversation, as one file that is fetched at its end.
import type { Language } from '#protocol';
import style from './after.css?inline';
import { After } from './after.tsx';
import { type AfterTexts, nl } from './i18n/nl.ts';

const WORDS = {
  nl: async () => nl,
  en: async () => (await import('./i18n/en.ts')).en,
} satisfies Record<Language, () => Promise<AfterTexts>>;

export interface AfterCode {
  readonly View: typeof After;
  readonly words: AfterTexts;
  readonly style: string;
}

/** Words in another language are better than no words at all. */
export async function load(language: Language): Promise<AfterCode> {
  const words = await WORDS[language]().catch(() => nl);
  return { View: After, words, style };
}
