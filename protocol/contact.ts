// Asking to be called back, and leaving a message: the closed lists and limits that browser, console and server share.

export const CONTACT_KINDS = ['call-back', 'message'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Morning ends and afternoon begins at noon; which hours of them the counter is open, the site's hours say. */
export const DAY_PARTS = ['morning', 'afternoon', 'any'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export const CONTACT_STATUSES = ['open', 'taken', 'done'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** How it went. `not-reached` puts the request back in the list with a new deadline; the other two end it. */
export const CONTACT_OUTCOMES = ['reached', 'not-reached', 'not-needed'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** What a citizen has to change before the request can be taken; in `field` of the answer (K2). */
export const CONTACT_FIELDS = ['phone', 'email', 'subject', 'text', 'moment'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** `days`: how far ahead a moment can be wished, in days on which the counter is open. */
export const CONTACT_LIMITS = {
  nameChars: 80,
  subjectChars: 120,
  textChars: 2_000,
  phoneChars: 40,
  emailChars: 254,
  days: 10,
} as const;
