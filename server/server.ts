// Puts one server together from its adapters, opens it, and takes it down in order. main.ts gives it the machine.

import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { type OpenAfter, openAfter } from './after.ts';
import { beginContactLeases } from './application/contact-leases.ts';
import { LeaseKeeper } from './application/lease-keeper.ts';
import type { Clock, Log, Random } from './application/ports.ts';
import { PresenceBook } from './application/presence-book.ts';
import { beginPurging } from './application/purge.ts';
import type { Relay } from './application/relay.ts';
import { SilenceKeeper } from './application/silence-keeper.ts';
import { SiteDirectory } from './application/site-directory.ts';
import { StorageHealth } from './application/storage-health.ts';
import { WaitingRoom } from './application/waiting-room.ts';
import { createInProcessBus } from './bus/in-process-bus.ts';
import { createAddressReader } from './client-address.ts';
import { type Config, isLoopback } from './config.ts';
import { type Demo, type SignInLink, seedDemo } from './demo-organisation.ts';
import { createApp } from './http/app.ts';
import { createSessionCookie } from './http/session-cookie.ts';
import { MessageLimit } from './message-limit.ts';
import { findOrigin, listOwnOrigins } from './own-origins.ts';
import { type Allowance, createRateLimit, MESSAGE_ALLOWANCES } from './rate-limits.ts';
import { Admission, UPGRADES_PER_SECOND } from './realtime/admission.ts';
import { Gate } from './realtime/gate.ts';
import { Hub } from './realtime/hub.ts';
import { LineGateway } from './realtime/line-gateway.ts';
import { Upgrades } from './realtime/upgrade.ts';
import { readWordBook } from './site-words.ts';
import { stopServer } from './stop-server.ts';
import { DiskGuard, USUAL_ROOM } from './storage/disk-guard.ts';
import { openSqliteStore, type Store } from './storage/sqlite-store.ts';

/** A thundering herd of 10,000 fits; the default of 511 resets a fifth of it (measured with 256). */
const BACKLOG = 4_096;
/** Looks after heartbeats, deadlines and lagging readers. */
const TICK_MS = 1_000;
/** Often enough that a burst between two looks stays small; adding up 10,000 lines takes about 1 ms. */
const RELIEF_MS = 100;
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 15_000, maxHeaderSize: 8 * 1024 };
/** Per address. Generous: a whole office, or everyone behind a proxy, may come from one. */
const HANDSHAKES = { points: 600, seconds: 10 };
/** Lines over HTTP (rules F): a poll or a post for each frame, and everyone behind one proxy may need them. */
const LINE_POSTS: readonly Allowance[] = [{ points: 12_000, seconds: 60 }];
const REQUESTS: readonly Allowance[] = [{ points: 3_000, seconds: 60 }];
/** A page tells its sums once, when it goes; what is refused is only lost. */
const FORM_SUMS: readonly Allowance[] = [{ points: 300, seconds: 60 }];
/** Each rings somebody's phone: nobody asks often, and one that floods an address or a site is refused. */
const CONTACTS = { perAddress: [{ points: 20, seconds: 60 }], perSite: [{ points: 300, seconds: 60 }] };
const SIGN_INS: readonly Allowance[] = [{ points: 20, seconds: 60 }];

type DemoHandler = (request: Request) => Promise<Response>;

export type DemoSite = (options: {
  tag: string;
  consoleUrl: string;
  signInLinks: () => readonly SignInLink[];
}) => DemoHandler;

export interface ServerOptions {
  config: Config;
  clock: Clock;
  random: Random;
  log: Log;
  /** Folder with `widget`, `console` and `words.json`, as the build makes it. */
  dist: string;
  demoSite: DemoSite | null;
  messageAllowances?: readonly Allowance[];
}

export interface RunningServer {
  /** Address that works in a browser on this machine. */
  url: string;
  tag: string;
  /** Fresh one-time links; none outside demo mode or off the loopback address. */
  makeSignInLinks(): Promise<readonly SignInLink[]>;
  stop(): Promise<void>;
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: BACKLOG }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function createRelay(store: Store, disk: DiskGuard, { clock, random, log }: ServerOptions): Relay {
  const { conversations, offers, crowds, contacts, accounts } = store;
  const bus = createInProcessBus();
  const presence = new PresenceBook(clock, bus);
  const leases = new LeaseKeeper({ conversations, presence, bus, clock, log });
  const sites = new SiteDirectory(store.sites);
  const queue = new WaitingRoom({ conversations, offers, presence, sites, bus, clock, log });
  const storage = new StorageHealth({ clock, log, disk, probe: () => store.probe(random.id()) });
  return {
    conversations,
    offers,
    crowds,
    contacts,
    accounts,
    sites,
    presence,
    leases,
    queue,
    storage,
    bus,
    clock,
    random,
    log,
  };
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, clock, random, log } = options;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const disk = new DiskGuard(config.dataDir, config.disk ?? USUAL_ROOM, log);
  const store = openSqliteStore(config.dataDir, { epoch: random.id(), mode: config.mode });
  const relay = createRelay(store, disk, options);
  const hub = new Hub();
  const after = openAfter(relay, store.ratings, config.mail);
  const running: Running = { options, store, relay, after, hub, gate: openGate(options, hub), ready: false };
  // The port is known only after listening, and the port is part of the origins: until then nothing is answered.
  let fetch: FetchHandler = () => new Response(null, { status: 503, headers: { 'Retry-After': '1' } });
  const server = createServer(
    TIMEOUTS,
    getRequestListener((request, env) => fetch(request, env)),
  );
  const port = await listen(server, config);
  const origins = listOwnOrigins(config, port);
  const origin = findOrigin(config, port);
  const tag = `<script src="${origin}/vangnet.js" data-site="voorbeeldstad" async></script>`;
  const demo = await openDemo(running, origin, origins);
  await relay.sites.load();
  fetch = openRoutes(running, {
    origins,
    server,
    demoSite: demo && mountDemo(options, demo, { origin, tag }),
  });
  const endings = [
    await relay.leases.begin(),
    await new SilenceKeeper(relay).begin(),
    relay.queue.begin((ref) => running.hub.dispatch({ kind: 'queue', ...ref })),
    relay.bus.subscribe((poke) => running.hub.dispatch(poke)),
    relay.sites.keepFresh(clock, log),
    await beginContactLeases(relay),
    beginPurging({ ...relay, retention: store.retention }),
    relay.storage.begin((storing) => running.gate.tellStoring(storing)),
    clock.every(TICK_MS, () => tick(running)),
    clock.every(RELIEF_MS, () => running.gate.relieve()),
  ];
  running.ready = true;
  log.info({ port, mode: config.mode }, 'ready');
  return {
    url: origin,
    tag,
    async makeSignInLinks() {
      if (!demo || !isLoopback(config.host)) return [];
      const { links, stored } = demo.makeSignInLinks();
      await stored;
      return links;
    },
    async stop() {
      if (!running.ready) return;
      running.ready = false;
      await stopServer({ server, hub: running.hub, store, stopMail: after.stop, endings, log });
    },
  };
}

