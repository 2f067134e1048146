// The counterweight: who is filling in is not stuck. Start model: +0.05 a character, paste +1, at most 2, weight -2.9.
import type { Happening, Page } from './page.ts';

const WEIGHT = -2.9;
const PER_CHARACTER = 0.05;
const PER_PASTE = 1;
const MOST = 2;

export function seeProgress(page: Page, o: Happening): void {
  if (o.type !== 'input') return;
  page.progress = Math.min(MOST, page.progress + (o.how === 'type' ? o.inserted * PER_CHARACTER : PER_PASTE));
}

export const weighProgress = (page: Page): number => WEIGHT * Math.log1p(page.progress);
