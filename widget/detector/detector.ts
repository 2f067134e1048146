// The watch and its words in one: what the desk, the replay and the tests use.
import type { Observation, Sensitivity } from '#protocol';
import { type Assessment, explain } from './explain.ts';
import type { Crowd } from './page.ts';
import { createWatch } from './watch.ts';
import { THRESHOLDS } from './weights.ts';

export type { Assessment, Crowd };

export interface DetectorOptions {
  /** Typing and pointing with a finger: everything takes longer. */
  byTouch?: boolean;
  sensitivity?: Sensitivity;
  /** How long others needed for the same fields. */
  crowd?: Crowd;
}

export interface Detector {
  observe(observation: Observation): void;
  /** To be called once a second. */
  assess(t: number): Assessment;
}

export function createDetector({
  byTouch = false,
  sensitivity = 'normal',
  crowd,
}: DetectorOptions = {}): Detector {
  const threshold = THRESHOLDS[sensitivity];
  const { observe, assess } = createWatch(byTouch, threshold, crowd);
  return { observe, assess: (t) => explain(assess(t), threshold) };
}
