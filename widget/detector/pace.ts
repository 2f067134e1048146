// How fast this person is, learned from the fields they completed (detection.md, section 3, "Pace of this person").
import { expectedSeconds } from './expected.ts';
import type { Field, Page } from './page.ts';

/** Variance of ln(time) within a person, 0.75² (measured 0.76), and between people, 0.55² (measured 0.57). */
const WITHIN = 0.5625;
const BETWEEN = 0.3025;
/** One odd field must not decide the pace. */
const MOST = 1.2;

const variance = (page: Page): number => 1 / (1 / BETWEEN + page.precision);

/** This person's time over the average person's, as far as it is known: a natural logarithm. */
export const paceOf = (page: Page): number => page.pace * variance(page);

/** Time spent over the time this person needs: a natural logarithm. */
export const slowness = (page: Page, field: Field): number =>
  Math.log(field.dwell / expectedSeconds(page, field)) - paceOf(page);

/** The same in standard deviations. */
export const unusualness = (page: Page, field: Field): number =>
  slowness(page, field) / Math.sqrt(WITHIN + variance(page));

export function learnPace(page: Page, field: Field): void {
  const ratio = slowness(page, field) + paceOf(page);
  page.pace += Math.max(-MOST, Math.min(MOST, ratio)) / WITHIN;
  page.precision += 1 / WITHIN;
}
