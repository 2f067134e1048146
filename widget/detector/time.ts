// Clocks that run only while the page is in view, and evidence that fades: concurrent values predict better than totals (Chen 2022).
import type { Page } from './page.ts';

/** In active seconds (detection.md, section 3). */
const HALF_LIFE = 45;
const PROGRESS_HALF_LIFE = 10;
/** A page in view is heard once a second; after a longer silence the machine slept. */
const SLEPT = 5;

/** Fetching papers is no trouble. */
export function passTime(page: Page, now: number): void {
  const passed = now - page.pageTime;
  page.pageTime = now;
  page.outOfView = page.since('hidden') < page.since('visible');
  if (page.outOfView) return;
  // Sleep counts as an absence.
  if (passed > SLEPT) page.heardAt.visible = now;
  else if (passed > 0) {
    page.viewed += passed;
    page.faded += passed / HALF_LIFE;
    page.filled *= 0.5 ** (passed / PROGRESS_HALF_LIFE);
    if (page.inFocus) page.inFocus.dwelt += passed;
  }
}
