/** A GOV.UK service: one question a page, a full page load for each, mistakes found by the server. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { escapeHtml, GOVUK_DIST, renderFixture } from './govuk-fixtures.ts';
import { type Answers, type Mistake, QUESTIONS, type Question } from './govuk-questions.ts';
import { listenOnLoopback, type PageOptions, type RunningPage } from './loopback-server.ts';

export const GOVUK_SERVICE = 'Apply for a parking permit';
const DONE_PATH = '/done';

export async function startGovukPage(options: PageOptions): Promise<RunningPage> {
  const server = await listenOnLoopback(options.port ?? 0, (request, response) => {
    void answer(options, request, response);
  });
  return { ...server, url: `${server.origin}${QUESTIONS[0]?.path}` };
}

async function answer(
  options: PageOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
  const question = QUESTIONS.find(({ path }) => path === pathname);
  if (!question) {
    if (pathname !== DONE_PATH) return sendAsset(pathname, response);
    return sendPage(options, response, {
      title: 'Application complete',
      content: renderFixture('panel', 'default'),
    });
  }
  const answers = request.method === 'POST' ? await readAnswers(request) : {};
  const mistakes = request.method === 'POST' ? question.check(answers) : [];
  if (request.method === 'POST' && mistakes.length === 0) {
    response
      .writeHead(303, { location: QUESTIONS[QUESTIONS.indexOf(question) + 1]?.path ?? DONE_PATH })
      .end();
    return;
  }
  sendPage(options, response, renderQuestion(question, answers, mistakes));
}

type PageParts = { title: string; content: string };

function renderQuestion(question: Question, answers: Answers, mistakes: Mistake[]): PageParts {
  const form = `<form action="${question.path}" method="post" novalidate>
${question.render(answers, mistakes)}
${renderFixture('button', 'default', { 'Save and continue': 'Continue' })}
</form>`;
  const prefix = mistakes.length > 0 ? 'Error: ' : '';
  return { title: `${prefix}${question.heading}`, content: renderSummary(mistakes) + form };
}

function renderSummary(mistakes: Mistake[]): string {
  if (mistakes.length === 0) return '';
  const links = mistakes.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  return renderFixture('error-summary', 'default').replace(/<li>[\s\S]*<\/li>/, () => links.join('\n'));
}

function sendPage(
  { tag, headers }: PageOptions,
  response: ServerResponse,
  { title, content }: PageParts,
): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(`<!doctype html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${title} - ${GOVUK_SERVICE} - GOV.UK</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="stylesheet" href="/govuk-frontend.min.css">
<script src="/start.js" type="module"></script>
${tag}
</head>
<body class="govuk-template__body js-enabled govuk-frontend-supported">
${renderFixture('skip-link', 'default', { '#test-target-element': '#main-content' })}
<header class="govuk-template__header">
${renderFixture('service-navigation', 'with service name', { 'Service name': GOVUK_SERVICE })}
</header>
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main-content">
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${content}
</div></div>
</main>
</div>
</body>
</html>`);
}

const START_SCRIPT = `import { initAll } from '/govuk-frontend.min.js';\ninitAll();\n`;
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

function sendAsset(pathname: string, response: ServerResponse): void {
  const path = join(GOVUK_DIST, normalize(pathname));
  const type = TYPES[extname(pathname)];
  if (pathname === '/start.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(START_SCRIPT);
  } else if (type !== undefined && existsSync(path)) {
    response.writeHead(200, { 'content-type': type }).end(readFileSync(path));
  } else {
    response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  }
}

async function readAnswers(request: IncomingMessage): Promise<Answers> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return Object.fromEntries(new URLSearchParams(body));
}
