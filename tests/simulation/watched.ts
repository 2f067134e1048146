// A visit as the detector saw it: what every signal found at every second, and whether an offer could have been made.
import { REASON_CODES } from '#protocol';
import { createPatience, type Gate } from '../../widget/detector/gates.ts';
import { createWatch } from '../../widget/detector/watch.ts';
import type { Visit } from './visit.ts';

/** Base gates in the order of gates.ts: everything that does not depend on the score. */
const BASE_GATES = 5;
const HIDDEN = 1;
const TICK_MS = 1_000;

function isOpen(shut: readonly Gate[]): boolean {
  for (let gate = 0; gate < BASE_GATES; gate += 1) if (shut[gate]) return false;
  return true;
}

export interface Watched {
  visit: Visit;
  ticks: number;
  /** Per tick and signal, ln(1 + evidence); progress comes last. */
  found: Float32Array;
  open: Uint8Array;
  atBreakpoint: Uint8Array;
  /** Told twice that an answer is wrong, and silent since. */
  stranded: Uint8Array;
  /** Per tick: this citizen is stuck and gives up within two active minutes. */
  truth: Uint8Array;
}

const HORIZON_MS = 120_000;

/** Counted backwards, because only time in view counts. */
function tellTruth({ fate, stuckFrom, stuckUntil = 0 }: Visit, hidden: Uint8Array): Uint8Array {
  const truth = new Uint8Array(hidden.length);
  if (fate !== 'gives-up' || stuckFrom === undefined) return truth;
  let left = 0;
  const last = Math.min(hidden.length, Math.floor(stuckUntil / TICK_MS)) - 1;
  for (let tick = last; (tick + 1) * TICK_MS >= stuckFrom; tick -= 1) {
    if (hidden[tick] === 0) left += TICK_MS;
    if (left > HORIZON_MS) break;
    truth[tick] = 1;
  }
  return truth;
}

export function watch(visit: Visit): Watched {
  const { observe, assess } = createWatch(visit.touch, 0);
  const ticks = Math.floor(visit.endAt / TICK_MS);
  const width = REASON_CODES.length + 1;
  const found = new Float32Array(ticks * width);
  const open = new Uint8Array(ticks);
  const atBreakpoint = new Uint8Array(ticks);
  const stranded = new Uint8Array(ticks);
  const hidden = new Uint8Array(ticks);
  let next = 0;
  for (let tick = 0; tick < ticks; tick += 1) {
    const t = (tick + 1) * TICK_MS;
    for (let one = visit.observations[next]; one && one.t <= t; one = visit.observations[next]) {
      observe(one);
      next += 1;
    }
    const alarm = assess(t);
    alarm.evidence.forEach((one, index) => {
      found[tick * width + index] = one.found;
    });
    found[(tick + 1) * width - 1] = alarm.progress;
    open[tick] = isOpen(alarm.gatesShut) ? 1 : 0;
    hidden[tick] = alarm.gatesShut[HIDDEN] ? 1 : 0;
    atBreakpoint[tick] = alarm.atBreakpoint ? 1 : 0;
    stranded[tick] = alarm.stranded ? 1 : 0;
  }
  return { visit, ticks, found, open, atBreakpoint, stranded, truth: tellTruth(visit, hidden) };
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
    const score = eta[tick] ?? 0;
    const waits = patience(tick + 1, score, isShut, atBreakpoint[tick] === 1);
    if (score >= threshold && !isShut && !waits.some(Boolean)) return (tick + 1) * TICK_MS;
  }
  return undefined;
}
