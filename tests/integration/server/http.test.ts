// The HTTP side: sign-in, sessions, headers on every route, CORS, sizes, files, and errors that tell nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { siteInfo } from '#protocol/schemas';
import { connectOperator, makeToken, post, readSite, SITE, signIn } from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const DAY = 24 * 60 * 60_000;

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

const linkOf = async (name: string) =>
  (await at.server.makeSignInLinks()).find(({ label }) => label.endsWith(name))?.url ?? '';

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(at.url + path, { headers, redirect: 'manual' });

const postJson = (path: string, headers: Record<string, string>, body = '{}') =>
  fetch(at.url + path, { method: 'POST', headers, body });

describe('signing in', () => {
  it('works once, and the session is a strict cookie', async () => {
    const link = await linkOf('Anna');
    const { response, cookie } = await signIn(at, link);
    expect(await response.json()).toEqual({
      operator: { id: expect.any(String), name: 'Anna de Vries', role: 'operator' },
      organisation: 'Gemeente Voorbeeldstad',
    });
    expect(response.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await get('/console/api/session', { Cookie: cookie })).status).toBe(200);
    expect((await signIn(at, link)).response.status).toBe(401);
    expect((await get('/console/api/session')).status).toBe(401);
  });

  it('fails alike for a token that is old and one that never was', async () => {
    const link = await linkOf('Bram');
    at.clock.advance(DAY);
    const old = await (await signIn(at, link)).response.text();
    expect(await (await signIn(at, `#${makeToken()}`)).response.text()).toBe(old);
  });

  it.each([
    ['another origin', { Origin: 'https://evil.example', 'Content-Type': 'application/json' }, 403],
    [
      'a citizen’s origin',
      { Origin: 'https://formulieren.voorbeeldstad.example', 'Content-Type': 'application/json' },
      403,
    ],
    ['no origin', { 'Content-Type': 'application/json' }, 403],
    ['a form', { Origin: 'own', 'Content-Type': 'application/x-www-form-urlencoded' }, 400],
    ['JSON in disguise', { Origin: 'own', 'Content-Type': 'text/plain; application/json' }, 400],
  ])('refuses %s', async (_, headers, status) => {
    const own = {
      ...headers,
      ...('Origin' in headers && headers.Origin === 'own' ? { Origin: at.url } : {}),
    };
    const [, token] = (await linkOf('Anna')).split('#');
    expect((await postJson('/console/api/sign-in', own, JSON.stringify({ token }))).status).toBe(status);
  });

  it('ends: the cookie is worth nothing, and open sockets close with 4011', async () => {
    const { wire, cookie } = await connectOperator(at, 'Anna');
    const headers = { Origin: at.url, 'Content-Type': 'application/json', Cookie: cookie };
    expect((await postJson('/console/api/sign-out', headers)).status).toBe(204);
    expect(await wire.closed).toBe(CLOSE.sessionRevoked);
    expect((await get('/console/api/session', { Cookie: cookie })).status).toBe(401);
  });

  it('ends by itself after twelve hours, also for an open socket', async () => {
    const { wire, cookie } = await connectOperator(at, 'Anna');
    at.clock.sleep(12 * 60 * 60_000);
    wire.say({ type: 'probe' });
    await wire.hear('heartbeat');
    at.clock.advance(1_000);
    expect(await wire.closed).toBe(CLOSE.sessionRevoked);
    expect((await get('/console/api/session', { Cookie: cookie })).status).toBe(401);
  });

  it('limits tries', async () => {
    const tries = await Promise.all(Array.from({ length: 25 }, () => signIn(at, `#${makeToken()}`)));
    expect(tries.filter(({ response }) => response.status === 429)).toHaveLength(5);
  });
});

