// How long what is done with is kept, in days.

export interface Retention {
  /** Call-back requests and messages, from when they were finished. */
  contactDays: number;
  /** The figures of a rating. */
  ratingDays: number;
  /** What a citizen wrote beside a rating. */
  remarkDays: number;
}

/** Words of citizens for three months. Figures for two years: a year can be held against the one before. */
export const USUAL_RETENTION: Retention = { contactDays: 90, ratingDays: 730, remarkDays: 90 };

const DAY_MS = 24 * 60 * 60_000;

/** What is older than this goes. Less than a day would take a request from the screen of who finished it. */
export const endOfRetention = (days: number, now: number): number => now - Math.max(1, days) * DAY_MS;
