// A model over what the signals found: additive, with meetings of two signals; and how it is fitted.
import { REASON_CODES, type ReasonCode } from '#protocol';
import { INTERCEPT, MEETINGS, PROGRESS, THRESHOLDS, WEIGHTS } from '../../widget/detector/weights.ts';
import { type Bounds, fitLogistic, type Rows } from './logistic.ts';
import type { Watched } from './watched.ts';

/** Places of two signals. */
export type Pair = readonly [number, number];

export interface Model {
  intercept: number;
  /** Per signal; progress comes last. */
  weights: readonly number[];
  meetings: readonly (readonly [...Pair, number])[];
  /** Log-odds that someone who is stranded has at least. Left out: no such rule. */
  stranded?: number;
}

/** Of the ticks without trouble every so many-th is enough. */
const EVERY = 4;
/** As in the watch: no signal counts for more. */
const MOST = 4;
/** No single event decides (detection.md, section 3). */
const CAP: Bounds = { low: 0, high: 3 };
/**
 * What the weights are thought to be before any simulation: the start model of detection.md, section 3, at half its weights, because
 * more signals share the same trouble here; new signals as the weakest there. It keeps one guess at the world from deciding alone.
 */
const THOUGHT: Record<ReasonCode | 'progress', number> = {
  dwell: 0.7,
  'repeated-error': 1.2,
  rework: 1,
  revisit: 1,
  thrash: 1,
  'failed-submit': 0.8,
  rage: 1.3,
  'help-seeking': 1.2,
  'return-without-progress': 0.6,
  rereading: 0.6,
  'label-copied': 0.6,
  'left-empty': 0.6,
  wavering: 0.6,
  wandering: 0.6,
  progress: -1.5,
};
/** That thought weighs as much as so many ticks of evidence. */
const PULL = 800;
const AGAINST: Bounds = { low: -6, high: 0 };
const ANY: Bounds = { low: -20, high: 20 };
/** Hardly a prior: for what only serves as a yardstick. */
const LOOSE = 20;

/** What a meeting finds: as much as the weaker of the two. */
const meet = (found: Float32Array, start: number, [one, other]: Pair): number =>
  Math.min(found[start + one] ?? 0, found[start + other] ?? 0);

export const widthOf = ({ found, ticks }: Watched): number => found.length / ticks;

/** The ticks that count: all of the trouble, and of the rest every so many-th. */
function* chooseTicks(
  visits: readonly Watched[],
): Generator<readonly [Watched, tick: number, isTrue: boolean]> {
  for (const watched of visits)
    for (let tick = 0; tick < watched.ticks; tick += 1) {
      const isTrue = watched.truth[tick] === 1;
      if (isTrue || tick % EVERY === 0) yield [watched, tick, isTrue];
    }
}

/** One row per chosen tick: the signals, progress, and the meetings. */
function makeRows(
  visits: readonly Watched[],
  pairs: readonly Pair[],
  weightOf: (watched: Watched) => number = () => 1,
): Rows {
  const signals = visits[0] ? widthOf(visits[0]) : 0;
  const width = signals + pairs.length;
  let count = 0;
  for (const _ of chooseTicks(visits)) count += 1;
  const values = new Float32Array(count * width);
  const truth = new Uint8Array(count);
  const weight = new Float32Array(count);
  let row = 0;
  for (const [watched, tick, isTrue] of chooseTicks(visits)) {
    const start = tick * signals;
    values.set(watched.found.subarray(start, start + signals), row * width);
    pairs.forEach((pair, index) => {
      values[row * width + signals + index] = meet(watched.found, start, pair);
    });
    truth[row] = isTrue ? 1 : 0;
    weight[row] = isTrue ? 1 : EVERY * weightOf(watched);
    row += 1;
  }
  return { width, values, truth, weight };
}

export interface FitOptions {
  pairs: readonly Pair[];
  weightOf?: (watched: Watched) => number;
  /** Without bounds: what a model could do that need not be explained. */
  free?: boolean;
}

export function fitModel(visits: readonly Watched[], { pairs, weightOf, free = false }: FitOptions): Model {
  const rows = makeRows(visits, pairs, weightOf);
  const signals = rows.width - pairs.length;
  const bounds = Array.from({ length: rows.width }, (_, at) =>
    free ? ANY : at === signals - 1 ? AGAINST : CAP,
  );
  const thought = [...REASON_CODES.map((code) => THOUGHT[code]), THOUGHT.progress];
  const prior = free ? { weights: [], pull: LOOSE } : { weights: thought, pull: PULL };
  const { intercept, weights } = fitLogistic(rows, bounds, prior);
  return {
    intercept,
    weights: weights.slice(0, signals),
    meetings: pairs.map(([one, other], index) => [one, other, weights[signals + index] ?? 0]),
  };
}

/** What is in the tree. */
export const shippedModel: Model = {
  intercept: INTERCEPT,
  weights: [...WEIGHTS, PROGRESS],
  meetings: MEETINGS,
  stranded: THRESHOLDS.normal,
};

/** In single precision a number may come out below the threshold that it is. */
const SURELY = 1e-6;

/** Log-odds per tick. */
function score({ intercept, weights, meetings, stranded }: Model, watched: Watched): Float32Array {
  const signals = weights.length;
  const { found, ticks } = watched;
  return Float32Array.from({ length: ticks }, (_, tick) => {
    const start = tick * signals;
    let eta = intercept;
    for (let at = 0; at < signals; at += 1) {
      const add = (weights[at] ?? 0) * (found[start + at] ?? 0);
      eta += Math.min(MOST, add);
    }
    for (const [one, other, weight] of meetings) eta += weight * meet(found, start, [one, other]);
    return watched.stranded[tick] && stranded !== undefined ? Math.max(eta, stranded + SURELY) : eta;
  });
}

export const scoreAll = (model: Model, visits: readonly Watched[]): Float32Array[] =>
  visits.map((watched) => score(model, watched));

/** Counting some people more shifts the probabilities: puts them right again, by one scale and one shift for all. */
export function recalibrate(model: Model, visits: readonly Watched[]): Model {
  const etas = scoreAll(model, visits);
  const plain = visits.map((watched, index) => ({ ...watched, found: etas[index] ?? new Float32Array(0) }));
  const { intercept, weights } = fitLogistic(makeRows(plain, []), [ANY], { weights: [1], pull: 0 });
  const scale = weights[0] ?? 1;
  return {
    ...model,
    intercept: model.intercept * scale + intercept,
    weights: model.weights.map((weight) => weight * scale),
    meetings: model.meetings.map(([one, other, weight]) => [one, other, weight * scale]),
  };
}
