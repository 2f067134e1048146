// Gemeente Voorbeeldstad: the demo site as one Fetch handler under /demo/. It knows nothing of Vangnet but the tag.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { createAssets } from './assets.ts';
import { createAidPages } from './bijstand/aid-pages.ts';
import { homePage } from './home-page.ts';
import { type Page, renderPage, type Site } from './layout.ts';
import { type SignInLink, tourPage } from './tour-page.ts';
import { createExtractPages } from './uittreksel/extract-pages.ts';
import { createMovingPages } from './verhuizing/moving-pages.ts';

export type DemoSiteOptions = {
  /** The complete script tag, as a webmaster would paste it. */
  tag: string;
  consoleUrl: string;
  /** Asked at each view of the tour, because a link may work only once. */
  signInLinks: () => ReadonlyArray<SignInLink>;
  now?: () => Date;
};

export function createDemoSite(options: DemoSiteOptions): (request: Request) => Promise<Response> {
  const site = createSite(options.tag, options.now ?? (() => new Date()));
  const serveAsset = createAssets();
  const app = new Hono({ strict: false }).basePath('/demo');
  app.get('/', () => site.show(homePage()));
  app.get('/assets/:name', async (c) => (await serveAsset(c.req.param('name'), c.req.raw)) ?? c.notFound());
  app.get('/uitleg', () => site.show(tourPage(options.consoleUrl, options.signInLinks())));
  app.route('/verhuizing', createMovingPages(site));
  app.route('/uittreksel', createExtractPages(site));
  app.route('/bijstand', createAidPages(site));
  app.notFound(() => site.show(missingPage(), 404));
  return async function handleDemoRequest(request) {
    return app.fetch(request);
  };
}

function createSite(tag: string, now: () => Date): Site {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
  return {
    now,
    today: () => calendar.format(now()),
    async show(page, status = 200) {
      const body = String(await renderPage(page, tag));
      return new Response(body, {
        status,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Language': 'nl',
          'Cache-Control': 'no-cache',
          'X-Content-Type-Options': 'nosniff',
          // The address of a request that is being filled in carries its id: no other site may learn it.
          'Referrer-Policy': 'strict-origin',
        },
      });
    },
  };
}

function missingPage(): Page {
  return {
    title: 'Pagina niet gevonden',
    section: '',
    body: html`<div class="site-width site-text">
      <h1 class="nl-heading nl-heading--level-1">Deze pagina bestaat niet</h1>
      <p class="nl-paragraph">Controleer het adres, of ga naar <a class="utrecht-link utrecht-link--html-a" href="/demo/">de homepage</a>.</p>
    </div>`,
  };
}
