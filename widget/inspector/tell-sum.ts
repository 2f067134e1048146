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

/** "+0,6", "−4,2" */
export function sayPoints(weight: number, { locale }: Words): string {
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  };
  return weight.toLocaleString(locale, options).replace('-', '−');
}

export function tellSum(sum: Assessment['sum'], words: Words, nameOf: (field: string) => string): Told {
  const seen = sum.evidence.filter(({ weight }) => weight >= VISIBLE);
  const signals = seen.map(({ code, field, count = 0, ratio, weight }): Row => {
    const details = [
      field !== undefined && nameOf(field),
      count > 1 && `${count}×`,
      ratio !== undefined &&
        words.ratio(ratio.toLocaleString(words.locale, { maximumFractionDigits: 1, useGrouping: false })),
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
