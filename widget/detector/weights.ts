// Log-odds of the additive model (detection.md, section 3): hand-set start values until `npm run fit:detector` writes this file.
import type { Sensitivity } from '#protocol';

export const INTERCEPT = -4.2;
/** The counterweight: who is filling in is not stuck. */
export const PROGRESS = -2.9;
/** In the order of the protocol's reasons. */
export const WEIGHTS: readonly number[] = [
  1.5, 1.1, 3, 2, 2, 2, 1.5, 2.5, 2.4, 1.2, 1, 0.8, 0.8, 0.6, 0.6, 0.8, 0.2,
];
/** Two signals that meet: their places in the order of the reasons, and what their meeting adds. */
export const MEETINGS: readonly (readonly [number, number, number])[] = [];
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = {
  reserved: 0.1,
  normal: -0.5,
  generous: -1,
};
