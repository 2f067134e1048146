// After a page load: what was said, asked with one request before the code of the conversation is there. On a phone that is four round trips sooner than the socket.
import { PROTOCOL_VERSION, type VisitorFrame } from '#protocol';
import { makeUuid } from './random-ids.ts';
import type { StoredSession } from './session-store.ts';

/** Frames, one a line. Nothing when it does not work: the socket brings the same, later. */
export async function askTail(siteUrl: string, { token }: StoredSession): Promise<string> {
  const hello: VisitorFrame = {
    type: 'hello',
    protocol: PROTOCOL_VERSION,
    token,
    device: makeUuid(),
    lastSeq: 0,
    epoch: null,
  };
  // The name of a line that lives for this one post: 22 characters (rules F).
  const line = makeUuid().slice(0, 22);
  try {
    const answer = await fetch(`${siteUrl}/send`, {
      method: 'POST',
      body: `${line}\n${JSON.stringify(hello)}`,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    return answer.ok ? await answer.text() : '';
  } catch {
    return '';
  }
}
