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

/** Gradient and Hessian of the negative log-likelihood; the intercept is the last variable. */
function differentiate({ width, values, truth, weight }: Rows, beta: Float64Array): Newton {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const present = new Int32Array(size);
  for (let row = 0; row < truth.length; row += 1) {
    const start = row * width;
    let eta = beta[width] ?? 0;
    let count = 0;
    for (let at = 0; at < width; at += 1) {
      const value = values[start + at] ?? 0;
      if (value === 0) continue;
      eta += value * (beta[at] ?? 0);
      present[count] = at;
      count += 1;
    }
    const p = 1 / (1 + Math.exp(-eta));
    const w = weight[row] ?? 1;
    const slope = w * (p - (truth[row] ?? 0));
    const bend = w * Math.max(1e-6, p * (1 - p));
    gradient[width] = (gradient[width] ?? 0) + slope;
    hessian[size * size - 1] = (hessian[size * size - 1] ?? 0) + bend;
    for (let i = 0; i < count; i += 1) {
      const at = present[i] ?? 0;
      const value = values[start + at] ?? 0;
      gradient[at] = (gradient[at] ?? 0) + slope * value;
      const line = at * size;
      hessian[line + width] = (hessian[line + width] ?? 0) + bend * value;
      for (let j = 0; j <= i; j += 1) {
        const other = present[j] ?? 0;
        hessian[line + other] = (hessian[line + other] ?? 0) + bend * value * (values[start + other] ?? 0);
      }
    }
  }
  for (let at = 0; at < size; at += 1)
    for (let other = 0; other < at; other += 1) {
      const sum = (hessian[at * size + other] ?? 0) + (hessian[other * size + at] ?? 0);
      hessian[at * size + other] = sum;
      hessian[other * size + at] = sum;
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

/** The best step on the parabola, within the bounds, one weight after the other. */
function findStep(
  { gradient, hessian }: Newton,
  beta: Float64Array,
  bounds: readonly Bounds[],
): Float64Array {
  const size = beta.length;
  const step = new Float64Array(size);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = 0;
    for (let at = 0; at < size; at += 1) {
      const old = beta[at] ?? 0;
      const bend = (hessian[at * size + at] ?? 0) + 1e-9;
      const wanted = old + (step[at] ?? 0) - (gradient[at] ?? 0) / bend;
      const next = clip(clip(wanted, bounds[at] ?? FREE) - old, STRIDE);
      const change = next - (step[at] ?? 0);
      if (change === 0) continue;
      step[at] = next;
      moved = Math.max(moved, Math.abs(change));
      for (let other = 0; other < size; other += 1)
        gradient[other] = (gradient[other] ?? 0) + change * (hessian[at * size + other] ?? 0);
    }
    if (moved < 1e-6) break;
  }
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
