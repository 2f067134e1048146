// Asks the server for what can be promised, and gives it the request. The same id names the same request, so asking again is safe.
import type { ContactField, ContactMoments, ContactRequest } from '#protocol';
import { CONTACT_FIELDS } from '#protocol';
import { PATIENCE_MS, postJson } from '../post-json.ts';

export type ContactAnswer =
  | { kind: 'promised'; by: number }
  | { kind: 'wrong'; field: ContactField }
  | { kind: 'failed' };

const isField = (word: unknown): word is ContactField => CONTACT_FIELDS.some((field) => field === word);

/** By the hours of the form's department; `form` null: of the site. */
export async function askMoments(siteUrl: string, form: string | null): Promise<ContactMoments | null> {
  const query = form === null ? '' : `?form=${encodeURIComponent(form)}`;
  try {
    const url = `${siteUrl}/contact-moments${query}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

export async function sendRequest(siteUrl: string, request: ContactRequest): Promise<ContactAnswer> {
  const posted = await postJson(`${siteUrl}/contact-requests`, request);
  if (posted === null) return { kind: 'failed' };
  const { promisedBy, field } = posted.answer;
  if (posted.ok && typeof promisedBy === 'number') return { kind: 'promised', by: promisedBy };
  return isField(field) ? { kind: 'wrong', field } : { kind: 'failed' };
}
