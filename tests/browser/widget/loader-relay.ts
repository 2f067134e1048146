/** The relay's side of what the loader asks before there is a conversation, over real sockets, with the built widget beside it. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FormProfile, FormSums, OfferAnswer, SiteInfo } from '#protocol';
import { LANGUAGES } from '#protocol';
import { formSums, offerChange, offerRequest } from '#protocol/schemas';
import { SITE_WORDS } from '../../../scripts/write-words.ts';
import { listenOnLoopback } from '../../support/forms/loopback-server.ts';

const built = fileURLToPath(new URL('../../../dist/widget/', import.meta.url));

export const OFFER = 'AAAAAAAAAAAAAAAAAAAAAA';

export interface LoaderRelay {
  origin: string;
  tag: string;
  site: SiteInfo;
  answer: OfferAnswer;
  profile: FormProfile;
  /** What pages told as they went. */
  sums: FormSums[];
  /** Every question, as `GET /path` or `POST /path body`. */
  asked: string[];
  /** The code that is fetched later cannot be had. */
  withoutChunks: boolean;
  close(): Promise<void>;
}

const SITE: SiteInfo = {
  site: 'proef',
  organisation: 'Gemeente Voorbeeldstad',
  mode: 'proactive',
  reach: { state: 'available', opensAt: null },
  contact: { phone: '14 0123', hours: null, url: null },
  privacyUrl: null,
  measures: false,
  words: SITE_WORDS.nl,
};

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += part;
  return body;
}

export async function startLoaderRelay(attributes = ''): Promise<LoaderRelay> {
  const { origin, close } = await listenOnLoopback(0, (request, response) => {
    void serve(request, response);
  });
  const relay: LoaderRelay = {
    origin,
    close,
    tag: `<script src="${origin}/vangnet.js" data-site="proef" ${attributes} async></script>`,
    site: { ...SITE },
    answer: { state: 'held', offer: OFFER, renewMs: 20_000 },
    profile: { sensitivity: 'normal', manner: 'card', fields: [] },
    sums: [],
    asked: [],
    withoutChunks: false,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const body = await readBody(request);
    relay.asked.push([request.method, pathname, body].filter(Boolean).join(' '));
    response.setHeader('access-control-allow-origin', '*');
    if (pathname === '/v1/sites/proef') {
      const asked = (searchParams.get('language') ?? '').split(',').map((tag) => tag.slice(0, 2));
      const [language = 'nl'] = asked.flatMap((tag) => LANGUAGES.find((known) => known === tag) ?? []);
      return reply(response, { ...relay.site, words: SITE_WORDS[language] });
    }
    if (pathname === '/v1/sites/proef/form-profile') return reply(response, relay.profile);
    if (pathname === '/v1/sites/proef/form-sums') {
      relay.sums.push(formSums.parse(JSON.parse(body)));
      response.writeHead(204).end();
      return;
    }
    if (pathname === '/v1/sites/proef/offers') {
      offerRequest.parse(JSON.parse(body));
      return reply(response, relay.answer);
    }
    if (pathname.startsWith('/v1/sites/proef/offers/')) {
      offerChange.parse(JSON.parse(body));
      return reply(response, relay.answer);
    }
    await sendFile(pathname, response);
  }

  async function sendFile(pathname: string, response: ServerResponse): Promise<void> {
    const name = pathname.replace(/^\/(widget\/)?/, '');
    const found = relay.withoutChunks && name !== 'vangnet.js' ? undefined : await readBuilt(name);
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/javascript' }).end(found);
  }
  return relay;
}

function reply(response: ServerResponse, answer: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

async function readBuilt(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(built + name);
  } catch (cause) {
    if (name === 'vangnet.js') throw new Error('dist/widget is not there: run npm run build.', { cause });
    return undefined;
  }
}
