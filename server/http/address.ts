// The address of the other end of the connection, for limits only; it is never logged in full.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

export function readAddress(c: Context): string {
  return getConnInfo(c).remote.address ?? 'unknown';
}
