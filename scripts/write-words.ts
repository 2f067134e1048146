// Writes the words of button and offer, in every language, to where the server reads them. No room imports another: this is the bridge.
import { writeFileSync } from 'node:fs';
import type { Language, SiteWords } from '#protocol';
import * as nl from '../widget/i18n/nl.ts';
import { words as ar } from '../widget/panel/i18n/ar.ts';
import type { CitizenWords } from '../widget/panel/i18n/citizen-words.ts';
import { words as de } from '../widget/panel/i18n/de.ts';
import { words as en } from '../widget/panel/i18n/en.ts';
import { words as fy } from '../widget/panel/i18n/fy.ts';
import * as je from '../widget/panel/i18n/nl-je.ts';
import { words as pl } from '../widget/panel/i18n/pl.ts';
import { words as tr } from '../widget/panel/i18n/tr.ts';
import { words as uk } from '../widget/panel/i18n/uk.ts';

type Early = Pick<CitizenWords, 'button' | 'offer'>;

function pick(lang: Language, { button, offer }: Early): SiteWords {
  const { region, ...words } = button;
  const dir = lang === 'ar' ? 'rtl' : 'ltr';
  return { element: { ariaLabel: region, lang, dir }, button: words, offer };
}

export const SITE_WORDS: Record<Language | 'nl-je', SiteWords> = {
  nl: pick('nl', nl),
  'nl-je': pick('nl', { ...nl, offer: { ...nl.offer, ...je.offer } }),
  fy: pick('fy', fy),
  en: pick('en', en),
  de: pick('de', de),
  tr: pick('tr', tr),
  ar: pick('ar', ar),
  pl: pick('pl', pl),
  uk: pick('uk', uk),
};

export function writeWords(folder: string): void {
  writeFileSync(`${folder}/words.json`, JSON.stringify(SITE_WORDS));
}
