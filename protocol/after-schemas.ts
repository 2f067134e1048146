// What comes after a conversation: a copy of it by e-mail, and what the citizen thinks of it (SPEC.md, section E). Behind the door of schemas.ts.
import { z } from 'zod';
import { LANGUAGES } from './names.ts';
import { MOST_RATING_SCREENS, RATING_LIMITS, RATING_QUESTIONS, type RatingQuestion } from './rating.ts';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** POST /v1/sites/:site/transcripts. The address is used for this copy only, and kept nowhere. */
export const transcriptRequest = z.strictObject({
  token,
  /** ASCII without spaces, commas or line breaks: it cannot become a second address or a header. */
  email: z.email().max(254),
  language: z.enum(LANGUAGES),
});
export const transcriptAnswer = z.strictObject({ queued: z.literal(true) });

const scale = ({ from, to }: { from: number; to: number }) => z.int().min(from).max(to).optional();

const { effort, satisfaction, recommendation, remarkChars } = RATING_LIMITS;

/** What is left out was skipped. */
export const ratingAnswers = z.strictObject({
  effort: scale(effort),
  solved: z.enum(['yes', 'partly', 'no']).optional(),
  satisfaction: scale(satisfaction),
  recommendation: scale(recommendation),
  formDone: z.enum(['yes', 'not-yet', 'no']).optional(),
  remark: z.string().max(remarkChars).optional(),
} satisfies Record<RatingQuestion | 'remark', z.ZodType>);

/** POST /v1/sites/:site/ratings. Everything answered so far; it replaces what was told before. */
export const ratingRequest = z.strictObject({ token, answers: ratingAnswers });

/** One screen: at most one question; null is a screen with the remark only. */
export const ratingScreen = z.strictObject({
  question: z.enum(RATING_QUESTIONS).nullable(),
  remark: z.boolean(),
});

/** GET /v1/sites/:site/after */
export const afterInfo = z.strictObject({
  transcripts: z.boolean(),
  rating: z.strictObject({ screens: z.array(ratingScreen).min(1).max(MOST_RATING_SCREENS) }).nullable(),
});

export type TranscriptRequest = z.infer<typeof transcriptRequest>;
export type TranscriptAnswer = z.infer<typeof transcriptAnswer>;
export type RatingAnswers = z.infer<typeof ratingAnswers>;
export type RatingRequest = z.infer<typeof ratingRequest>;
export type RatingScreen = z.infer<typeof ratingScreen>;
export type AfterInfo = z.infer<typeof afterInfo>;
