// How often in a row the server sent the same page back, as far as the browser tells the page: a page that loads with errors is the answer to an attempt.

/** More often says nothing more. */
const MOST = 3;

/** Counts of the session history only; nothing is kept. At least one: without a refusal there would be no error on a fresh page. */
export function countRefusals(): number {
  const entries = 'navigation' in window ? navigation.entries() : [];
  const current = 'navigation' in window ? (navigation.currentEntry?.index ?? 0) : 0;
  const before = entries.slice(0, current + 1).reverse();
  const other = before.findIndex(({ url }) => url !== location.href);
  const loads = other < 0 ? before.length : other;
  return Math.min(MOST, Math.max(1, loads - 1));
}
