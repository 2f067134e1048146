// Log-odds of the additive model. Written by `npm run fit:detector`, never by hand: seed 2026, simulator 3, 10000 visits.
// Beside the fit: recall 0.753 at 5.8 % false offers (normal), Brier skill 0.40.
import type { Sensitivity } from '#protocol';

export const INTERCEPT = -4.39;
/** The counterweight: who is filling in is not stuck. */
export const PROGRESS = -1.77;
/** In the order of the protocol's reasons. */
export const WEIGHTS: readonly number[] = [
  0.25, // dwell
  2.5, // repeated-error
  2.29, // rework
  0.77, // revisit
  0.65, // thrash
  1.89, // failed-submit
  1.87, // rage
  1.66, // help-seeking
  1.63, // return-without-progress
  0.38, // rereading
  1.54, // label-copied
  0.43, // hesitation
  1.54, // left-empty
  0.28, // wavering
  1.06, // wandering
];
/** Two signals that meet: their places in the order of the reasons, and what their meeting adds. */
export const MEETINGS: readonly (readonly [number, number, number])[] = [
  [0, 8, 0.26], // dwell + return-without-progress
];
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = {
  reserved: 0.03,
  normal: -0.7,
  generous: -1.23,
};
