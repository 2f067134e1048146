// What a site offers after a conversation, and the two things that can be sent then.
import type { AfterInfo, RatingRequest, TranscriptRequest } from '#protocol';

/** Some networks swallow what is sent: no answer, and no error either. */
const PATIENCE_MS = 15_000;

export async function askAfter(siteUrl: string): Promise<AfterInfo | null> {
  try {
    const answer = await fetch(`${siteUrl}/after`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

export type Sent = 'taken' | 'wrong' | 'too-many' | 'failed';

async function post(url: string, body: RatingRequest | TranscriptRequest): Promise<Sent> {
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (ok) return 'taken';
    return status === 400 ? 'wrong' : status === 429 ? 'too-many' : 'failed';
  } catch {
    return 'failed';
  }
}

export const sendRating = (siteUrl: string, rating: RatingRequest): Promise<Sent> =>
  post(`${siteUrl}/ratings`, rating);

export const askCopy = (siteUrl: string, request: TranscriptRequest): Promise<Sent> =>
  post(`${siteUrl}/transcripts`, request);
