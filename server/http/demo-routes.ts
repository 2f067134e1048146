// The demo site behind a guard: its tour shows sign-in links, so it answers only to its own loopback names (DNS rebinding).
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problems.ts';
import { DEMO_POLICY } from './security-headers.ts';

export interface DemoOptions {
  handle(request: Request): Promise<Response>;
  /** Host headers under which it may be asked for. */
  hosts: ReadonlySet<string>;
}

/** The demo forms take documents along. */
const MOST_BYTES = 12 * 1024 * 1024;

export function createDemoRoutes({ handle, hosts }: DemoOptions): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, 'too-large') }));
  app.all('/*', async (c) => {
    if (!hosts.has((c.req.header('host') ?? '').toLowerCase())) return problem(c, 'host-refused');
    const response = await handle(c.req.raw);
    const headers = new Headers(response.headers);
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', DEMO_POLICY);
    const { status, statusText } = response;
    return new Response(response.body, { status, statusText, headers });
  });
  return app;
}
