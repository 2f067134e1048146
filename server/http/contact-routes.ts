// Asking to be called back or leaving a message (rules K): the citizen's side, behind the same door as the other routes.
import type { Context, Hono } from 'hono';
import { contactRequest } from '#protocol/schemas';
import { askContact, type ContactAnswer, readContactMoments } from '../application/contact-requests.ts';
import type { RateLimit, Site } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { problem } from './problems.ts';
import { readBody } from './read-body.ts';
import { readFormName } from './read-form-name.ts';

type Headers = Record<string, string>;
type Answer = (site: Site, headers: Headers) => Promise<Response>;
export type Admit = (c: Context, answer: Answer, limit?: RateLimit) => Promise<Response>;

export interface ContactLimits {
  perAddress: RateLimit;
  perSite: RateLimit;
}

function refuse(c: Context, answer: Extract<ContactAnswer, { ok: false }>, headers: Headers): Response {
  if (answer.why === 'id-conflict') return problem(c, 'id-conflict', headers);
  const { field, next } = answer;
  return problem(c, 'invalid-field', headers, next === undefined ? { field } : { field, next });
}

export function addContactRoutes(app: Hono, relay: Relay, admit: Admit, limits: ContactLimits): void {
  app.get('/sites/:site/contact-moments', (c) =>
    admit(c, async (site, headers) => {
      const moments = await readContactMoments(relay, site, readFormName(c));
      return c.json(moments, 200, headers);
    }),
  );

  app.post('/sites/:site/contact-requests', (c) =>
    admit(
      c,
      async (site, headers) => {
        const wait = await limits.perSite.consume(site.key);
        if (wait !== null) {
          const seconds = String(Math.ceil(wait / 1_000));
          return problem(c, 'rate-limited', { ...headers, 'Retry-After': seconds });
        }
        const request = await readBody(c, contactRequest);
        if (!request) return problem(c, 'bad-request', headers);
        const answer = await askContact(relay, site, request);
        if (!answer.ok) return refuse(c, answer, headers);
        const { id, promisedBy, created } = answer;
        return c.json({ id, promisedBy }, created ? 201 : 200, headers);
      },
      limits.perAddress,
    ),
  );
}
