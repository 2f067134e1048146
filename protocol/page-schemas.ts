// What every other shape is made of: ids, and what may be known of the page. Behind the door of schemas.ts.
import { z } from 'zod';
import { LIMITS, REASON_CODES } from './names.ts';

const shortText = z.string().max(LIMITS.nameChars);
const count = z.int().min(0);

/** 128 random bits, base64url. */
export const publicId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** 256 random bits, base64url, made by the citizen's browser; the server keeps only its SHA-256. */
export const visitorToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const reason = z.strictObject({
  code: z.enum(REASON_CODES),
  field: shortText.optional(),
  count: count.optional(),
  ratio: z.number().min(0).optional(),
  weight: z.number(),
});

/** What the operator sees of the page, exactly. Names and labels only: the page's words, never the citizen's. */
export const pageContext = z.strictObject({
  form: shortText,
  step: z.strictObject({ name: shortText, index: count.optional(), of: count.optional() }).nullable(),
  field: z.strictObject({ id: shortText, label: shortText }).nullable(),
  reasons: z.array(reason).max(LIMITS.reasons),
  /** Address without query and fragment. */
  page: z.url({ protocol: /^https?$/ }).max(2_000),
});

/** What a citizen tells of themselves, when the site asks (N1). Empty is what was not told. */
export const introduction = z.strictObject({ name: shortText, subject: shortText });

export type Reason = z.infer<typeof reason>;
export type PageContext = z.infer<typeof pageContext>;
export type Introduction = z.infer<typeof introduction>;
