// What a crowd knows of a field: sums that fade, and into which one visit goes only so far.
import type { FormSums, TimeSums } from '#protocol';

/** Forms change; what people did a season ago counts half. */
const HALF_LIFE_MS = 90 * 24 * 60 * 60_000;
/** After four half-lives without a visit a sixteenth is left: nothing to judge anyone by. */
export const FORGOTTEN_AFTER_MS = 4 * HALF_LIFE_MS;
/** From this many completions on the crowd tells more than the guess from words and kind (detection rules, section 3). */
const LEAST_COMPLETIONS = 50;
/** Of a normal crowd 0.3 % lies further out than this many standard deviations. */
const FURTHEST = 3;
/** A crowd that agrees to the second still leaves room; a quarter of the usual spread within one person. */
const LEAST_SPREAD = 0.2;

/** All of it is sums: nobody can be taken out of it again. */
export interface FieldCrowd extends TimeSums {
  errors: number;
  /** Visits that ended with this field as the last one touched. */
  last: number;
  /** Visits that touched the field and went on, and that did not. */
  finished: number;
  unfinished: number;
  /** When it was last made to fade. */
  fadedAt: number;
}

export type VisitToField = TimeSums & { errors: number; last: boolean; finished: boolean };

/** `at`: a clock that goes back must not make memories stronger. */
export function fade(crowd: FieldCrowd, at: number): FieldCrowd {
  const share = 0.5 ** (Math.max(0, at - crowd.fadedAt) / HALF_LIFE_MS);
  return {
    count: crowd.count * share,
    sumLn: crowd.sumLn * share,
    sumLn2: crowd.sumLn2 * share,
    errors: crowd.errors * share,
    last: crowd.last * share,
    finished: crowd.finished * share,
    unfinished: crowd.unfinished * share,
    fadedAt: Math.max(at, crowd.fadedAt),
  };
}

export const isKnown = ({ count }: TimeSums): boolean => count >= LEAST_COMPLETIONS;

/** Draws the times of one visit to within what the crowd does, once there is a crowd. */
function winsorise(visit: TimeSums, crowd: TimeSums): TimeSums {
  if (visit.count === 0 || !isKnown(crowd)) return visit;
  const usual = crowd.sumLn / crowd.count;
  const spread = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, crowd.sumLn2 / crowd.count - usual ** 2)));
  const room = FURTHEST * spread;
  const mean = visit.sumLn / visit.count;
  const drawn = Math.min(usual + room, Math.max(usual - room, mean));
  const variance = Math.min(spread ** 2, Math.max(0, visit.sumLn2 / visit.count - mean ** 2));
  return { count: visit.count, sumLn: visit.count * drawn, sumLn2: visit.count * (drawn ** 2 + variance) };
}

export function addVisit(before: FieldCrowd | null, visit: VisitToField, at: number): FieldCrowd {
  const crowd = before ? fade(before, at) : NOBODY;
  const { count, sumLn, sumLn2 } = winsorise(visit, crowd);
  return {
    count: crowd.count + count,
    sumLn: crowd.sumLn + sumLn,
    sumLn2: crowd.sumLn2 + sumLn2,
    errors: crowd.errors + visit.errors,
    last: crowd.last + (visit.last ? 1 : 0),
    finished: crowd.finished + (visit.finished ? 1 : 0),
    unfinished: crowd.unfinished + (visit.finished ? 0 : 1),
    fadedAt: Math.max(at, crowd.fadedAt),
  };
}

const NOBODY: FieldCrowd = {
  count: 0,
  sumLn: 0,
  sumLn2: 0,
  errors: 0,
  last: 0,
  finished: 0,
  unfinished: 0,
  fadedAt: 0,
};

/** The name under which the visits to a form as a whole are counted; no field has it. */
export const WHOLE_FORM = '';

/** One visit's sums as what it adds, field by field and to the form as a whole. */
export function splitVisit({ finished, last, fields }: FormSums): [field: string, visit: VisitToField][] {
  const whole = { count: 0, sumLn: 0, sumLn2: 0, errors: 0, last: false, finished };
  return [
    [WHOLE_FORM, whole],
    ...fields.map(({ field, count, sumLn, sumLn2, errors }): [string, VisitToField] => [
      field,
      { count, sumLn, sumLn2, errors, last: field === last, finished },
    ]),
  ];
}
