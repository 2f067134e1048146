// How the citizen came to this page, as far as the browser tells it: a page that comes with errors is the server's answer to an attempt.
import type { Arrival } from './attempt.ts';

/** More often says nothing more. */
const MOST = 3;

/** In a row the same page. Counts of the session history only; nothing is kept. At least one: without a refusal there would be no error on a fresh page. */
function countRefusals(): number {
  const entries = 'navigation' in window ? navigation.entries() : [];
  const current = 'navigation' in window ? (navigation.currentEntry?.index ?? 0) : 0;
  const before = entries.slice(0, current + 1).reverse();
  const other = before.findIndex(({ url }) => url !== location.href);
  const loads = other < 0 ? before.length : other;
  return Math.min(MOST, Math.max(1, loads - 1));
}

export const ARRIVAL: Arrival = {
  refusals: countRefusals,
  cameAt: () => Number(performance.getEntriesByType('navigation')[0]?.toJSON().domInteractive ?? 0),
};
