/** What the offer covers on the page that is open now. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Runs in the page. What the offer covers of what is in use now; null when it is not on the screen. */
export function readCovered(): { covered: string[]; isCut: boolean } | null {
  const card = document.querySelector('vangnet-widget')?.shadowRoot?.querySelector('.card.placed');
  if (!card) return null;
  const box = card.getBoundingClientRect();
  const inUse = [
    document.activeElement === document.body ? null : document.activeElement,
    ...document.querySelectorAll('form button:not([type=button]), [role=alert]'),
  ];
  const covered = inUse.flatMap((it) => {
    const other = it?.getBoundingClientRect();
    const isClear =
      !other ||
      box.right <= other.left ||
      other.right <= box.left ||
      box.bottom <= other.top ||
      other.bottom <= box.top;
    return isClear ? [] : [it?.outerHTML.slice(0, 60) ?? ''];
  });
  const seen = visualViewport?.height ?? 0;
  return { covered, isCut: box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > seen };
}

export const frames = (page: Page) =>
  page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))',
  );

/** Once it stands still: the widget looks again after a burst of changes. */
export async function expectClear(page: Page, what: string): Promise<boolean> {
  const now = await page.evaluate(readCovered);
  if (now === null || (now.covered.length === 0 && !now.isCut)) return now !== null;
  await expect
    .poll(async () => (await page.evaluate(readCovered)) ?? { covered: [], isCut: false }, { message: what })
    .toEqual({ covered: [], isCut: false });
  return (await page.evaluate(readCovered)) !== null;
}
