// The citizen's API: no cookies, open only to the exact origins stored with the site.

import { type Context, Hono } from 'hono';
import { LANGUAGES, type Language } from '#protocol';
import { conversationStart, offerChange, offerRequest, publicId } from '#protocol/schemas';
import type { After } from '../application/after.ts';
import type { RateLimit, Site } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { askOffer, changeOffer, readSiteInfo, startConversation } from '../application/visitor-entry.ts';
import type { WordBook } from '../application/word-book.ts';
import { readAddress } from './address.ts';
import { addAfterRoutes } from './after-routes.ts';
import { addContactRoutes, type ContactLimits } from './contact-routes.ts';
import { addCrowdRoutes } from './crowd-routes.ts';
import { problem, tooMany } from './problems.ts';
import { readBody } from './read-body.ts';
import { readFormName } from './read-form-name.ts';

type Answer = (site: Site, headers: Record<string, string>) => Promise<Response>;

/** A GET of the own origin has no Origin header; everything that changes something must have one. */
function isOriginAllowed(site: Site, origin: string | undefined, method: string): boolean {
  return origin === undefined ? method === 'GET' || method === 'HEAD' : site.origins.has(origin);
}

interface VisitorLimits {
  requests: RateLimit;
  sums: RateLimit;
  contacts: ContactLimits;
}

export interface VisitorOptions {
  limits: VisitorLimits;
  after: After;
  words: WordBook | null;
}

/** Part of the address, so whoever keeps the answer keeps one for each language. `fr,nl-BE`: the first that we speak. */
function readLanguage(c: Context): Language {
  const asked = (c.req.query('language') ?? '').split(',').map((tag) => tag.split('-', 1)[0]?.toLowerCase());
  const known = asked.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? []);
  return known[0] ?? 'nl';
}

export function createVisitorRoutes(relay: Relay, { limits, after, words }: VisitorOptions): Hono {
  const app = new Hono();

  async function admit(c: Context, answer: Answer, limit = limits.requests): Promise<Response> {
    const site = relay.sites.find(c.req.param('site') ?? '');
    if (!site) return problem(c, 'not-found');
    const origin = c.req.header('origin');
    if (!isOriginAllowed(site, origin, c.req.method)) {
      relay.log.warn({ code: 'origin-refused', site: site.key }, 'request refused');
      return problem(c, 'origin-refused');
    }
    const headers = shareWith(origin);
    const wait = c.req.method === 'GET' ? null : await limit.consume(readAddress(c));
    return wait === null ? answer(site, headers) : tooMany(c, wait, headers);
  }

  app.options('/sites/:site/*', (c) => admit(c, async (_, headers) => c.body(null, 204, preflight(headers))));
  app.options('/sites/:site', (c) => admit(c, async (_, headers) => c.body(null, 204, preflight(headers))));

  app.get('/sites/:site', (c) =>
    admit(c, async (site, headers) => {
      const language = readLanguage(c);
      const info = await readSiteInfo(relay, site, { form: readFormName(c), language, words });
      return c.json(info, 200, { ...headers, 'Content-Language': language });
    }),
  );

  addCrowdRoutes(app, relay, admit, limits.sums);

  app.post('/sites/:site/offers', (c) =>
    admit(c, async (site, headers) => {
      const request = await readBody(c, offerRequest);
      if (!request) return problem(c, 'bad-request', headers);
      return c.json(await askOffer(relay, site, request), 200, headers);
    }),
  );

  app.post('/sites/:site/offers/:offer', (c) =>
    admit(c, async (site, headers) => {
      const request = await readBody(c, offerChange);
      const offer = publicId.safeParse(c.req.param('offer'));
      if (!request) return problem(c, 'bad-request', headers);
      const answer = offer.success ? await changeOffer(relay, site, offer.data, request.change) : null;
      return answer ? c.json(answer, 200, headers) : problem(c, 'not-found', headers);
    }),
  );

  app.post('/sites/:site/conversations', (c) =>
    admit(c, async (site, headers) => {
      const start = await readBody(c, conversationStart);
      if (!start) return problem(c, 'bad-request', headers);
      const { conversation, created } = await startConversation(relay, site, start);
      return c.json({ conversation }, created ? 201 : 200, headers);
    }),
  );

  addContactRoutes(app, relay, admit, limits.contacts);

  addAfterRoutes(app, admit, after);

  // Tells a browser whether the server or only the WebSocket is out of reach; it says nothing else, to anyone.
  app.get('/ping', (c) => c.body(null, 204, { 'Access-Control-Allow-Origin': '*' }));

  return app;
}

function shareWith(origin: string | undefined): Record<string, string> {
  return {
    Vary: 'Origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin }),
  };
}

function preflight(headers: Record<string, string>): Record<string, string> {
  return {
    ...headers,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type',
    'Access-Control-Max-Age': '600',
  };
}
