// Log-odds of the additive model. Written by `npm run fit:detector`, never by hand: seed 2026, simulator 4, 10000 visits.
// Beside the fit: recall 0.761 at 5.2 % false offers (normal), Brier skill 0.39.
import type { Sensitivity } from '#protocol';

export const INTERCEPT = -4.4;
/** The counterweight: who is filling in is not stuck. */
export const PROGRESS = -1.7;
/** In the order of the protocol's reasons. */
export const WEIGHTS: readonly number[] = [
  0.1, // dwell
  2.12, // repeated-error
  2.28, // rework
  0.66, // revisit
  0.81, // thrash
  1.58, // failed-submit
  1.91, // rage
  2.15, // help-seeking
  2.14, // return-without-progress
  0.76, // rereading
  1.72, // label-copied
  2.12, // left-empty
  0.59, // wavering
  0.86, // wandering
];
/** Two signals that meet: their places in the order of the reasons, and what their meeting adds. */
export const MEETINGS: readonly (readonly [number, number, number])[] = [
  [0, 2, 1.22], // dwell + rework
  [0, 5, 0.65], // dwell + failed-submit
  [0, 13, 0.75], // dwell + wandering
];
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = {
  reserved: -0.27,
  normal: -0.58,
  generous: -1.27,
};
