// Errors as application/problem+json (RFC 9457): a title a person can use, never state of the server.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const TITLES = {
  'bad-request': [400, 'The request does not have the expected shape.'],
  'not-signed-in': [401, 'Sign in first.'],
  'sign-in-failed': [401, 'This sign-in link is used up or expired. Ask for a new one.'],
  'origin-refused': [403, 'This origin is not registered for this site.'],
  'host-refused': [403, 'Open this page under its own address.'],
  'measuring-off': [403, 'This site does not allow measuring.'],
  'not-found': [404, 'There is nothing here.'],
  'unknown-conversation': [404, 'This conversation does not exist, or it is too long ago.'],
  'not-helped-yet': [409, 'Nobody has helped in this conversation yet. Ask for a copy later.'],
  'not-ended': [409, 'This conversation has not ended yet. Try again after its end.'],
  'too-late': [409, 'This can no longer be changed.'],
  'id-conflict': [409, 'This id names another request already. Send the new one with a new id.'],
  'already-taken': [409, 'Somebody else has this already.'],
  'not-assignee': [409, 'This is not yours any more.'],
  closed: [409, 'This is done already.'],
  'too-large': [413, 'The request is too large.'],
  'invalid-field': [422, 'A field cannot be used as it is. Change it and send again.'],
  'rate-limited': [429, 'Too many requests. Try again later.'],
  bug: [500, 'Something went wrong on the server.'],
  unavailable: [503, 'The server cannot do this now. Try again later.'],
  'not-built': [503, 'This part is not built yet. Run "npm run build" and reload.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemName = keyof typeof TITLES;

/** `more`: what the caller needs to mend it, beside the members that every problem has. */
export function problem(
  c: Context,
  name: ProblemName,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
): Response {
  const [status, title] = TITLES[name];
  const body = JSON.stringify({ type: `urn:vangnet:problem:${name}`, title, status, ...more });
  return c.body(body, status, { ...headers, 'Content-Type': 'application/problem+json' });
}

/** `wait` in ms, as a limit tells it. */
export function tooMany(c: Context, wait: number, headers: Record<string, string>): Response {
  return problem(c, 'rate-limited', { ...headers, 'Retry-After': String(Math.ceil(wait / 1_000)) });
}
