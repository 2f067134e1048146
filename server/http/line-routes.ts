// The routes of lines without a WebSocket: what HTTP asks of them (origin, size, limits, headers); what is said on them is not read here.
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LIMITS } from '#protocol';
import type { Asked, Caller, Lines } from '../application/line-port.ts';
import { findSession } from '../application/operator-entry.ts';
import type { Answer, RateLimit } from '../application/ports.ts';
import { hashSecret, type Relay } from '../application/relay.ts';
import { readAddress } from './address.ts';
import { problem } from './problems.ts';

export interface LineOptions {
  lines: Lines;
  isReady(): boolean;
  ownOrigins: ReadonlySet<string>;
  readSession(cookieHeader: string | undefined): string | null;
  /** New lines per address; the same count as for WebSockets. */
  handshakes: RateLimit;
  /** The turns of everyone who comes, over whatever transport. */
  admission: { enter(): Answer<boolean> };
  /** Requests of lines that are open, per address. */
  posts: RateLimit;
}

/** F6: a client has 16 unanswered messages at most, and little beside them. */
const MOST_FRAMES = 64;

/** No store, no change and no buffer on the way: each of them would hold the frames back. */
const UNTOUCHED = {
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'Content-Type': 'text/plain; charset=utf-8',
};

type Env = { Bindings: HttpBindings };
type Headers = Record<string, string>;

/** Not now, come back after so long. */
interface Stopped {
  name: 'rate-limited' | 'unavailable';
  seconds: number;
}

interface Request {
  caller: Caller;
  asked: Asked;
}

/** Three parts with a line break between them, none of which is inside JSON: the line, the hello, and any frames. */
async function readAsked(c: Context): Promise<Asked | null> {
  const [line = '', hello = '', ...frames] = (await c.req.text()).split('\n');
  const isWell = /^[\w-]{22}$/.test(line) && hello !== '' && frames.length <= MOST_FRAMES;
  return isWell ? { line, hello, frames } : null;
}

const toBody = (frames: readonly string[]): string => frames.join('\n');

/** Twice a frame: the hello goes along with it. The size of each frame is judged on its line (S1). */
const limitBody = (headers: Headers) =>
  bodyLimit({ maxSize: 2 * LIMITS.frameBytes, onError: (c) => problem(c, 'too-large', headers) });

function shareWith(origin: string): Headers {
  return {
    Vary: 'Origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': origin,
  };
}

export class LineRoutes {
  readonly #relay: Relay;
  readonly #options: LineOptions;

  constructor(relay: Relay, options: LineOptions) {
    this.#relay = relay;
    this.#options = options;
  }

  /** Below /v1. */
  forVisitors(): Hono<Env> {
    const app = new Hono<Env>();
    app.post('/sites/:site/:verb{stream|poll|send|close}', async (c) => {
      const site = this.#relay.sites.find(c.req.param('site'));
      if (!site) return problem(c, 'not-found');
      const origin = c.req.header('origin');
      if (origin === undefined || !site.origins.has(origin)) return this.#refuse(c, 'origin-refused');
      return this.#admit(c, { kind: 'visitor', site }, shareWith(origin));
    });
    return app;
  }

  /** Below /console. */
  forOperators(): Hono<Env> {
    const { ownOrigins, readSession } = this.#options;
    const app = new Hono<Env>();
    app.post('/:verb{stream|poll|send|close}', async (c) => {
      const origin = c.req.header('origin');
      if (origin === undefined || !ownOrigins.has(origin)) return this.#refuse(c, 'origin-refused');
      const session = readSession(c.req.header('cookie'));
      const account = session === null ? null : await findSession(this.#relay, session);
      if (session === null || !account) return this.#refuse(c, 'not-signed-in');
      return this.#admit(c, { kind: 'operator', account, sessionHash: hashSecret(session) }, {});
    });
    return app;
  }

  #refuse(c: Context<Env>, name: 'origin-refused' | 'not-signed-in'): Response {
    this.#relay.log.warn({ code: name }, 'line refused');
    return problem(c, name);
  }

  async #admit(c: Context<Env>, caller: Caller, headers: Headers): Promise<Response> {
    const { lines } = this.#options;
    const refused = await limitBody(headers)(c, async () => undefined);
    if (refused) return refused;
    const asked = await readAsked(c);
    if (!asked) return problem(c, 'bad-request', headers);
    const isHeld = lines.isHeld(caller, asked);
    const stopped = isHeld ? await this.#count(c, this.#options.posts) : await this.#letIn(c);
    if (!stopped) return this.#answer(c, { caller, asked }, { ...headers, ...UNTOUCHED });
    return problem(c, stopped.name, { ...headers, 'Retry-After': String(stopped.seconds) });
  }

  async #count(c: Context<Env>, limit: RateLimit): Promise<Stopped | null> {
    const wait = await limit.consume(readAddress(c));
    return wait === null ? null : { name: 'rate-limited', seconds: Math.ceil(wait / 1_000) };
  }

  /** A newcomer like any other (L9). A server that stops still has last words for who is here, and none for who is new. */
  async #letIn(c: Context<Env>): Promise<Stopped | null> {
    const { isReady, handshakes, admission } = this.#options;
    const later: Stopped = { name: 'unavailable', seconds: 1 };
    if (!isReady()) return later;
    const stopped = await this.#count(c, handshakes);
    if (stopped) return stopped;
    const isIn = await admission.enter();
    // Both may have changed while it waited for its turn.
    return isIn && isReady() && !c.env.outgoing.destroyed ? null : later;
  }

  async #answer(c: Context<Env>, { caller, asked }: Request, headers: Headers): Promise<Response> {
    const { lines } = this.#options;
    switch (c.req.param('verb')) {
      case 'stream': {
        const { outgoing } = c.env;
        const cut = (): void => void (outgoing.writableFinished || outgoing.destroy());
        const type = { 'Content-Type': 'text/event-stream' };
        return c.body(lines.stream(caller, asked, cut), 200, { ...headers, ...type });
      }
      case 'poll':
        return c.body(toBody(await lines.poll(caller, asked, c.req.raw.signal)), 200, headers);
      case 'send': {
        const frames = await lines.send(caller, asked);
        return frames ? c.body(toBody(frames), 200, headers) : problem(c, 'not-found', headers);
      }
      default:
        lines.end(caller, asked);
        return c.body(null, 204, headers);
    }
  }
}
