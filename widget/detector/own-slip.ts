// How much an error says about someone who makes them often: less (detection.md, section 3, "Own-slip rate").
import type { Field, Page } from './page.ts';

/** The usual rate, with which the counts start, so that the first slip of a visit counts in full. */
export const PRIOR_SLIPS = 0.4;
export const PRIOR_FIELDS = 4;
/** 1 + 6 × (rate - 0.1), and never less than 1. */
const STEEPNESS = 6;
const REST = 0.4;

/** 1 for someone who rarely slips, towards 0 for someone who often does. What a field adds itself says nothing about the person. */
export const ownSlip = (page: Page, field: Field): number =>
  1 / Math.max(1, REST + (STEEPNESS * (page.slips - (field.mistakes ? 1 : 0))) / page.fieldsDone);
