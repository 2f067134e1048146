// How sure a figure is: the middle 95 % of what it would have been with other visits of the same kind.
import type { Chance } from './chance.ts';
import { quantile } from './figures.ts';

const TIMES = 400;

/** Mean of yes (1) and no (0), with its interval. */
export function intervalOfShare(hits: readonly number[], chance: Chance): [number, number] {
  const shares = Array.from({ length: TIMES }, () => {
    let sum = 0;
    for (let draw = 0; draw < hits.length; draw += 1) sum += chance.pick(hits);
    return sum / hits.length;
  });
  return [quantile(shares, 0.025), quantile(shares, 0.975)];
}

/** Mean of differences between two detectors on the same visits, with its interval. */
export const intervalOfGain = intervalOfShare;
