// The watch and its words in one: what the desk, the replay and the tests use.
import type { Observation, Sensitivity } from '#protocol';
import { type Assessment, explain } from './explain.ts';
import type { Crowd } from './page.ts';
import { createWatch } from './watch.ts';
import { THRESHOLDS } from './weights.ts';

export type { Assessment, Crowd };

type Pointer = 'fine' | 'coarse';

export interface DetectorOptions {
  pointer?: Pointer;
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
  pointer = 'fine',
  sensitivity = 'normal',
  crowd,
}: DetectorOptions = {}): Detector {
  const threshold = THRESHOLDS[sensitivity];
  const { observe, assess } = createWatch({ byTouch: pointer === 'coarse', threshold, crowd });
  return { observe, assess: (t) => explain(assess(t), threshold) };
}
