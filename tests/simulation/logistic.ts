// Logistic regression with bounds on the weights, by Newton's method with projected coordinate descent inside.

export interface Rows {
  width: number;
  /** Row after row. */
  values: Float32Array;
  truth: Uint8Array;
  weight: Float32Array;
}

export interface Bounds {
  low: number;
  high: number;
}

export interface Fit {
  intercept: number;
  weights: number[];
}

/** Newton's method overshoots where a curve is flat: no weight moves further in one round. */
const STRIDE: Bounds = { low: -1, high: 1 };
const ROUNDS = 40;
const SWEEPS = 300;
const FREE: Bounds = { low: -20, high: 20 };

const clip = (value: number, { low, high }: Bounds): number => Math.min(high, Math.max(low, value));

interface Newton {
  gradient: Float64Array;
  hessian: Float64Array;
}

/** Adds `more` to one place of an array. */
const add = (to: Float64Array, at: number, more: number): void => {
  to[at] = (to[at] ?? 0) + more;
};

/** Gradient and Hessian of the negative log-likelihood; the intercept is the last variable. Rows are mostly zeros: those are passed over. */
function differentiate({ width, values, truth, weight }: Rows, beta: Float64Array): Newton {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const row = new Float64Array(size);
  row[width] = 1;
  for (let index = 0; index < truth.length; index += 1) {
    row.set(values.subarray(index * width, (index + 1) * width));
    const present: number[] = [];
    let eta = 0;
    row.forEach((value, at) => {
      if (value === 0) return;
      eta += value * (beta[at] ?? 0);
      present.push(at);
    });
    const p = 1 / (1 + Math.exp(-eta));
    const counts = weight[index] ?? 1;
    const slope = counts * (p - (truth[index] ?? 0));
    const bend = counts * Math.max(1e-6, p * (1 - p));
    for (const at of present) {
      const value = row[at] ?? 0;
      add(gradient, at, slope * value);
      for (const other of present) add(hessian, at * size + other, bend * value * (row[other] ?? 0));
    }
  }
  return { gradient, hessian };
}

/** What the weights are thought to be beforehand, and how many ticks' worth that thought is. */
export interface Prior {
  weights: readonly number[];
  pull: number;
}

/** Negative log-likelihood, with the prior. */
function lossOf({ width, values, truth, weight }: Rows, beta: Float64Array, prior: Prior): number {
  let loss = 0;
  for (let row = 0; row < truth.length; row += 1) {
    let eta = beta[width] ?? 0;
    const start = row * width;
    for (let at = 0; at < width; at += 1) eta += (values[start + at] ?? 0) * (beta[at] ?? 0);
    const signed = truth[row] === 1 ? -eta : eta;
    loss += (weight[row] ?? 1) * (signed > 30 ? signed : Math.log1p(Math.exp(signed)));
  }
  for (let at = 0; at < width; at += 1)
    loss += (prior.pull / 2) * ((beta[at] ?? 0) - (prior.weights[at] ?? 0)) ** 2;
  return loss;
}

/** One turn along all weights: each takes its own best place on the parabola, within the bounds. Answers how far the furthest went. */
function sweep(
  { gradient, hessian }: Newton,
  beta: Float64Array,
  bounds: readonly Bounds[],
  step: Float64Array,
): number {
  const size = beta.length;
  let moved = 0;
  for (let at = 0; at < size; at += 1) {
    const [old, gone] = [beta[at] ?? 0, step[at] ?? 0];
    const bend = (hessian[at * size + at] ?? 0) + 1e-9;
    const wanted = old + gone - (gradient[at] ?? 0) / bend;
    const next = clip(clip(wanted, bounds[at] ?? FREE) - old, STRIDE);
    if (next === gone) continue;
    step[at] = next;
    moved = Math.max(moved, Math.abs(next - gone));
    for (let other = 0; other < size; other += 1)
      add(gradient, other, (next - gone) * (hessian[at * size + other] ?? 0));
  }
  return moved;
}

function findStep(newton: Newton, beta: Float64Array, bounds: readonly Bounds[]): Float64Array {
  const step = new Float64Array(beta.length);
  for (let turn = 0; turn < SWEEPS; turn += 1) if (sweep(newton, beta, bounds, step) < 1e-6) break;
  return step;
}

function addPrior({ gradient, hessian }: Newton, beta: Float64Array, { weights, pull }: Prior): void {
  const size = beta.length;
  for (let at = 0; at < size - 1; at += 1) {
    gradient[at] = (gradient[at] ?? 0) + pull * ((beta[at] ?? 0) - (weights[at] ?? 0));
    hessian[at * size + at] = (hessian[at * size + at] ?? 0) + pull;
  }
}

export function fitLogistic(rows: Rows, bounds: readonly Bounds[], prior: Prior): Fit {
  let beta = Float64Array.from({ length: rows.width + 1 }, (_, at) =>
    clip(prior.weights[at] ?? 0, bounds[at] ?? FREE),
  );
  beta[rows.width] = -3;
  let loss = lossOf(rows, beta, prior);
  for (let round = 0; round < ROUNDS; round += 1) {
    const newton = differentiate(rows, beta);
    addPrior(newton, beta, prior);
    const step = findStep(newton, beta, bounds);
    const before = loss;
    for (let part = 1; part > 0.01; part /= 2) {
      const next = beta.map((value, at) => value + part * (step[at] ?? 0));
      const nextLoss = lossOf(rows, next, prior);
      if (nextLoss >= before) continue;
      beta = next;
      loss = nextLoss;
      break;
    }
    if (before - loss < before * 1e-7) break;
  }
  return { intercept: beta[rows.width] ?? 0, weights: [...beta.subarray(0, rows.width)] };
}
