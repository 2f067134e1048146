// Log-odds of the additive model. Written by `npm run fit:detector`, never by hand: seed 2026, simulator 4, 10000 visits.
// Beside the fit: recall 0.753 at 4.4 % false offers (normal), Brier skill 0.40.
import type { Sensitivity } from '#protocol';

export const INTERCEPT = -4.46;
/** The counterweight: who is filling in is not stuck. */
export const PROGRESS = -1.67;
/** In the order of the protocol's reasons. */
export const WEIGHTS: readonly number[] = [
  0.09, // dwell
  2.11, // repeated-error
  2.29, // rework
  0.64, // revisit
  0.81, // thrash
  1.57, // failed-submit
  1.89, // rage
  2.14, // help-seeking
  2.02, // return-without-progress
  0.72, // rereading
  1.69, // label-copied
  2.08, // left-empty
  0.62, // wavering
  0.92, // wandering
];
/** Two signals that meet: their places in the order of the reasons, and what their meeting adds. */
export const MEETINGS: readonly (readonly [number, number, number])[] = [
  [0, 2, 1.21], // dwell + rework
  [0, 5, 0.64], // dwell + failed-submit
  [0, 13, 0.72], // dwell + wandering
];
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = {
  reserved: -0.26,
  normal: -0.55,
  generous: -1.27,
};
