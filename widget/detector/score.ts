// Evidence to one score and its reasons: eta = intercept + sum of weight × ln(1 + evidence) (detection.md, section 3).
import type { Reason } from '#protocol';
import type { Page } from './page.ts';
import { weighProgress } from './progress.ts';

/** Start model, log-odds. */
const INTERCEPT = -4.2;
/** No signal counts for more, so that none can reach the threshold alone. */
const MOST = 3;
/** A contribution below this explains nothing (section 3, "Explanation"). */
const TELLING = 0.5;
const TOLD = 3;

export function weigh(page: Page): { eta: number; reasons: Reason[] } {
  let eta = INTERCEPT + weighProgress(page);
  const reasons: Reason[] = [];
  for (const { code, field, count, ratio, amount, weight: most } of page.evidence) {
    const weight = Math.min(MOST, most * Math.log1p(amount));
    eta += weight;
    if (weight >= TELLING)
      reasons.push({ code, field, count: count || undefined, ratio: ratio || undefined, weight });
  }
  return { eta, reasons: reasons.sort((a, b) => b.weight - a.weight).slice(0, TOLD) };
}