function openGate({ messageAllowances = MESSAGE_ALLOWANCES, clock, log }: ServerOptions, hub: Hub): Gate {
  return new Gate(hub, new MessageLimit(messageAllowances, clock), log);
}

/** Lines that live for one post must not push out the lines of open tabs; but what is said on them counts as the same citizen's (S4). */
function openPassingGate({ gate, hub, options }: Running): Gate {
  return new Gate(hub, gate.messages, options.log);
}

function tick({ hub, gate, options }: Running): void {
  hub.tick(options.clock.now());
  gate.tellStoring();
}

type FetchHandler = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

interface Running {
  options: ServerOptions;
  store: Store;
  relay: Relay;
  after: OpenAfter;
  hub: Hub;
  gate: Gate;
  ready: boolean;
}

async function openDemo(
  { options, store }: Running,
  origin: string,
  own: readonly string[],
): Promise<Demo | null> {
  const { config, clock, random } = options;
  if (config.mode !== 'demo') return null;
  return seedDemo(store.seeder, { clock, random, origin, origins: [...own, ...config.demoOrigins] });
}

function mountDemo(
  { demoSite, config, log }: ServerOptions,
  demo: Demo,
  { origin, tag }: { origin: string; tag: string },
): DemoHandler | null {
  if (!demoSite) return null;
  function signInLinks(): readonly SignInLink[] {
    if (!isLoopback(config.host)) return [];
    const { links, stored } = demo.makeSignInLinks();
    stored.catch(() => log.error({ code: 'link-not-stored' }, 'demo'));
    return links;
  }
  return demoSite({ tag, consoleUrl: `${origin}/console/`, signInLinks });
}

function openRoutes(
  running: Running,
  { origins, server, demoSite }: { origins: string[]; server: Server; demoSite: DemoHandler | null },
): FetchHandler {
  const { options, store, relay, after, gate } = running;
  const { config, dist, clock, log } = options;
  const { upgradesPerSecond = UPGRADES_PER_SECOND, handshakesPerAddress = HANDSHAKES.points } =
    config.admission ?? {};
  const secure = config.publicOrigin?.startsWith('https:') ?? false;
  const cookie = createSessionCookie(secure);
  const ownOrigins = new Set(origins);
  const isReady = () => running.ready;
  const addressOf = createAddressReader(config.trustedProxies ?? []);
  if (secure && !config.trustedProxies?.length) log.warn({ code: 'no-trusted-proxies' }, 'config');
  const handshakes = createRateLimit([{ ...HANDSHAKES, points: handshakesPerAddress }]);
  const admission = new Admission(clock, upgradesPerSecond);
  const entrance = { isReady, ownOrigins, readSession: cookie.read, handshakes, admission };
  new Upgrades({ relay, gate, addressOf, ...entrance }).attach(server);
  const app = createApp(relay, {
    secure,
    addressOf,
    health: { isReady: () => running.ready && relay.storage.isStoring, check: store.check },
    console: {
      cookie,
      ownOrigins,
      files: join(dist, 'console'),
      signInLimit: createRateLimit(SIGN_INS),
    },
    lines: {
      ...entrance,
      lines: new LineGateway(relay, gate, openPassingGate(running)),
      posts: createRateLimit(LINE_POSTS),
    },
    widgetFiles: join(dist, 'widget'),
    words: readWordBook(dist),
    after: after.after,
    requestLimit: createRateLimit(REQUESTS),
    sumsLimit: createRateLimit(FORM_SUMS),
    contactLimits: {
      perAddress: createRateLimit(CONTACTS.perAddress),
      perSite: createRateLimit(CONTACTS.perSite),
    },
    demo: demoSite && { handle: demoSite, hosts: new Set(origins.map((origin) => new URL(origin).host)) },
  });
  return (request, env) => app.fetch(request, env);
}
