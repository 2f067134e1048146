// Our own upgrade handler: cheap synchronous refusals first, and no frame is read before Origin and address are accepted.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { findSession } from '../application/operator-entry.ts';
import type { RateLimit, Site } from '../application/ports.ts';
import { hashSecret, type Relay } from '../application/relay.ts';
import type { Admission } from './admission.ts';
import type { Gate } from './gate.ts';
import { Line } from './line.ts';
import { OperatorLine } from './operator-line.ts';
import { VisitorLine } from './visitor-line.ts';

const REFUSALS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;
type Refusal = keyof typeof REFUSALS;

export interface UpgradeOptions {
  relay: Relay;
  gate: Gate;
  isReady(): boolean;
  ownOrigins: ReadonlySet<string>;
  readSession(cookieHeader: string | undefined): string | null;
  /** Whose limit it is. */
  addressOf(request: IncomingMessage): string;
  handshakes: RateLimit;
  admission: Admission;
}

type Target = { to: 'visitor'; site: string } | { to: 'console' };

/** Compared as text, never as a URL: `//host/path` must not become another host. */
export function readTarget(url: string): Target | null {
  const [path = ''] = url.split('?', 1);
  if (path === '/console/socket') return { to: 'console' };
  const site = /^\/v1\/sites\/([A-Za-z0-9_-]{1,64})\/socket$/.exec(path)?.[1];
  return site === undefined ? null : { to: 'visitor', site };
}

function refuse(socket: Duplex, status: Refusal): void {
  const headers = ['Connection: close', 'Content-Length: 0', 'X-Content-Type-Options: nosniff'];
  if (status === 503 || status === 429) headers.push('Retry-After: 1');
  // A client that keeps its half open would keep the socket, and with it the stop of the server.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${REFUSALS[status]}\r\n${headers.join('\r\n')}\r\n\r\n`);
}

/** One for all: a function for each of 10,000 sockets is a megabyte. */
function destroyOnError(this: Duplex): void {
  this.destroy();
}

function createSocketServer(): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // S1. The defaults of ws (100 MiB, 16,384 fragments) let one client fill the memory.
    maxPayload: 16 * 1024,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
    perMessageDeflate: false,
  });
}

export class Upgrades {
  readonly #options: UpgradeOptions;
  readonly #sockets = createSocketServer();

  constructor(options: UpgradeOptions) {
    this.#options = options;
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // First of all: a reset during the handshake must not end the process.
      socket.on('error', destroyOnError);
      this.#judge(request, socket, head).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : 'unknown';
        this.#options.relay.log.error({ code: 'bug', name }, 'upgrade failed');
        socket.destroy();
      });
    });
  }

  async #judge(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { isReady, relay, addressOf, handshakes, admission } = this.#options;
    const target = readTarget(request.url ?? '');
    if (!isReady()) return this.#refuse(socket, 503, 'not-ready');
    if (!target) return this.#refuse(socket, 404, 'unknown-path');
    const site = target.to === 'visitor' ? relay.sites.find(target.site) : null;
    if (target.to === 'visitor' && !site) return this.#refuse(socket, 404, 'unknown-site');
    if (!this.#isOriginAllowed(request, site)) return this.#refuse(socket, 403, 'origin-refused');
    const wait = await handshakes.consume(addressOf(request));
    if (wait !== null) return this.#refuse(socket, 429, 'too-many-handshakes');
    if (!(await admission.enter())) return this.#refuse(socket, 503, 'too-many-newcomers');
    // Both may have changed while it waited for its turn.
    if (socket.destroyed) return;
    if (!isReady()) return this.#refuse(socket, 503, 'not-ready');
    if (site) this.#openVisitor(site, request, socket, head);
    else await this.#openOperator(request, socket, head);
  }

  #isOriginAllowed(request: IncomingMessage, site: Site | null): boolean {
    const { origin } = request.headers;
    const allowed = site ? site.origins : this.#options.ownOrigins;
    return origin !== undefined && allowed.has(origin);
  }

  #refuse(socket: Duplex, status: Refusal, code: string): void {
    this.#options.relay.log.warn({ code, status }, 'upgrade refused');
    refuse(socket, status);
  }

  #openVisitor(site: Site, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { relay, gate } = this.#options;
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      new VisitorLine(relay, gate, site, this.#openLine(webSocket, socket));
    });
  }

  async #openOperator(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { relay, gate, readSession } = this.#options;
    const session = readSession(request.headers.cookie);
    const account = session === null ? null : await findSession(relay, session);
    if (session === null || !account) return this.#refuse(socket, 401, 'not-signed-in');
    if (socket.destroyed) return;
    const who = { account, sessionHash: hashSecret(session) };
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      new OperatorLine(relay, gate, who, this.#openLine(webSocket, socket));
    });
  }

  #openLine(webSocket: WebSocket, socket: Duplex): Line {
    const { relay, gate } = this.#options;
    // What is agreed on with the client (compression) only ws itself can write.
    const wire = webSocket.extensions === '' ? socket : null;
    const line = new Line(webSocket, relay.clock, relay.random, wire);
    // A socket closes once: `once` would only keep two more objects for it.
    webSocket.on('close', gate.knock(line));
    return line;
  }
}
