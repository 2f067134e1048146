// What one visit may tell about the fields of a form, and which sums can be true. Pure: for the page that sums and the server that checks.

/** Limits of one visit's sums (SPEC.md, C3). A form with more fields on one page life is not one that people fill in. */
export const CROWD_LIMITS = { fields: 60, completions: 5, errors: 20 } as const;

/** In seconds. Below it no hand was at work (detection rules, section 4); beyond it nobody was at the screen. */
export const SHORTEST_FILL = 0.4;
export const LONGEST_FILL = 1_800;

const LEAST = Math.log(SHORTEST_FILL);
const MOST = Math.log(LONGEST_FILL);
/** Sums of a few floating-point numbers are this exact, and what is written as text is a little less. */
const ROUNDING = 1e-6;

/** `count` times in seconds, as the sum of their natural logarithms and of the squares of those. */
export interface TimeSums {
  count: number;
  sumLn: number;
  sumLn2: number;
}

/** Whether there are times between the shortest and the longest that have these sums. */
export function areTimesPossible({ count, sumLn, sumLn2 }: TimeSums): boolean {
  if (count === 0) return sumLn === 0 && sumLn2 === 0;
  const least = (sumLn * sumLn) / count;
  // Each time has (ln d - LEAST)(MOST - ln d) >= 0; added up, that bounds the squares from above.
  const most = (LEAST + MOST) * sumLn - count * LEAST * MOST;
  return (
    sumLn >= count * LEAST - ROUNDING &&
    sumLn <= count * MOST + ROUNDING &&
    sumLn2 >= least - ROUNDING &&
    sumLn2 <= most + ROUNDING
  );
}
