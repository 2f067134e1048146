// Evidence fades: concurrent values predict better than totals (Chen 2022). Half-lives of detection.md, section 3.
import { isFocused, isHidden, type Page } from './page.ts';

/** In active seconds. */
const HALF_LIFE = 45;
const PROGRESS_HALF_LIFE = 10;
/** A page in view is heard once a second; after a longer silence the machine slept. */
const SLEPT = 5;
/** Evidence this small is forgotten, with its count. */
const FORGOTTEN = 0.05;

export function relieve(page: Page, left: number): void {
  for (const evidence of page.evidence) {
    evidence.amount *= left;
    if (evidence.amount < FORGOTTEN) evidence.count = 0;
  }
}

/** Clocks run only while the page is in view: fetching papers is no trouble. */
export function passTime(page: Page, now: number): void {
  const passed = now - page.now;
  page.now = now;
  if (isHidden(page)) return;
  // Sleep counts as an absence.
  if (passed > SLEPT) page.heard.visible = now;
  else if (passed > 0) {
    page.active += passed;
    page.progress *= 0.5 ** (passed / PROGRESS_HALF_LIFE);
    relieve(page, 0.5 ** (passed / HALF_LIFE));
    if (page.field && isFocused(page)) page.field.dwell += passed;
  }
}
