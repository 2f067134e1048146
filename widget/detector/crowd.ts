// How long others needed for the same fields (detection.md, section 3, "Expected duration"). Apart from the detector: most pages know no crowd.
import { PRIOR, WITHIN } from './expected.ts';
import type { Crowd } from './page.ts';

/** Of one field: the completions, and the sums of ln(seconds) and its square. */
interface Sums {
  completions: number;
  sumLn: number;
  sumLn2: number;
}

/** Fewer completions than this say little, and might tell of someone. */
const FEWEST = 50;
/** What we expect ourselves weighs as much as so many completions. */
const OWN_WEIGHT = 20;

export function createCrowd(sums: ReadonlyMap<string, Sums>): Crowd {
  return (field, seconds) => {
    const { completions, sumLn, sumLn2 } = sums.get(field) ?? { completions: 0, sumLn: 0, sumLn2: 0 };
    if (completions < FEWEST) return undefined;
    const mean = sumLn / completions;
    const all = OWN_WEIGHT + completions;
    // The crowd's own spread is between people as well.
    const variance = Math.max(0, sumLn2 / completions - mean ** 2 - WITHIN ** 2 / PRIOR);
    return {
      crowded: Math.exp((completions * (mean - Math.log(seconds))) / all),
      spread: Math.sqrt((OWN_WEIGHT * WITHIN ** 2 + completions * variance) / all),
    };
  };
}
