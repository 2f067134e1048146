// An answer of the watch in words: why, on which field, and what an offer still waits for.
import { type GateCode, REASON_CODES, type Reason } from '#protocol';
import type { Alarm } from './watch.ts';

/** A contribution below this explains nothing (detection.md, section 3, "Explanation"). */
const TELLING = 0.5;
const TOLD = 3;

export interface Assessment {
  /** Probability that this citizen is stuck and gives up within two active minutes. */
  score: number;
  /** On the scale of the score. */
  threshold: number;
  /** Strongest first, at most three; `field` is the field's id. */
  reasons: Reason[];
  gates: GateCode[];
  offer: boolean;
  /** What lies under all this. */
  alarm: Alarm;
}

const probability = (eta: number): number => 1 / (1 + Math.exp(-eta));

/** What each signal adds, strongest first. */
export const tellReasons = ({ evidence }: Alarm): Reason[] =>
  REASON_CODES.flatMap((code, index) => {
    const { about, times, ratio, weight = 0 } = evidence[index] ?? {};
    return weight ? [{ code, field: about?.called, count: times || undefined, ratio, weight }] : [];
  }).sort((one, other) => other.weight - one.weight);

export function explain(alarm: Alarm, threshold: number): Assessment {
  const { eta, offer, gatesShut } = alarm;
  return {
    score: probability(eta),
    threshold: probability(threshold),
    reasons: tellReasons(alarm)
      .filter(({ weight }) => weight >= TELLING)
      .slice(0, TOLD),
    gates: gatesShut.filter((gate) => !!gate),
    offer,
    alarm,
  };
}
