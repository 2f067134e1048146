// A visit as the detector saw it: what every signal found at every second, and whether an offer could have been made.
import { createPatience } from '../../widget/detector/gates.ts';
import { createWatch } from '../../widget/detector/watch.ts';
import type { Visit } from './visit.ts';

/** Base gates in the order of gates.ts: everything that does not depend on the score. */
const BASE_GATES = 5;
const TICK_MS = 1_000;

function isOpen(shut: readonly boolean[]): boolean {
  for (let gate = 0; gate < BASE_GATES; gate += 1) if (shut[gate]) return false;
  return true;
}

export interface Watched {
  visit: Visit;
  ticks: number;
  /** Per tick and signal, ln(1 + evidence); progress comes last. */
  found: Float32Array;
  /** Per tick: score of the weights that are in the tree. */
  eta: Float32Array;
  open: Uint8Array;
  atBreakpoint: Uint8Array;
  /** Per tick: this citizen is stuck and gives up within two active minutes. */
  truth: Uint8Array;
}

export const HORIZON_MS = 120_000;

export function watch(visit: Visit): Watched {
  const { observations, endAt, fate, stuckFrom = Number.POSITIVE_INFINITY, stuckUntil = 0 } = visit;
  const { observe, assess } = createWatch({ byTouch: visit.touch, threshold: 0, crowd: new Map() });
  const ticks = Math.floor(endAt / TICK_MS);
  const open = new Uint8Array(ticks);
  const atBreakpoint = new Uint8Array(ticks);
  const truth = new Uint8Array(ticks);
  const eta = new Float32Array(ticks);
  const hidden = new Uint8Array(ticks);
  let found = new Float32Array(0);
  let width = 0;
  let next = 0;
  for (let tick = 0; tick < ticks; tick += 1) {
    const t = (tick + 1) * TICK_MS;
    for (let one = observations[next]; one && one.t <= t; one = observations[next]) {
      observe(one);
      next += 1;
    }
    const alarm = assess(t);
    if (tick === 0) {
      width = alarm.evidence.length + 1;
      found = new Float32Array(ticks * width);
    }
    for (let index = 0; index < width - 1; index += 1)
      found[tick * width + index] = alarm.evidence[index]?.found ?? 0;
    found[tick * width + width - 1] = alarm.progress;
    eta[tick] = alarm.eta;
    open[tick] = isOpen(alarm.shut) ? 1 : 0;
    atBreakpoint[tick] = alarm.atBreakpoint ? 1 : 0;
    hidden[tick] = alarm.shut[1] ? 1 : 0;
  }
  if (fate === 'gives-up') {
    // Counted backwards, because only time in view counts.
    let left = 0;
    for (
      let tick = Math.min(ticks, Math.floor(stuckUntil / TICK_MS)) - 1;
      (tick + 1) * TICK_MS >= stuckFrom;
      tick -= 1
    ) {
      if (hidden[tick] === 0) left += TICK_MS;
      truth[tick] = left <= HORIZON_MS ? 1 : 0;
    }
  }
  return { visit, ticks, found, eta, open, atBreakpoint, truth };
}

/** The second (ms) of the offer at this threshold, by the widget's own rule. */
export function offeredAt(
  { ticks, open, atBreakpoint }: Watched,
  eta: Float32Array,
  threshold: number,
): number | undefined {
  const patience = createPatience(threshold);
  for (let tick = 0; tick < ticks; tick += 1) {
    const isShut = open[tick] === 0;
    const waits = patience(tick + 1, eta[tick] ?? 0, isShut, atBreakpoint[tick] === 1);
    if (!isShut && !waits.includes(true)) return (tick + 1) * TICK_MS;
  }
  return undefined;
}
