// An answer of the watch in words: why, on which field, and what an offer still waits for.
import { type GateCode, REASON_CODES, type Reason, type ReasonCode } from '#protocol';
import { type Alarm, weigh, weighMeeting } from './watch.ts';
import { INTERCEPT, MEETINGS, PROGRESS } from './weights.ts';

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

/** Two signals that say more together than each alone. */
interface Meeting {
  codes: readonly [ReasonCode, ReasonCode];
  weight: number;
}

export interface Assessment {
  /** Probability that this citizen is stuck and gives up within two active minutes. */
  score: number;
  /** On the scale of the score. */
  threshold: number;
  /** Strongest first, at most three; `field` is the field's id. */
  reasons: Reason[];
  gates: GateCode[];
  offer: boolean;
  /** The sum behind the score, in log-odds: where it starts, what progress takes off, and every contribution, strongest first. */
  sum: { start: number; progress: number; evidence: Reason[]; meetings: Meeting[] };
}

const probability = (eta: number): number => 1 / (1 + Math.exp(-eta));

/** The weight of a meeting counts half for each of the two. */
function tellEvidence({ evidence }: Alarm): Reason[] {
  return REASON_CODES.map((code, index) => {
    const { about, times, ratio } = evidence[index] ?? {};
    const weight = MEETINGS.reduce(
      (sum, [one, other], met) =>
        one === index || other === index ? sum + weighMeeting(evidence, met) / 2 : sum,
      weigh(evidence, index),
    );
    return { code, field: about?.called, count: times || undefined, ratio: ratio || undefined, weight };
  });
}

function tellMeetings({ evidence }: Alarm): Meeting[] {
  return MEETINGS.flatMap(([one, other], index) => {
    const [first, second, weight] = [REASON_CODES[one], REASON_CODES[other], weighMeeting(evidence, index)];
    return first && second && weight ? [{ codes: [first, second] as const, weight }] : [];
  });
}

const byWeight = (a: { weight: number }, b: { weight: number }): number => b.weight - a.weight;

export function explain(alarm: Alarm, threshold: number): Assessment {
  const { eta, offer, progress, shut } = alarm;
  const evidence = tellEvidence(alarm)
    .filter(({ weight }) => weight > 0)
    .sort(byWeight);
  return {
    score: probability(eta),
    threshold: probability(threshold),
    reasons: evidence.filter(({ weight }) => weight >= TELLING).slice(0, TOLD),
    // A low score is no gate.
    gates: GATES.filter((gate, index) => shut[index] && (gate !== 'one-tick' || eta >= threshold)),
    offer,
    sum: {
      start: INTERCEPT,
      progress: PROGRESS * progress,
      evidence,
      meetings: tellMeetings(alarm).sort(byWeight),
    },
  };
}
