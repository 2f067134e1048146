// What a form tells everybody, and what everybody tells of it (SPEC.md, section C). Behind the door of schemas.ts.
import { z } from 'zod';
import { areTimesPossible, CROWD_LIMITS } from './crowd.ts';
import { LIMITS, OFFER_MANNERS, SENSITIVITIES } from './names.ts';

const shortText = z.string().max(LIMITS.nameChars);
const count = z.int().min(0);

/** GET /v1/sites/:site/form-profile?form=… How readily a form offers help, how, and what is usual per field. */
export const formProfile = z.strictObject({
  sensitivity: z.enum(SENSITIVITIES),
  manner: z.enum(OFFER_MANNERS),
  /** `completions` fade with time, so they are no whole number. */
  fields: z.array(
    z.strictObject({
      field: shortText,
      completions: z.number().min(0),
      sumLn: z.number(),
      sumLn2: z.number().min(0),
    }),
  ),
});

const fieldName = shortText.min(1);

/** POST /v1/sites/:site/form-sums. What one page life tells of a form: sums, no answers, no order, no times of day. */
export const formSums = z
  .strictObject({
    form: shortText.min(1),
    finished: z.boolean(),
    /** The field touched last. */
    last: fieldName.nullable(),
    fields: z
      .array(
        z
          .strictObject({
            field: fieldName,
            count: count.max(CROWD_LIMITS.completions),
            sumLn: z.number(),
            sumLn2: z.number(),
            errors: count.max(CROWD_LIMITS.errors),
          })
          .refine(areTimesPossible),
      )
      .min(1)
      .max(CROWD_LIMITS.fields),
  })
  .refine(({ fields }) => new Set(fields.map(({ field }) => field)).size === fields.length)
  .refine(({ fields, last }) => last === null || fields.some(({ field }) => field === last));

export type FormProfile = z.infer<typeof formProfile>;
export type FormSums = z.infer<typeof formSums>;
