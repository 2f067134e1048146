// The page every demo page hangs in: head, skip link, header with navigation, and footer of the gemeente.
import { html, raw } from 'hono/html';
import type { Html } from './form-kit/render-field-parts.ts';

export type Page = {
  title: string;
  /** Path of the page in the navigation, to mark the current one. */
  section: string;
  body: Html;
  /** Browser scripts by file name. */
  scripts?: readonly string[];
};

/** What the pages need of the site they stand in. */
export type Site = {
  show(page: Page, status?: 200 | 404 | 422): Promise<Response>;
  now(): Date;
  /** The Dutch calendar day as yyyy-mm-dd. */
  today(): string;
};

const STYLES = [
  'theme.css',
  'components.css',
  'button.css',
  'heading.css',
  'paragraph.css',
  'site.css',
  'forms.css',
  'steps.css',
  'home-and-tour.css',
];

const NAVIGATION = [
  { path: '/demo/', label: 'Home' },
  { path: '/demo/verhuizing/', label: 'Verhuizing' },
  { path: '/demo/uittreksel/', label: 'Uittreksel' },
  { path: '/demo/bijstand/', label: 'Bijzondere bijstand' },
  { path: '/demo/uitleg/', label: 'Over deze demo' },
];

export function renderPage(page: Page, tag: string): Html {
  return html`<!doctype html>
<html lang="nl" class="voorbeeld-theme utrecht-root">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${page.title} - Gemeente Voorbeeldstad</title>
  <link rel="icon" href="/demo/assets/wapen.svg" type="image/svg+xml">
  ${STYLES.map((name) => html`<link rel="stylesheet" href="/demo/assets/${name}">`)}
  ${(page.scripts ?? []).map((name) => html`<script type="module" src="/demo/assets/${name}"></script>`)}
  ${raw(tag)}
</head>
<body class="utrecht-document">
  <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">Naar de inhoud</a>
  ${renderHeader(page.section)}
  <main class="site-main" id="inhoud" tabindex="-1">${page.body}</main>
  ${renderFooter()}
</body>
</html>`;
}

function renderHeader(section: string): Html {
  return html`<header class="site-header">
    <div class="site-width site-header__top">
      <a class="brand" href="/demo/">
        <img class="brand__arms" src="/demo/assets/wapen.svg" alt="" width="44" height="52">
        <span class="brand__name"><span class="brand__kind">Gemeente</span> Voorbeeldstad</span>
      </a>
      <p class="demo-note">Dit is een demonstratie. Deze gemeente bestaat niet.</p>
    </div>
    <nav class="site-nav" aria-label="Hoofdmenu">
      <ul class="site-width site-nav__list">
        ${NAVIGATION.map((item) => html`<li><a class="site-nav__link" href="${item.path}"${item.path === section ? html` aria-current="page"` : ''}>${item.label}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

function renderFooter(): Html {
  return html`<footer class="site-footer">
    <div class="site-width site-footer__columns">
      <section>
        <h2 class="nl-heading nl-heading--level-4">Contact</h2>
        <p class="nl-paragraph">Bel <a class="utrecht-link utrecht-link--html-a" href="tel:140999">14 0999</a></p>
        <p class="nl-paragraph">Stadhuisplein 1<br>1234 AB Voorbeeldstad</p>
      </section>
      <section>
        <h2 class="nl-heading nl-heading--level-4">Openingstijden</h2>
        <p class="nl-paragraph">Maandag tot en met vrijdag<br>9.00 tot 17.00 uur</p>
        <p class="nl-paragraph">Donderdag ook ’s avonds<br>tot 20.00 uur</p>
      </section>
      <section>
        <h2 class="nl-heading nl-heading--level-4">Liever op papier?</h2>
        <p class="nl-paragraph">Elk formulier kunt u ook op papier krijgen. Bel ons of kom langs aan de balie.</p>
      </section>
    </div>
  </footer>`;
}
