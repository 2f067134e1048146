/// <reference types="vite/client" />
// All that waiting needs, as one file that is fetched by who waits.
import type { Language } from '#protocol';
import { nl, type QueueTexts } from './i18n/nl.ts';
import style from './queue.css?inline';
import { Queue } from './queue.tsx';

const WORDS = {
  nl: async () => nl,
  en: async () => (await import('./i18n/en.ts')).en,
} satisfies Record<Language, () => Promise<QueueTexts>>;

export interface QueueCode {
  readonly View: typeof Queue;
  readonly words: QueueTexts;
  readonly style: string;
}

/** Words in another language are better than none. */
export async function load(language: Language): Promise<QueueCode> {
  const words = await WORDS[language]().catch(() => nl);
  return { View: Queue, words, style };
}
