// The requests of a line over HTTP (rules F): a post whose answer is read while it comes in.
import type { LineRequests } from '#protocol/link';
import { makeToken } from './random-ids.ts';

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

/** Without cookies or referrer, as all requests of the widget. */
export function createLineRequests(url: string): LineRequests {
  return {
    newLine: () => makeToken().slice(0, 22),
    ask(verb, body, answer) {
      const stop = new AbortController();
      // A goodbye outlives its page.
      const keepalive = verb === 'close';
      const init: RequestInit = { body, signal: stop.signal, keepalive };
      void post(`${url}/${verb}`, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' }, answer);
      return () => stop.abort();
    },
  };
}
