// Citizens and operators for tests: the steps that every story begins with.
import { randomBytes, randomUUID } from 'node:crypto';
import type { OfferAnswer, PageContext, SiteInfo } from '#protocol';
import { PROTOCOL_VERSION } from '#protocol';
import { helloFrame, type OperatorWire, readFrame, type VisitorWire, Wire } from './wire.ts';

export const SITE = 'voorbeeldstad';

export const PAGE: PageContext = {
  form: 'Bijzondere bijstand aanvragen',
  step: { name: 'Uw inkomen', index: 2, of: 5 },
  field: { id: 'iban', label: 'Rekeningnummer (IBAN)' },
  reasons: [{ code: 'repeated-error', field: 'iban', count: 2, weight: 1.2 }],
  page: 'https://formulieren.voorbeeldstad.example/bijstand',
};

/** Where a server is, and whose origin the client claims. */
export interface At {
  url: string;
  origin?: string;
}

export const makeToken = (): string => randomBytes(32).toString('base64url');
const toSocketUrl = (url: string, path: string): string => url.replace(/^http/, 'ws') + path;

export function post({ url, origin = url }: At, path: string, body: unknown): Promise<Response> {
  const headers = { Origin: origin, 'Content-Type': 'text/plain' };
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export async function askOffer(at: At): Promise<OfferAnswer> {
  return (await post(at, `/v1/sites/${SITE}/offers`, { form: PAGE.form, step: null })).json();
}

export async function readSite({ url }: At): Promise<SiteInfo> {
  return (await fetch(`${url}/v1/sites/${SITE}`)).json();
}

export interface Citizen {
  token: string;
  conversation: string;
}

export async function startConversation(
  at: At,
  offer: string | null = null,
  token = makeToken(),
): Promise<Citizen> {
  const start = { token, offer, language: 'nl', context: PAGE };
  const response = await post(at, `/v1/sites/${SITE}/conversations`, start);
  const { conversation } = await response.json();
  return { token, conversation };
}

export function openVisitorWire({ url, origin = url }: At, site = SITE): VisitorWire {
  return new Wire(toSocketUrl(url, `/v1/sites/${site}/socket`), { Origin: origin }, readFrame);
}

/** Connected and welcomed. */
export async function connectCitizen(
  at: At,
  citizen: Citizen,
  hello: Parameters<typeof helloFrame>[1] = {},
): Promise<VisitorWire> {
  const wire = await openVisitorWire(at).opened();
  wire.say(helloFrame(citizen.token, hello));
  await wire.hear('welcome');
  return wire;
}

export async function signIn({ url }: At, link: string): Promise<{ cookie: string; response: Response }> {
  const token = link.slice(link.indexOf('#') + 1);
  const response = await fetch(`${url}/console/api/sign-in`, {
    method: 'POST',
    headers: { Origin: url, 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return { cookie: response.headers.get('set-cookie')?.split(';', 1)[0] ?? '', response };
}

export function openOperatorWire({ url, origin = url }: At, cookie: string): OperatorWire {
  return new Wire(toSocketUrl(url, '/console/socket'), { Origin: origin, Cookie: cookie }, readFrame);
}

export interface Server {
  url: string;
  server: { makeSignInLinks(): Promise<readonly { label: string; url: string }[]> };
}

export interface Operator {
  wire: OperatorWire;
  cookie: string;
  device: string;
}

/** Signed in, connected, and looking at the desk. `name` is the first name on the link. */
export async function connectOperator({ url, server }: Server, name: string): Promise<Operator> {
  const link = (await server.makeSignInLinks()).find(({ label }) => label.endsWith(name));
  const { cookie } = await signIn({ url }, link?.url ?? '');
  return reconnectOperator({ url }, cookie);
}

export async function reconnectOperator(at: At, cookie: string): Promise<Operator> {
  const wire = await openOperatorWire(at, cookie).opened();
  const device = randomUUID();
  wire.say({ type: 'hello', protocol: PROTOCOL_VERSION, device });
  await wire.hear('desk');
  return { wire, cookie, device };
}
