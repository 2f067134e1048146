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
  const all = page.evidence.map(({ amount, weight, ...told }) => ({
    ...told,
    weight: Math.min(MOST, weight * Math.log1p(amount)),
  }));
  const reasons = all.filter(({ weight }) => weight >= TELLING).sort((a, b) => b.weight - a.weight);
  return {
    eta: all.reduce((eta, { weight }) => eta + weight, INTERCEPT + weighProgress(page)),
    reasons: reasons.slice(0, TOLD),
  };
}