describe('every response', () => {
  it.each([
    '/',
    '/health/live',
    '/health/ready',
    '/v1/ping',
    `/v1/sites/${SITE}`,
    '/v1/sites/onbekend',
    '/vangnet.js',
    '/widget/x.js',
    '/console',
    '/console/',
    '/console/aanmelden',
    '/console/x.js',
    '/console/api/session',
    '/demo/',
    '/nergens',
  ])('carries the security headers: %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same|cross)-origin$/);
    expect(headers.get('cache-control')).not.toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('of the console lets nothing run but its own files', async () => {
    const policy = (await get('/console/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).toContain(`connect-src 'self' ${at.url.replace('http', 'ws')}`);
  });

  it('is a problem with a title when something is wrong, and never more', async () => {
    const response = await get('/v1/sites/onbekend');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:vangnet:problem:not-found',
      title: 'There is nothing here.',
      status: 404,
    });
  });
});

describe('the citizen’s API', () => {
  const origin = 'https://formulieren.voorbeeldstad.example';

  it('answers the exact origin, without credentials', async () => {
    const { headers } = await get(`/v1/sites/${SITE}`, { Origin: origin });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
    const preflight = await fetch(`${at.url}/v1/sites/${SITE}/offers`, {
      method: 'OPTIONS',
      headers: { Origin: origin },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    const evil = await get(`/v1/sites/${SITE}`, { Origin: 'https://evil.example' });
    expect([evil.status, evil.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('tells what a citizen needs to know of a site', async () => {
    const info = siteInfo.parse(await readSite(at));
    expect(info).toMatchObject({ organisation: 'Gemeente Voorbeeldstad', reach: { state: 'away' } });
    expect(info.contact.phone).toBe('14 0999');
  });

  it('[O5] starts a conversation once for one token', async () => {
    const token = makeToken();
    const start = { token, offer: null, language: 'nl', context: null };
    const [first, second] = [
      await post(at, `/v1/sites/${SITE}/conversations`, start),
      await post(at, `/v1/sites/${SITE}/conversations`, start),
    ];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.json()).toEqual(await first.json());
  });

  it.each([
    ['no JSON', 'x', 400],
    ['another shape', '{"token":{"$gt":""},"offer":null,"language":"nl","context":null}', 400],
    ['too much', `{"token":"${'x'.repeat(20_000)}"}`, 413],
  ])('refuses %s', async (_, body, status) => {
    expect((await postJson(`/v1/sites/${SITE}/conversations`, { Origin: at.url }, body)).status).toBe(status);
  });

  it('refuses too much that comes in chunks', async () => {
    const sent = new Promise<number>((resolve) => {
      const headers = { Origin: at.url, 'Transfer-Encoding': 'chunked' };
      const asking = request(`${at.url}/v1/sites/${SITE}/offers`, { method: 'POST', headers }, (response) =>
        resolve(response.statusCode ?? 0),
      );
      asking.on('error', () => resolve(-1));
      for (let chunk = 0; chunk < 20; chunk++) asking.write('x'.repeat(1_024));
      asking.end();
    });
    expect(await sent).toBe(413);
  });
});

describe('files', () => {
  it('come from the build, for every origin, and nothing outside it', async () => {
    mkdirSync(join(at.dataDir, 'dist', 'widget'), { recursive: true });
    writeFileSync(join(at.dataDir, 'dist', 'widget', 'vangnet.js'), 'loader');
    writeFileSync(join(at.dataDir, 'dist', 'secret.js'), 'secret');
    const loader = await get('/vangnet.js');
    expect(await loader.text()).toBe('loader');
    expect(loader.headers.get('access-control-allow-origin')).toBe('*');
    expect(loader.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    for (const path of ['/widget/..%2fsecret.js', '/widget/%2e%2e%2fsecret.js', '/console/..%2fsecret.js']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('that are not built say what to do', async () => {
    const response = await get('/vangnet.js');
    expect(response.status).toBe(503);
    expect((await response.json()).title).toContain('npm run build');
  });
});

describe('the demo', () => {
  it('answers to its own names only', async () => {
    const ask = (host: string) =>
      new Promise((resolve) => {
        const asking = request(`${at.url}/demo/`, { headers: { Host: host } }, (response) =>
          resolve(response.statusCode),
        );
        asking.end();
      });
    const { port } = new URL(at.url);
    expect(await ask(`127.0.0.1:${port}`)).toBe(200);
    expect(await ask(`localhost:${port}`)).toBe(200);
    expect(await ask(`rebound.evil.example:${port}`)).toBe(403);
  });
});
