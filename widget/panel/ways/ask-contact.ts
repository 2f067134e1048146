// Asks the server for what can be promised, and gives it the request. The same id names the same request, so asking again is safe.
import type { ContactField, ContactMoments, ContactRequest } from '#protocol';
import { CONTACT_FIELDS } from '#protocol';

/** Some networks swallow what is sent: no answer, and no error either. */
const PATIENCE_MS = 15_000;

export type ContactAnswer =
  | { kind: 'promised'; by: number }
  | { kind: 'wrong'; field: ContactField }
  | { kind: 'failed' };

const isField = (word: unknown): word is ContactField => CONTACT_FIELDS.some((field) => field === word);

export async function askMoments(siteUrl: string): Promise<ContactMoments | null> {
  try {
    const answer = await fetch(`${siteUrl}/contact-moments`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

export async function sendRequest(siteUrl: string, request: ContactRequest): Promise<ContactAnswer> {
  try {
    const answer = await fetch(`${siteUrl}/contact-requests`, {
      method: 'POST',
      // Of the few types that need no preflight.
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { promisedBy, field }: Partial<Record<string, unknown>> = Object(await answer.json());
    if (answer.ok && typeof promisedBy === 'number') return { kind: 'promised', by: promisedBy };
    return isField(field) ? { kind: 'wrong', field } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}
