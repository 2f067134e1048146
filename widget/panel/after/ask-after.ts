// What a site offers after a conversation, and the two things that can be sent then.
import type { AfterInfo, RatingRequest, TranscriptRequest } from '#protocol';
import { PATIENCE_MS, type Posted, postJson } from '../post-json.ts';

export async function askAfter(siteUrl: string): Promise<AfterInfo | null> {
  try {
    const answer = await fetch(`${siteUrl}/after`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

export type Sent = 'taken' | 'wrong' | 'too-many' | 'failed';

function judge(posted: Posted | null): Sent {
  if (posted?.ok) return 'taken';
  return posted?.status === 400 ? 'wrong' : posted?.status === 429 ? 'too-many' : 'failed';
}

const isTooLate = ({ answer }: Posted): boolean => String(answer['type']).endsWith(':too-late');

/** `too-late`: it was given more than a day ago, and stays as it is (E6). */
export async function sendRating(siteUrl: string, rating: RatingRequest): Promise<Sent | 'too-late'> {
  const posted = await postJson(`${siteUrl}/ratings`, rating);
  return posted !== null && isTooLate(posted) ? 'too-late' : judge(posted);
}

export const askCopy = async (siteUrl: string, request: TranscriptRequest): Promise<Sent> =>
  judge(await postJson(`${siteUrl}/transcripts`, request));
