// The demo site through its Fetch handler: pages, assets, and what it never does.
import { describe, expect, it } from 'vitest';
import { createDemoSite } from '../../../demo-site/site.ts';

const ORIGIN = 'http://voorbeeldstad.test';
const TAG =
  '<script src="https://hulp.voorbeeldstad.test/vangnet.js" data-site="voorbeeldstad" async></script>';
const PAGES = [
  '/demo/',
  '/demo/uitleg/',
  '/demo/verhuizing/',
  '/demo/verhuizing/bedankt',
  '/demo/uittreksel/stap-1',
  '/demo/uittreksel/bedankt',
  '/demo/bijstand/',
  '/demo/bijstand/inkomen',
];

const site = createDemoSite({
  tag: TAG,
  consoleUrl: 'https://hulp.voorbeeldstad.test/console/',
  signInLinks: () => [
    { label: 'Medewerker <Anna>', url: 'https://hulp.voorbeeldstad.test/console/aanmelden#a"b' },
  ],
});
const get = (path: string, headers: Record<string, string> = {}) =>
  site(new Request(`${ORIGIN}${path}`, { headers }));

describe('every page', () => {
  it.each(PAGES)('%s has the tag once, one title, one skip link, and is in Dutch', async (path) => {
    const response = await get(path);
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(body.split(TAG)).toHaveLength(2);
    expect(body).toContain('<html lang="nl"');
    expect(body).toContain('href="#inhoud"');
    // The page of bijzondere bijstand holds the heading of its receipt as well, in a template.
    expect(body.match(/<h1/g)).toHaveLength(path.startsWith('/demo/bijstand') ? 2 : 1);
  });

  it.each(PAGES)('%s needs no inline script or style, and sets no cookie', async (path) => {
    const response = await get(path);
    const body = (await response.text()).replace(TAG, '');
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/);
    for (const script of body.match(/<script[^>]*>/g) ?? []) expect(script).toContain(' src="/demo/assets/');
  });

  it.each(PAGES)('%s refers only to files and pages that exist', async (path) => {
    const body = await (await get(path)).text();
    const addresses = [...body.matchAll(/(?:href|src)="(\/demo\/[^"#]*)/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of new Set(addresses)) expect((await get(address)).status, address).toBeLessThan(400);
  });

  it('is complete without a tag', async () => {
    const bare = createDemoSite({ tag: '', consoleUrl: '/console/', signInLinks: () => [] });
    const response = await bare(new Request(`${ORIGIN}/demo/verhuizing/`));
    expect(await response.text()).toContain('Verhuizing doorgeven</button>');
  });
});

describe('the tour', () => {
  it('shows the sign-in links, escaped, and asks for them anew at each view', async () => {
    let asked = 0;
    const fresh = createDemoSite({
      tag: TAG,
      consoleUrl: '/console/',
      signInLinks: () => {
        asked += 1;
        return [{ label: `Medewerker <Anna> ${asked}`, url: `/console/aanmelden#"${asked}` }];
      },
    });
    await fresh(new Request(`${ORIGIN}/demo/uitleg/`));
    const body = await (await fresh(new Request(`${ORIGIN}/demo/uitleg/`))).text();
    expect(body).toContain('Medewerker &lt;Anna&gt; 2');
    expect(body).toContain('href="/console/aanmelden#&quot;2"');
  });
});

describe('assets', () => {
  it.each([
    ['theme.css', 'text/css; charset=utf-8', '.voorbeeld-theme'],
    ['components.css', 'text/css; charset=utf-8', '.utrecht-textbox'],
    ['button.css', 'text/css; charset=utf-8', '.nl-button'],
    ['bijstand.js', 'text/javascript; charset=utf-8', 'import '],
    ['wapen.svg', 'image/svg+xml', '<svg'],
  ])('serves %s with its type', async (name, type, text) => {
    const response = await get(`/demo/assets/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(await response.text()).toContain(text);
  });

  it('serves every file that a script imports or a style sheet draws', async () => {
    const names = ['bijstand.js', 'verhuizing.js', 'forms.css', 'home-and-tour.css'];
    const seen = new Set(names);
    for (const name of names) {
      const response = await get(`/demo/assets/${name}`);
      expect(response.status, name).toBe(200);
      const body = await response.text();
      for (const [, found = ''] of body.matchAll(/(?:from '\.\/|url\("\/demo\/assets\/)([^'"]+)/g)) {
        if (!seen.has(found)) names.push(found);
        seen.add(found);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('answers 304 when the browser has the file', async () => {
    const etag = (await get('/demo/assets/site.css')).headers.get('ETag') ?? '';
    const again = await get('/demo/assets/site.css', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it.each([
    '/demo/assets/../site.ts',
    '/demo/assets/..%2fsite.ts',
    '/demo/assets/%2e%2e%2fpackage.json',
    '/demo/assets/..%5csite.ts',
    '/demo/assets//etc/passwd',
    '/demo/assets/site.ts',
    '/demo/assets/constructor',
    '/demo/assets/theme.css%00',
  ])('refuses %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Deze pagina bestaat niet');
  });
});
