// The files the demo site may serve: a closed list, so no path in a request ever reaches the disk.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const UTRECHT = '../node_modules/@utrecht/component-library-css/dist/index.css';
const THEME = '../node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
const CANDIDATE = '../node_modules/@nl-design-system-candidate';

const FILES = new Map([
  ['theme.css', THEME],
  ['components.css', UTRECHT],
  ['button.css', `${CANDIDATE}/button-css/dist/button.css`],
  ['heading.css', `${CANDIDATE}/heading-css/dist/heading.css`],
  ['paragraph.css', `${CANDIDATE}/paragraph-css/dist/paragraph.css`],
  ['site.css', './look/site.css'],
  ['forms.css', './look/forms.css'],
  ['steps.css', './look/steps.css'],
  ['home-and-tour.css', './look/home-and-tour.css'],
  ['wapen.svg', './look/wapen.svg'],
  ['pijl.svg', './look/pijl.svg'],
  ['skyline.svg', './look/skyline.svg'],
  ['vinkje.svg', './look/vinkje.svg'],
  ['answers.js', './pages/answers.js'],
  ['bijstand.js', './pages/bijstand.js'],
  ['bijstand-steps.js', './pages/bijstand-steps.js'],
  ['field-checks.js', './pages/field-checks.js'],
  ['find-problems.js', './pages/find-problems.js'],
  ['form-guard.js', './pages/form-guard.js'],
  ['income-rows.js', './pages/income-rows.js'],
  ['mark-problems.js', './pages/mark-problems.js'],
  ['verhuizing.js', './pages/verhuizing.js'],
  ['verhuizing-fields.js', './pages/verhuizing-fields.js'],
]);

const TYPES = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
]);

type Asset = { bytes: Uint8Array<ArrayBuffer>; type: string; etag: string };

/** Returns the response for a file name, or null when it is not on the list. */
export function createAssets(): (name: string, request: Request) => Promise<Response | null> {
  const loaded = new Map<string, Promise<Asset>>();
  return async function serveAsset(name, request) {
    const path = FILES.get(name);
    if (path === undefined) return null;
    let pending = loaded.get(name);
    if (!pending) {
      pending = loadAsset(name, path);
      loaded.set(name, pending);
    }
    const asset = await pending;
    const headers = { ETag: asset.etag, 'Cache-Control': 'public, max-age=300', 'Content-Type': asset.type };
    if (request.headers.get('If-None-Match') === asset.etag)
      return new Response(null, { status: 304, headers });
    return new Response(asset.bytes, { headers });
  };
}

async function loadAsset(name: string, path: string): Promise<Asset> {
  const bytes = new Uint8Array(await readFile(new URL(path, import.meta.url)));
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const type = TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
  return { bytes, type, etag: `"${digest}"` };
}
