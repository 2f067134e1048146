// Call-back requests and messages that were left (SPEC.md, section K). Behind the door of schemas.ts.
import { z } from 'zod';
import { CONTACT_KINDS, CONTACT_LIMITS, CONTACT_OUTCOMES, CONTACT_STATUSES, DAY_PARTS } from './contact.ts';
import { LANGUAGES, LIMITS } from './names.ts';
import { pageContext, publicId, visitorToken } from './page-schemas.ts';

const shortText = z.string().max(LIMITS.nameChars);
const time = z.number().min(0);
const count = z.int().min(0);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const subject = z.string().max(CONTACT_LIMITS.subjectChars);
const name = z.string().max(CONTACT_LIMITS.nameChars);

/** `date` null: the first such part of a day on which somebody is there. */
export const contactMoment = z.strictObject({ date: date.nullable(), part: z.enum(DAY_PARTS) });

/** POST /v1/sites/:site/contact-requests. Idempotent: the id, made by the browser, names the request. */
export const contactRequest = z.strictObject({
  id: z.uuid(),
  kind: z.enum(CONTACT_KINDS),
  name: name.optional(),
  /** As it was typed; the server writes it the international way. */
  phone: z.string().max(CONTACT_LIMITS.phoneChars).optional(),
  email: z.string().max(CONTACT_LIMITS.emailChars).optional(),
  /** Of a message: nobody needs to answer it, so no phone and no e-mail. */
  noAnswer: z.boolean().optional(),
  subject,
  text: z.string().max(CONTACT_LIMITS.textChars).optional(),
  moment: contactMoment.nullable(),
  language: z.enum(LANGUAGES),
  context: pageContext.nullable(),
  /** Of the conversation whose place in the queue the citizen keeps. */
  conversation: visitorToken.nullable(),
});
export const contactRequested = z.strictObject({ id: z.uuid(), promisedBy: time });

/** GET /v1/sites/:site/contact-moments: what can be promised now. No closed moment is in it. */
export const contactMoments = z.strictObject({
  /** Without a wish. */
  promisedBy: time,
  days: z.array(
    z.strictObject({
      date,
      parts: z.array(z.strictObject({ part: z.enum(['morning', 'afternoon']), promisedBy: time })),
    }),
  ),
});

/** A row of the console's list: what an operator needs to choose, and no number to call. */
export const contactSummary = z.strictObject({
  id: z.uuid(),
  kind: z.enum(CONTACT_KINDS),
  name: name.nullable(),
  subject,
  form: shortText.nullable(),
  language: z.enum(LANGUAGES),
  createdAt: time,
  promisedBy: time,
  status: z.enum(CONTACT_STATUSES),
  assignee: z.strictObject({ id: publicId, name: shortText }).nullable(),
  /** How often nobody answered. */
  attempts: count,
  /** Counts up with each change. */
  version: count,
});

/** GET /console/api/contact-requests/:id, and the answer of each change. */
export const contactDetail = z.strictObject({
  ...contactSummary.shape,
  site: shortText,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  noAnswer: z.boolean(),
  text: z.string(),
  moment: contactMoment.nullable(),
  context: pageContext.nullable(),
  conversation: publicId.nullable(),
  outcome: z.enum(CONTACT_OUTCOMES).nullable(),
});

/** POST /console/api/contact-requests/:id. Answered with a contactDetail. */
export const contactChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('take') }),
  z.strictObject({ change: z.literal('release') }),
  z.strictObject({ change: z.literal('finish'), outcome: z.enum(CONTACT_OUTCOMES) }),
]);

/** The most urgent that are not done, behind `desk`. Replaces what the console knew. `open`: how many there are in all. */
export const contactsFrame = z.strictObject({
  type: z.literal('contacts'),
  requests: z.array(contactSummary),
  open: count,
});
/** One changed; with status `done` it leaves the list. */
export const contactFrame = z.strictObject({
  type: z.literal('contact'),
  request: contactSummary,
  open: count,
});

export type ContactMoment = z.infer<typeof contactMoment>;
export type ContactRequest = z.infer<typeof contactRequest>;
export type ContactRequested = z.infer<typeof contactRequested>;
export type ContactMoments = z.infer<typeof contactMoments>;
export type ContactSummary = z.infer<typeof contactSummary>;
export type ContactDetail = z.infer<typeof contactDetail>;
export type ContactChange = z.infer<typeof contactChange>;
