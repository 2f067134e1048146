// The watch and its words in one: what the desk, the replay and the tests use.
import type { Observation, Sensitivity } from '#protocol';
import { type Assessment, explain } from './explain.ts';
import { createWatch } from './watch.ts';
import { THRESHOLDS } from './weights.ts';

export type { Assessment };
export type Pointer = 'fine' | 'coarse';

export interface DetectorOptions {
  pointer?: Pointer;
  sensitivity?: Sensitivity;
}

export interface Detector {
  observe(observation: Observation): void;
  /** To be called once a second. */
  assess(t: number): Assessment;
}

export function createDetector({ pointer = 'fine', sensitivity = 'normal' }: DetectorOptions = {}): Detector {
  const threshold = THRESHOLDS[sensitivity];
  const { observe, assess } = createWatch(pointer === 'coarse', threshold);
  return { observe, assess: (t) => explain(assess(t), threshold) };
}
