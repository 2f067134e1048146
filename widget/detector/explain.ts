// An answer of the watch in words: why, on which field, and what an offer still waits for.
import { type GateCode, REASON_CODES, type Reason } from '#protocol';
import { THRESHOLD } from './gates.ts';
import type { Alarm } from './watch.ts';

/** In the order of gates.ts; the last is the watch's own. */
const GATES: readonly GateCode[] = [
  'typing',
  'hidden',
  'just-returned',
  'too-early',
  'submitted',
  'one-tick',
  'no-breakpoint',
];
/** A contribution below this explains nothing (detection.md, section 3, "Explanation"). */
const TELLING = 0.5;
const TOLD = 3;

export interface Assessment {
  /** Probability that this citizen is stuck and gives up within two active minutes. */
  score: number;
  /** On the scale of the score. */
  threshold: number;
  /** Strongest first; `field` is the field's id. */
  reasons: Reason[];
  gates: GateCode[];
  offer: boolean;
}

const probability = (eta: number): number => 1 / (1 + Math.exp(-eta));
const THRESHOLD_SCORE = probability(THRESHOLD);

export function explain({ eta, offer, found, shut }: Alarm): Assessment {
  const reasons: Reason[] = [];
  found.forEach(([weight, field, count, ratio], index) => {
    const code = REASON_CODES[index];
    if (code && weight >= TELLING)
      reasons.push({ code, field, count: count || undefined, ratio: ratio || undefined, weight });
  });
  return {
    score: probability(eta),
    threshold: THRESHOLD_SCORE,
    reasons: reasons.sort((a, b) => b.weight - a.weight).slice(0, TOLD),
    // A low score is no gate.
    gates: GATES.filter((gate, index) => shut[index] && (gate !== 'one-tick' || eta >= THRESHOLD)),
    offer,
  };
}
