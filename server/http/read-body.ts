// A JSON body of a known shape, whatever its content type says, or null.
import type { Context } from 'hono';
import type { z } from 'zod';

export async function readBody<Body>(c: Context, schema: z.ZodType<Body>): Promise<Body | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await c.req.text()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
