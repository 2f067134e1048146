// The console's API and files. What changes something needs the console's own origin and JSON, beside the strict cookie.
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { signInRequest } from '#protocol/schemas';
import {
  findSession,
  SESSION_LIFE_MS,
  signIn,
  signOut,
  toSessionInfo,
} from '../application/operator-entry.ts';
import type { RateLimit } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { readAddress } from './address.ts';
import { createConsoleContacts, type FindOperator } from './console-contacts.ts';
import { problem } from './problems.ts';
import { readBody } from './read-body.ts';
import { consolePolicy } from './security-headers.ts';
import type { SessionCookie } from './session-cookie.ts';
import { readStaticFile } from './static-files.ts';

export interface ConsoleOptions {
  cookie: SessionCookie;
  /** Origins under which the console itself is served. */
  ownOrigins: ReadonlySet<string>;
  /** Folder of the built console. */
  files: string;
  signInLimit: RateLimit;
}

function demandOwnOrigin(ownOrigins: ReadonlySet<string>): MiddlewareHandler {
  return async function ownOriginOnly(c, next) {
    const origin = c.req.header('origin');
    const type = c.req.header('content-type') ?? '';
    if (c.req.method === 'GET') return next();
    if (origin === undefined || !ownOrigins.has(origin)) return problem(c, 'origin-refused');
    if (!/^application\/json\s*(;|$)/i.test(type)) return problem(c, 'bad-request');
    return next();
  };
}

function createApi(relay: Relay, options: ConsoleOptions): Hono {
  const { cookie, ownOrigins, signInLimit } = options;
  const api = new Hono();
  api.use(demandOwnOrigin(ownOrigins));

  api.post('/sign-in', async (c) => {
    const wait = await signInLimit.consume(readAddress(c));
    if (wait !== null) return problem(c, 'rate-limited', { 'Retry-After': String(Math.ceil(wait / 1_000)) });
    const request = await readBody(c, signInRequest);
    if (!request) return problem(c, 'bad-request');
    const entered = await signIn(relay, request.token);
    if (!entered) {
      relay.log.warn({ code: 'sign-in-failed' }, 'sign-in');
      return problem(c, 'sign-in-failed');
    }
    relay.log.info({ operator: entered.account.id }, 'signed in');
    const setCookie = cookie.write(entered.session, SESSION_LIFE_MS);
    return c.json(toSessionInfo(entered.account), 200, { 'Set-Cookie': setCookie });
  });

  const findOperator: FindOperator = async (c) => {
    const session = cookie.read(c.req.header('cookie'));
    return session === null ? null : findSession(relay, session);
  };
  api.route('/contact-requests', createConsoleContacts(relay, findOperator));

  api.get('/session', async (c) => {
    const account = await findOperator(c);
    return account ? c.json(toSessionInfo(account)) : problem(c, 'not-signed-in');
  });

  api.post('/sign-out', async (c) => {
    const session = cookie.read(c.req.header('cookie'));
    if (session !== null) await signOut(relay, session);
    return c.body(null, 204, { 'Set-Cookie': cookie.clear() });
  });

  return api;
}

export function createConsoleRoutes(relay: Relay, options: ConsoleOptions): Hono {
  const app = new Hono();
  const sockets = [...options.ownOrigins].map((origin) => origin.replace(/^http/, 'ws'));
  const policy = { 'Content-Security-Policy': consolePolicy(sockets) };

  async function sendFile(c: Context, name: string, caching: string): Promise<Response | null> {
    const file = await readStaticFile(options.files, name);
    if (!file) return null;
    return c.body(file.bytes, 200, { ...policy, 'Content-Type': file.type, 'Cache-Control': caching });
  }

  const sendApp = async (c: Context) =>
    (await sendFile(c, 'index.html', 'no-cache')) ?? problem(c, 'not-built', policy);

  app.route('/api', createApi(relay, options));
  app.get('/*', async (c) => {
    const name = c.req.path.replace(/^\/console\//, '');
    if (name === '' || name === 'aanmelden') return sendApp(c);
    const caching = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return (await sendFile(c, name, caching)) ?? problem(c, 'not-found', policy);
  });
  return app;
}
