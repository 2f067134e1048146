/** Serves any HTML with any headers: for strict policies and for markup that no form kit would make. */
import { listenOnLoopback, type PageOptions, type RunningPage } from './loopback-server.ts';

type Answer = { body: string; type?: string; status?: number; headers?: Record<string, string> };
type Route = string | Answer;

export type HostPageOptions = Partial<PageOptions> & {
  /** What stands in the body of `/`, or a whole document when it starts with a doctype. */
  html?: string;
  /** By path. Text is HTML, treated like `html`. */
  routes?: Record<string, Route>;
  lang?: string;
  title?: string;
};

const NOT_FOUND: Route = { body: 'Not found', status: 404, type: 'text/plain' };

export async function startHostPage(options: HostPageOptions): Promise<RunningPage> {
  const routes: Record<string, Route> = {
    ...(options.html === undefined ? {} : { '/': options.html }),
    ...options.routes,
  };
  const server = await listenOnLoopback(options.port ?? 0, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    const found: Route = routes[pathname] ?? NOT_FOUND;
    const route: Answer = typeof found === 'string' ? { body: found } : found;
    const type = route.type ?? 'text/html; charset=utf-8';
    const isPage = type.startsWith('text/html');
    response.writeHead(route.status ?? 200, {
      'content-type': type,
      ...(isPage ? options.headers : {}),
      ...route.headers,
    });
    response.end(isPage ? buildDocument(route.body, options) : route.body);
  });
  return { ...server, url: `${server.origin}/` };
}

function buildDocument(
  html: string,
  { tag = '', lang = 'nl', title = 'Testpagina' }: HostPageOptions,
): string {
  if (/^\s*<!doctype/i.test(html)) return putInHead(html, tag);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${tag}
</head>
<body>
${html}
</body>
</html>`;
}

function putInHead(html: string, tag: string): string {
  if (!html.includes('</head>')) throw new Error('A whole document needs a </head> to put the tag in.');
  return html.replace('</head>', () => `${tag}\n</head>`);
}
