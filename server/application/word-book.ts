// The words of button and offer, in every language that a citizen can read.
import type { Language, SiteWords } from '#protocol';

export type WordBook = Readonly<Record<Language | 'nl-je', SiteWords>>;
