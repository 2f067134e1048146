// What is asked after a conversation, on which screens, and what is kept of the answers.
import {
  type ConversationStatus,
  MOST_RATING_SCREENS,
  RATING_LIMITS,
  type RatingAnswers,
  type RatingQuestion,
  type RatingScreen,
} from '#protocol';
import { storeCitizenText } from './citizen-text.ts';
import { cleanText } from './clean-text.ts';

/** What a site chooses: the questions in the order in which they come, and whether there is room for a remark. */
export interface RatingSetting {
  readonly questions: readonly RatingQuestion[];
  readonly remark: boolean;
}

/** Effort tells most about service of the parties that steer on it; solved and done tell whether it helped at all. */
export const USUAL_RATING: RatingSetting = { questions: ['effort', 'solved', 'formDone'], remark: true };

/** A rating may be changed so long after it was first given. */
export const CHANGEABLE_MS = 24 * 60 * 60_000;

function chooseQuestions({ questions }: RatingSetting): RatingQuestion[] {
  return [...new Set(questions)].slice(0, MOST_RATING_SCREENS);
}

/** The remark goes with the last question, so that it costs nobody a screen. Null: nothing is asked. */
export function planScreens(setting: RatingSetting): RatingScreen[] | null {
  const asked = chooseQuestions(setting);
  if (asked.length === 0) return setting.remark ? [{ question: null, remark: true }] : null;
  return asked.map((question, index) => ({
    question,
    remark: setting.remark && index === asked.length - 1,
  }));
}

function keepRemark(remark: string): string | undefined {
  if (cleanText(remark).trim() === '') return undefined;
  return storeCitizenText(remark).trim().slice(0, RATING_LIMITS.remarkChars);
}

/** Only what the site asks is kept: nobody can fill a report with answers to what was not a question. */
export function keepAnswers(setting: RatingSetting, answers: RatingAnswers): RatingAnswers {
  const remark = setting.remark ? keepRemark(answers.remark ?? '') : undefined;
  const asked = chooseQuestions(setting).filter((question) => answers[question] !== undefined);
  return {
    ...Object.fromEntries(asked.map((question) => [question, answers[question]])),
    ...(remark === undefined ? {} : { remark }),
  };
}

export type RatingVerdict = 'stored' | 'not-ended' | 'too-late';

/** `firstAt`: when this conversation was rated for the first time. */
export function judgeRating(
  { status, firstAt }: { status: ConversationStatus; firstAt: number | null },
  now: number,
): RatingVerdict {
  if (status !== 'closed') return 'not-ended';
  return firstAt !== null && now - firstAt >= CHANGEABLE_MS ? 'too-late' : 'stored';
}
