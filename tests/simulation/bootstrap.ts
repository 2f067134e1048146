// How sure a figure is: the middle 95 % of what it would have been with other visits of the same kind.
import type { Chance } from './chance.ts';
import { quantile } from './figures.ts';

const TIMES = 400;

export function intervalOfMean(values: readonly number[], chance: Chance): [low: number, high: number] {
  const means = Array.from({ length: TIMES }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw += 1) sum += chance.pick(values);
    return sum / values.length;
  });
  return [quantile(means, 0.025), quantile(means, 0.975)];
}
