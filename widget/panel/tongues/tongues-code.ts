/// <reference types="vite/client" />
// All that other languages need, as one file that is fetched when the panel is there: the list to choose from, and the way to their words.
import type { DutchForm, Language } from '#protocol';
import { fetchCode } from '../fetch-code.ts';
import type { CitizenWords } from '../i18n/citizen-words.ts';
import { nl } from '../i18n/nl.ts';
import { SAID_IN_DUTCH, type Said } from '../i18n/said.ts';
import style from './language-switch.css?inline';
import { LanguageSwitch } from './language-switch.tsx';

export interface TonguesCode {
  readonly View: typeof LanguageSwitch;
  readonly style: string;
}

export const part: TonguesCode = { View: LanguageSwitch, style };

const FILES = {
  fy: () => import('../i18n/fy.ts'),
  en: () => import('../i18n/en.ts'),
  de: () => import('../i18n/de.ts'),
  tr: () => import('../i18n/tr.ts'),
  ar: () => import('../i18n/ar.ts'),
  pl: () => import('../i18n/pl.ts'),
  uk: () => import('../i18n/uk.ts'),
} satisfies Record<Exclude<Language, 'nl'>, () => Promise<{ words: CitizenWords }>>;

/** Rejects when the file of the language cannot be fetched now. */
export async function fetchWords(language: Language, form: DutchForm): Promise<Said> {
  if (language !== 'nl') {
    const { words } = await fetchCode<{ words: CitizenWords }>(FILES[language]);
    return {
      texts: words.panel,
      sayTalk: () => words.talk,
      sayIntroduction: () => words.introduction,
      sayWays: () => words.ways,
      sayAfter: () => words.after,
      sayNotices: () => words.notices,
      sayQueue: () => words.queue,
    };
  }
  if (form === 'u') return SAID_IN_DUTCH;
  const je = await fetchCode(() => import('../i18n/nl-je.ts'));
  return {
    texts: je.panel(nl),
    sayTalk: je.talk,
    sayIntroduction: je.introduction,
    sayWays: je.ways,
    sayAfter: je.after,
    sayNotices: je.notices,
    sayQueue: je.queue,
  };
}
