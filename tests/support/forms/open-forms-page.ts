/** A gemeente page with the real Open Forms SDK in it, against our own small Open Forms server. */
import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { listenOnLoopback, type PageOptions, type RunningPage } from './loopback-server.ts';
import { API_PATH, makeOpenFormsApi } from './open-forms-api.ts';
import { FORM } from './open-forms-definition.ts';
import { obtainOpenFormsSdk } from './open-forms-sdk.ts';

type OpenFormsOptions = PageOptions & {
  /** Open Forms has two ways to draw a form, with different markup; both are in use. Default `old`. */
  renderer?: 'old' | 'new';
};

const FORM_PATH = `/${FORM.slug}`;

export async function startOpenFormsPage(options: OpenFormsOptions): Promise<RunningPage> {
  const sdk = await obtainOpenFormsSdk();
  const answerApi = getRequestListener(makeOpenFormsApi(options.renderer ?? 'old').fetch);
  const server = await listenOnLoopback(options.port ?? 0, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    if (pathname.startsWith(API_PATH)) return void answerApi(request, response);
    if (pathname.startsWith('/sdk/')) return sendFile(sdk, pathname.slice('/sdk/'.length), response);
    if (pathname === '/start-form.js') return send(response, 'text/javascript', START_FORM);
    if (pathname === '/host.css') return send(response, 'text/css', HOST_STYLE);
    if (pathname === FORM_PATH || pathname.startsWith(`${FORM_PATH}/`)) {
      return send(response, 'text/html; charset=utf-8', buildPage(options.tag), options.headers);
    }
    response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  return { ...server, url: `${server.origin}${FORM_PATH}` };
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

function sendFile(folder: string, name: string, response: ServerResponse): void {
  const path = join(folder, normalize(`/${name}`));
  if (!existsSync(path)) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
  createReadStream(path).pipe(response);
}

function send(
  response: ServerResponse,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, { 'content-type': type, ...headers }).end(body);
}

const HOST_STYLE = `
body { margin: 0; }
.host { box-sizing: border-box; max-inline-size: 75rem; margin-inline: auto; padding: 1rem; }
footer.host { border-block-start: 1px solid #767676; margin-block-start: 2rem; padding-block-end: 6rem; }
footer.host > p { margin-block: 0.5rem; }
`;

/** In a file of its own, so that the page can be tried under a policy without inline script. */
const START_FORM = `
const target = document.querySelector('#formulier');
new OpenForms.OpenForm(target, {
  baseUrl: location.origin + '${API_PATH}',
  formId: '${FORM.uuid}',
  basePath: '${FORM_PATH}',
  lang: 'nl',
}).init();
`;

/**
 * The footer is no decoration: the calendar of the date field hangs below the form, and on a page that ends there its
 * closing shortens the page, so that the button jumps away under the press that closed it.
 */
function buildPage(tag: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gemeente Duinstad</title>
<link rel="stylesheet" href="/sdk/open-forms-sdk.css">
<link rel="stylesheet" href="/host.css">
<script src="/sdk/open-forms-sdk.js" defer></script>
<script src="/start-form.js" defer></script>
${tag}
</head>
<body class="openforms-theme utrecht-document">
<header class="host"><a class="utrecht-link utrecht-link--html-a" href="/">Gemeente Duinstad</a></header>
<main class="host"><div id="formulier"></div></main>
<footer class="host">
<h2 class="utrecht-heading-3">Hulp nodig bij dit formulier?</h2>
<p class="utrecht-paragraph">Bel ons op werkdagen van 8.30 tot 17.00 uur: <a class="utrecht-link utrecht-link--html-a" href="tel:14099">14&nbsp;099</a>.</p>
<p class="utrecht-paragraph">Of kom langs in het stadskantoor, Duinplein 1. U hoeft geen afspraak te maken.</p>
</footer>
</body>
</html>`;
}
