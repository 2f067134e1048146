// Every environment variable, parsed and checked once at the start. An error names the variable and what it should be.
import { resolve } from 'node:path';
import { z } from 'zod';
import type { SmtpServer } from './channels/email.ts';
import { findBadProxy } from './client-address.ts';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.has(host);
}

/** An origin is what a browser sends: scheme, host, port, and nothing behind it. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const originList = z
  .string()
  .transform(splitList)
  .refine((origins) => origins.every(isOrigin), 'must be origins with scheme, separated by commas');

const proxyList = z
  .string()
  .transform(splitList)
  .refine(
    (proxies) => findBadProxy(proxies) === null,
    'must be addresses or networks such as 10.0.0.0/8, separated by commas, and not everyone',
  );

const SMTP_PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };

/** Null: not an address of a mail server. Whatever is wrong with it is never repeated: there is a password in it. */
function parseSmtp(text: string): SmtpServer | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const usualPort = SMTP_PORTS[url?.protocol ?? ''];
  if (!url || usualPort === undefined || url.hostname === '') return null;
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') return null;
  try {
    const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
    const secure = url.protocol === 'smtps:';
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? usualPort : Number(url.port),
      secure,
      mustEncrypt: !secure && !isLoopback(url.hostname),
      auth: auth.user === '' ? null : auth,
    };
  } catch {
    return null;
  }
}

const smtpServer = z.string().transform((text, context) => {
  const server = parseSmtp(text);
  if (server) return server;
  context.addIssue('must be like smtp://user:password@mail.example.nl:587 or smtps://mail.example.nl');
  return z.NEVER;
});

const MB = 1024 * 1024;
/** Kept for the moment at which nothing else makes room. Demo data is not worth 64 MB of anyone's disk. */
const BALLAST = { serve: '64MB', demo: '0MB' } as const;

function readReserve(text: string): { bytes: number } | { share: number } {
  const amount = Number.parseInt(text, 10);
  return text.endsWith('%') ? { share: amount / 100 } : { bytes: amount * MB };
}

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3_000),
  VANGNET_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.undefined('is not supported yet; leave it out to use the embedded database').optional(),
  VANGNET_BUS_URL: z.undefined('is not supported yet; leave it out to run one process').optional(),
  VANGNET_DEMO_ORIGINS: originList.default([]),
  VANGNET_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be like https://chat.example.nl, without a path')
    .optional(),
  VANGNET_DISK_RESERVE: z
    .string()
    .regex(/^(\d+MB|[1-9]\d?%)$/, 'must be like 200MB or 5%')
    .default('200MB')
    .transform(readReserve),
  VANGNET_DISK_BALLAST: z
    .string()
    .regex(/^\d+MB$/, 'must be like 64MB')
    .optional(),
  VANGNET_UPGRADES_PER_SECOND: z.coerce.number('must be a number').int().min(1).default(1_500),
  VANGNET_HANDSHAKES_PER_ADDRESS: z.coerce.number('must be a number').int().min(1).default(600),
  VANGNET_TRUSTED_PROXIES: proxyList.default([]),
  VANGNET_SMTP_URL: smtpServer.optional(),
  VANGNET_MAIL_FROM: z.email('must be one e-mail address, such as chat@example.nl').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  mode: 'demo' | 'serve';
  host: string;
  port: number;
  dataDir: string;
  demoOrigins: readonly string[];
  publicOrigin: string | null;
  logLevel: string;
  /** Absent: what is usual, without ballast. */
  disk?: { reserve: { bytes: number } | { share: number }; ballastBytes: number };
  /** Absent: what is usual. */
  admission?: { upgradesPerSecond: number; handshakesPerAddress: number };
  /** Absent: none. Addresses and networks of proxies that say for whom they come. */
  trustedProxies?: readonly string[];
  /** Absent or null: no copies by e-mail. */
  mail?: { server: SmtpServer; from: string } | null;
}

export class UnsafeConfiguration extends Error {
  override name = 'UnsafeConfiguration';
}

function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n');
}

/** In production a citizen's words go over the network: only https, unless nothing leaves this machine. */
function demandPublicOrigin(host: string, publicOrigin: string | null): void {
  if (publicOrigin === null) {
    if (isLoopback(host)) return;
    throw new UnsafeConfiguration('VANGNET_PUBLIC_URL is needed when HOST is not a loopback address.');
  }
  const url = new URL(publicOrigin);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new UnsafeConfiguration('VANGNET_PUBLIC_URL must start with https://.');
  }
}

function readMail(
  server: SmtpServer | undefined,
  from: string | undefined,
): NonNullable<Config['mail']> | null {
  if (server && from !== undefined) return { server, from };
  if (server) throw new UnsafeConfiguration('VANGNET_MAIL_FROM is needed beside VANGNET_SMTP_URL.');
  if (from !== undefined)
    throw new UnsafeConfiguration('VANGNET_SMTP_URL is needed beside VANGNET_MAIL_FROM.');
  return null;
}

export function readConfig(mode: Config['mode'], env: Record<string, string | undefined>): Config {
  // An empty value in a compose file means the same as no value.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new UnsafeConfiguration(explain(parsed.error));
  const { data } = parsed;
  const publicOrigin = data.VANGNET_PUBLIC_URL ?? null;
  if (mode === 'serve') demandPublicOrigin(data.HOST, publicOrigin);
  return {
    mode,
    host: data.HOST,
    port: data.PORT,
    dataDir: resolve(data.VANGNET_DATA_DIR),
    demoOrigins: data.VANGNET_DEMO_ORIGINS,
    publicOrigin,
    logLevel: data.LOG_LEVEL,
    disk: {
      reserve: data.VANGNET_DISK_RESERVE,
      ballastBytes: Number.parseInt(data.VANGNET_DISK_BALLAST ?? BALLAST[mode], 10) * MB,
    },
    admission: {
      upgradesPerSecond: data.VANGNET_UPGRADES_PER_SECOND,
      handshakesPerAddress: data.VANGNET_HANDSHAKES_PER_ADDRESS,
    },
    trustedProxies: data.VANGNET_TRUSTED_PROXIES,
    mail: readMail(data.VANGNET_SMTP_URL, data.VANGNET_MAIL_FROM),
  };
}
