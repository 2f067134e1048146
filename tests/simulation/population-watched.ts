// A population as the detector saw it.
import { makePopulation, type Tier } from './population.ts';
import { type Watched, watch } from './watched.ts';

export function watchPopulation(seed: number, count: number, tier: Tier): Watched[] {
  const watched: Watched[] = [];
  for (const visit of makePopulation(seed, count, tier)) watched.push(watch(visit));
  return watched;
}
