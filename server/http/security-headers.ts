// The security headers of every response, errors included. A route may set its own; what it does not set is strict.
import type { MiddlewareHandler } from 'hono';

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cache-Control': 'no-store',
} as const;

/** Only once the public address is https; a browser ignores it on http. */
const TRANSPORT = 'max-age=31536000; includeSubDomains';

export function setSecurityHeaders(secure: boolean): MiddlewareHandler {
  return async function securityHeaders(c, next) {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(ALWAYS))
      if (!headers.has(name)) c.res.headers.set(name, value);
    if (secure) c.res.headers.set('Strict-Transport-Security', TRANSPORT);
  };
}

/** The console renders citizens' words: nothing may run, load or connect but its own files and socket. */
export function consolePolicy(socketOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self' ${socketOrigins.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The demo site plays a gemeente's own site, with its own scripts; framing by others stays refused. */
export const DEMO_POLICY = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
