// The sum behind the score as rows: where it starts, what progress takes off, and what each signal adds.
import type { Assessment } from '../detector/detector.ts';
import type { Words } from './i18n/nl.ts';

export interface Row {
  name: string;
  /** Field, count and ratio; empty when there is nothing to say. */
  detail: string;
  /** In log-odds. */
  weight: number;
}

/** Less than this is nothing on a scale with one decimal. */
const VISIBLE = 0.05;

export interface Told {
  rows: Row[];
  /** Pairs of signals that say more together. */
  meetings: string[];
}

type Sign = Intl.NumberFormatOptions['signDisplay'];

function sayNumber(number: number, { locale }: Words, signDisplay: Sign = 'auto'): string {
  return number.toLocaleString(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay,
  });
}

/** "+0,6", "−4,2" */
export const sayPoints = (weight: number, words: Words): string =>
  sayNumber(weight, words, 'exceptZero').replace('-', '−');

export function tellSum(sum: Assessment['sum'], words: Words, nameOf: (field: string) => string): Told {
  const seen = sum.evidence.filter(({ weight }) => weight >= VISIBLE);
  const signals = seen.map(({ code, field, count = 0, ratio, weight }): Row => {
    const details = [
      field && nameOf(field),
      count > 1 && `${count}×`,
      ratio && words.ratio(sayNumber(ratio, words)),
    ];
    return { name: words.reason[code], detail: details.filter(Boolean).join(' · '), weight };
  });
  const progress = { name: words.progress, detail: '', weight: sum.progress };
  return {
    rows: [
      { name: words.start, detail: '', weight: sum.start },
      ...(sum.progress <= -VISIBLE ? [progress] : []),
      ...signals,
    ],
    meetings: sum.meetings.map(({ codes: [one, other], weight }) =>
      words.together(words.reason[one], words.reason[other], sayPoints(weight, words)),
    ),
  };
}
