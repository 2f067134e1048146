// How a form is set and what is usual for it, and what pages tell of how it was filled in (SPEC.md, section C).
import type { Hono } from 'hono';
import { formSums, offerRequest } from '#protocol/schemas';
import { addFormSums, readFormProfile } from '../application/form-profile.ts';
import type { RateLimit } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import type { Admit } from './contact-routes.ts';
import { problem } from './problems.ts';
import { readBody } from './read-body.ts';

/** Settings of a form change seldom, and a minute late is early enough. */
const PROFILE_CACHING = 'public, max-age=300';

export function addCrowdRoutes(app: Hono, relay: Relay, admit: Admit, limit: RateLimit): void {
  app.get('/sites/:site/form-profile', (c) =>
    admit(c, async (site, headers) => {
      const request = offerRequest.shape.form.safeParse(c.req.query('form'));
      if (!request.success) return problem(c, 'bad-request', headers);
      const profile = await readFormProfile(relay, site, request.data);
      return c.json(profile, 200, { ...headers, 'Cache-Control': PROFILE_CACHING });
    }),
  );

  app.post('/sites/:site/form-sums', (c) =>
    admit(
      c,
      async (site, headers) => {
        const sums = await readBody(c, formSums);
        if (!sums) return problem(c, 'bad-request', headers);
        const isAllowed = await addFormSums(relay, site, sums);
        return isAllowed ? c.body(null, 204, headers) : problem(c, 'measuring-off', headers);
      },
      limit,
    ),
  );
}
