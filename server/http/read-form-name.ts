// The form that a question is about: its name in `form` of the address. Without one the question is about the whole site.
import type { Context } from 'hono';
import { offerRequest } from '#protocol/schemas';
import { cleanText } from '../domain/clean-text.ts';

export function readFormName(c: Context): string | null {
  const form = offerRequest.shape.form.safeParse(c.req.query('form'));
  return form.success ? cleanText(form.data) : null;
}
