// Why there is an offer or not, in one sentence: what is the matter, then why.
import type { OfferReport } from '../offer/report.ts';
import type { Words } from './i18n/nl.ts';

/** How near the offer is: drawn as a shape. */
type Tone = 'quiet' | 'near' | 'shown' | 'over';

export interface Verdict {
  tone: Tone;
  /** "Nog geen aanbod" */
  head: string;
  /** "score 21 %, vanaf 38 % wel" */
  why: string;
}

const make = (tone: Tone, [head = '', why = '']: readonly string[]): Verdict => ({ tone, head, why });

/** What can end the offers of a visit; other gates may be shut besides. */
const FINAL = ['suppressed', 'chat-open', 'offered'] as const;

/** A gate that is shut, in the order in which they are listed. */
function firstShut({ gates }: OfferReport, words: Words): string | undefined {
  const shut = new Set<string>(gates);
  return Object.entries(words.gate).find(([code]) => shut.has(code))?.[1];
}

function judgeScore(report: OfferReport, words: Words): Verdict {
  const { status, score, threshold } = report;
  const gate = firstShut(report, words);
  if (score < threshold) {
    return make('quiet', words.low(words.percent(score), words.percent(threshold)));
  }
  if (gate !== undefined) return make('near', [words.waits, gate]);
  return make('near', status === 'held' ? words.verdict.noRoom : words.verdict.asking);
}

export function judge(report: OfferReport, hasForm: boolean, words: Words): Verdict {
  const { verdict } = words;
  switch (report.status) {
    case 'shown':
      return make('shown', verdict.shown);
    case 'accepted':
      return make('over', verdict.accepted);
    case 'declined':
      return make('over', verdict.declined);
    case 'resting':
      return make('over', [
        words.over,
        words.gate[FINAL.find((gate) => report.gates.includes(gate)) ?? 'offered'],
      ]);
    case 'withheld':
      return make('quiet', verdict.noOperator);
    default:
      if (report.mode !== 'proactive') return make('quiet', verdict.notAllowed);
      return hasForm ? judgeScore(report, words) : make('quiet', verdict.noForm);
  }
}
