// The requests of a line over HTTP (rules F): a post whose answer is read while it comes in.
import type { LineRequests } from '#protocol/link';

type Answer = Parameters<LineRequests['ask']>[2];

/** The error page of a proxy is not an answer of ours, whatever its status says. */
const isOurs = (response: Response): boolean =>
  response.headers.get('content-type') === 'application/problem+json';

async function readParts(response: Response, answer: Answer): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) return;
    answer.part(piece.value);
  }
}

async function post(url: string, init: RequestInit, answer: Answer): Promise<void> {
  let status: number | null = null;
  try {
    const response = await fetch(url, { ...init, method: 'POST', cache: 'no-store' });
    if (response.ok) await readParts(response, answer);
    if (response.ok || isOurs(response)) status = response.status;
  } catch {
    // No network, a policy in the way, or broken off by us.
  }
  answer.ended(status);
}

function newLine(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(
    /[+/=]/g,
    (sign) => ({ '+': '-', '/': '_' })[sign] ?? '',
  );
}

/** With the cookie of the session, to the console's own origin. */
export function createLineRequests(): LineRequests {
  return {
    newLine,
    ask(verb, body, answer) {
      const stop = new AbortController();
      // A goodbye outlives its page.
      void post(`/console/${verb}`, { body, signal: stop.signal, keepalive: verb === 'close' }, answer);
      return () => stop.abort();
    },
  };
}
