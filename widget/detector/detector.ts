// The watch and its words in one: what the desk, the replay and the tests use.
import type { Observation } from '#protocol';
import { type Assessment, explain } from './explain.ts';
import { createWatch } from './watch.ts';

export type { Assessment };
export type Pointer = 'fine' | 'coarse';

export interface Detector {
  observe(observation: Observation): void;
  /** To be called once a second. */
  assess(t: number): Assessment;
}

export function createDetector({ pointer = 'fine' }: { pointer?: Pointer } = {}): Detector {
  const { observe, assess } = createWatch(pointer === 'coarse');
  return { observe, assess: (t) => explain(assess(t)) };
}
