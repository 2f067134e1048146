// The tag's loader and its chunks, for any page that may hold the tag.
import { type Context, Hono } from 'hono';
import { problem } from './problems.ts';
import { readStaticFile } from './static-files.ts';

/** Short, so that a fix reaches every page within minutes. */
const LOADER_CACHING = 'public, max-age=300';
const CHUNK_CACHING = 'public, max-age=31536000, immutable';

export function createWidgetRoutes(files: string): Hono {
  const app = new Hono();

  async function sendFile(c: Context, name: string, caching: string): Promise<Response | null> {
    const file = await readStaticFile(files, name);
    if (!file) return null;
    return c.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Cache-Control': caching,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  }

  app.get(
    '/vangnet.js',
    async (c) => (await sendFile(c, 'vangnet.js', LOADER_CACHING)) ?? problem(c, 'not-built'),
  );
  app.get(
    '/widget/:file',
    async (c) => (await sendFile(c, c.req.param('file'), CHUNK_CACHING)) ?? problem(c, 'not-found'),
  );
  return app;
}
