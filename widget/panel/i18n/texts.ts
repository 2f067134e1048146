// The languages of the panel, one row each.
import type { Language } from '#protocol';
import { en } from './en.ts';
import { nl, type Texts } from './nl.ts';

export const TEXTS = { nl, en } satisfies Record<Language, Texts>;
