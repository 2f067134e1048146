/** Walks with Tab through what the widget shows, and says where the focus cannot be seen or falls out of the row. */
import type { Page } from 'playwright-core';

const MOST_STOPS = 40;

interface Stop {
  name: string;
  complaint: string | null;
}

export async function walkFocus(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const root = document.querySelector('vangnet-widget')?.shadowRoot;
    const inUse = root?.querySelector<HTMLElement>('.vp:not([hidden]) button, .card button');
    (inUse ?? root?.querySelector('button'))?.focus();
  });
  // Out of the row at its beginning, and in again as with the keyboard.
  for (let inside = true; inside; inside = (await page.evaluate(describeFocus)) !== null)
    await page.keyboard.press('Shift+Tab');
  const found: string[] = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop === null) return count === 0 ? ['nothing can be reached with Tab'] : found;
    if (stop.complaint !== null) found.push(`${stop.complaint}: ${stop.name}`);
  }
  return [...found, 'the focus does not come out of the widget'];
}

/** Runs in the page. Null: the focus is not with us. */
function describeFocus(): Stop | null {
  const at = document.querySelector('vangnet-widget')?.shadowRoot?.activeElement;
  if (!(at instanceof HTMLElement)) return null;
  // A name in a list that has its whole row for a target shows the focus around the row.
  const isRow = getComputedStyle(at, '::after').position === 'absolute';
  const { outlineStyle, outlineWidth } = getComputedStyle(at, isRow ? '::after' : null);
  const box = at.getBoundingClientRect();
  const isSeen =
    at.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const isHere = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    name: `<${at.localName} class="${at.className}"> ${at.textContent.trim().slice(0, 40)}`,
    complaint: isSeen ? (isHere ? null : 'the focus is off the screen') : 'the focus cannot be seen',
  };
}
