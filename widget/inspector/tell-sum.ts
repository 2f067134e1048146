// The sum behind the score as rows: where it starts, what progress takes off, and what each signal and each meeting of two adds.
import { REASON_CODES } from '#protocol';
import { tellReasons } from '../detector/explain.ts';
import { type Alarm, weighMeeting } from '../detector/watch.ts';
import { INTERCEPT, MEETINGS, PROGRESS } from '../detector/weights.ts';
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

function tellSignals(alarm: Alarm, words: Words, nameOf: (field: string) => string): Row[] {
  return tellReasons(alarm).map(({ code, field, count = 0, ratio, weight }) => {
    const details = [
      field && nameOf(field),
      count > 1 && `${count}×`,
      ratio && words.ratio(sayNumber(ratio, words)),
    ];
    return { name: words.reason[code], detail: details.filter(Boolean).join(' · '), weight };
  });
}

/** Two signals say more together than each alone. */
function tellMeetings({ evidence }: Alarm, words: Words): Row[] {
  return MEETINGS.flatMap((meeting) => {
    const [one, other] = [REASON_CODES[meeting[0]], REASON_CODES[meeting[1]]];
    if (!one || !other) return [];
    const detail = `${words.reason[one]} + ${words.reason[other]}`;
    return [{ name: words.together, detail, weight: weighMeeting(evidence, meeting) }];
  });
}

export function tellSum(alarm: Alarm, words: Words, nameOf: (field: string) => string): Row[] {
  const rows = [
    { name: words.progress, detail: '', weight: PROGRESS * alarm.progress },
    ...tellSignals(alarm, words, nameOf),
    ...tellMeetings(alarm, words),
  ];
  return [
    { name: words.start, detail: '', weight: INTERCEPT },
    ...rows.filter(({ weight }) => Math.abs(weight) >= VISIBLE),
  ];
}
