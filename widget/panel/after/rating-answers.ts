// What can be chosen, and what was.
import { RATING_LIMITS, type RatingAnswers, type RatingQuestion } from '#protocol';
import type { AfterTexts } from './i18n/nl.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  /** What an end of the scale means, for who does not see that it is one. */
  readonly aloud: string | null;
}

const choose = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label, aloud: null }));

export function listChoices(question: RatingQuestion, words: AfterTexts): Choice[] {
  if (question === 'solved' || question === 'formDone') return choose(words[question]);
  const { from, to } = RATING_LIMITS[question];
  const { ends } = words.questions[question];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const mark = from + index;
    const end = mark === from ? ends?.[0] : mark === to ? ends?.[1] : undefined;
    return { value: `${mark}`, label: `${mark}`, aloud: end ?? null };
  });
}

const pick = <Word extends string>(words: readonly Word[], chosen: unknown): Word | undefined =>
  words.find((word) => word === chosen);

const readMark = (chosen: unknown): number | undefined =>
  typeof chosen === 'string' && chosen !== '' ? Number(chosen) : undefined;

/** Only what was answered: what is left out was skipped. */
export function readAnswers(form: FormData): RatingAnswers {
  const remark = String(form.get('remark') ?? '').trim();
  const read = {
    effort: readMark(form.get('effort')),
    satisfaction: readMark(form.get('satisfaction')),
    recommendation: readMark(form.get('recommendation')),
    solved: pick(['yes', 'partly', 'no'], form.get('solved')),
    formDone: pick(['yes', 'not-yet', 'no'], form.get('formDone')),
    remark: remark || undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
