// How much an error says about someone who makes them often: less (detection.md, section 3, "Own-slip rate").
import type { Field, Page } from './page.ts';

/** Prior: 0.4 slips in 4 fields, the usual rate, so that the first slip of a visit counts in full. */
const PRIOR_SLIPS = 0.4;
const PRIOR_FIELDS = 4;
const USUAL = 0.1;
const STEEPNESS = 6;

/** 1 for someone who rarely slips, towards 0 for someone who often does. What a field adds itself says nothing about the person. */
export function ownSlip(page: Page, field: Field): number {
  const elsewhere = Math.max(0, page.slips - (field.errors ? 1 : 0));
  const rate = (elsewhere + PRIOR_SLIPS) / (page.done + PRIOR_FIELDS);
  return 1 / (1 + STEEPNESS * Math.max(0, rate - USUAL));
}
