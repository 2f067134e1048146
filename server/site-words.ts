// The words of button and offer in every language, as the build wrote them beside the widget that shows them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '#protocol';
import { siteWords } from '#protocol/schemas';
import type { WordBook } from './application/word-book.ts';

const wordBook = z.record(z.enum([...LANGUAGES, 'nl-je']), siteWords);

/** Null: nothing was built, so there is no widget either. Words that do not fit stop the start. */
export function readWordBook(dist: string): WordBook | null {
  let written: string;
  try {
    written = readFileSync(join(dist, 'words.json'), 'utf8');
  } catch {
    return null;
  }
  return wordBook.parse(JSON.parse(written));
}
