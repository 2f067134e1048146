// What can be asked after a conversation, on which scale. Constants only: safe to bundle in the widget.

export const RATING_QUESTIONS = ['effort', 'solved', 'satisfaction', 'recommendation', 'formDone'] as const;
export type RatingQuestion = (typeof RATING_QUESTIONS)[number];

export const MOST_RATING_SCREENS = 3;

/** Higher is better on every scale. The scales are those by which others publish, so that figures can be laid side by side. */
export const RATING_LIMITS = {
  /** CES 2.0: "De gemeente maakte het mij makkelijk", from 1 (not at all) to 7 (entirely). */
  effort: { from: 1, to: 7 },
  /** CSAT: from 1 (very dissatisfied) to 5 (very satisfied). */
  satisfaction: { from: 1, to: 5 },
  /** NPS: from 0 (surely not) to 10 (surely). */
  recommendation: { from: 0, to: 10 },
  remarkChars: 1_000,
} as const;
