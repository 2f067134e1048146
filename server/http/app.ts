// All HTTP routes in one tree, with what holds for every one of them: headers, size limits, errors without state.

import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LIMITS } from '#protocol';
import type { After } from '../application/after.ts';
import { type RateLimit, StoreUnavailable } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import type { WordBook } from '../application/word-book.ts';
import { type AddressOf, noteAddress } from './address.ts';
import { type ConsoleOptions, createConsoleRoutes } from './console-routes.ts';
import type { ContactLimits } from './contact-routes.ts';
import { createDemoRoutes, type DemoOptions } from './demo-routes.ts';
import { createHealthRoutes, type Health } from './health-routes.ts';
import { type LineOptions, LineRoutes } from './line-routes.ts';
import { problem } from './problems.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { createVisitorRoutes } from './visitor-routes.ts';
import { createWidgetRoutes } from './widget-routes.ts';

type Env = { Bindings: HttpBindings };

export interface AppOptions {
  secure: boolean;
  addressOf: AddressOf;
  health: Health;
  console: ConsoleOptions;
  lines: LineOptions;
  widgetFiles: string;
  words: WordBook | null;
  after: After;
  requestLimit: RateLimit;
  sumsLimit: RateLimit;
  contactLimits: ContactLimits;
  demo: DemoOptions | null;
}

export function createApp(relay: Relay, options: AppOptions): Hono<Env> {
  const { secure, addressOf, health, widgetFiles, requestLimit, sumsLimit, contactLimits, demo } = options;
  const app = new Hono<Env>();
  app.use(setSecurityHeaders(secure));
  app.use(noteAddress(addressOf));
  // Before the limit of the other bodies: they have their own.
  const lines = new LineRoutes(relay, options.lines);
  app.route('/v1', lines.forVisitors());
  app.route('/console', lines.forOperators());
  const limitBody = bodyLimit({ maxSize: LIMITS.frameBytes, onError: (c) => problem(c, 'too-large') });
  app.use('/v1/*', limitBody);
  app.use('/console/*', limitBody);

  app.route('/health', createHealthRoutes(health));
  const limits = { requests: requestLimit, sums: sumsLimit, contacts: contactLimits };
  app.route('/v1', createVisitorRoutes(relay, { limits, after: options.after, words: options.words }));
  app.get('/console', (c) => c.redirect('/console/'));
  app.route('/console', createConsoleRoutes(relay, options.console));
  app.route('/', createWidgetRoutes(widgetFiles));
  if (demo) app.route('/demo', createDemoRoutes(demo));
  app.get('/', (c) => c.redirect(demo ? '/demo/' : '/console/'));

  app.notFound((c) => problem(c, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof StoreUnavailable) return problem(c, 'unavailable', { 'Retry-After': '1' });
    // The message of an error can hold what was sent: only its name goes to the log.
    relay.log.error({ code: 'bug', name: error.name, route: c.req.routePath }, 'request failed');
    return problem(c, 'bug');
  });
  return app;
}
