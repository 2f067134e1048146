// Sends something to this site's server, and waits for the answer as long as makes sense.

/** Some networks swallow what is sent: no answer, and no error either. */
export const PATIENCE_MS = 15_000;

export interface Posted {
  readonly ok: boolean;
  readonly status: number;
  /** What the server says of it; nothing, where it says nothing. */
  readonly answer: Partial<Record<string, unknown>>;
}

/** Null: nobody answered. */
export async function postJson(url: string, body: object): Promise<Posted | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // Of the few types that need no preflight.
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { ok, status } = response;
    return { ok, status, answer: Object(await response.json().catch(() => null)) };
  } catch {
    return null;
  }
}
