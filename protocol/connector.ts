// Opens the line of a Link over the transport that gets through (rules F). What is beyond the WebSocket is loaded when it is needed.
import { CLOSE } from './close-codes.ts';
import type { LineRequests } from './fallback-lines.ts';
import type { LinkPlatform, LinkSocket, SocketHandlers } from './link.ts';
import { type Choice, choose, FIRST_CHOICE, type Happening, type Reach } from './transport-choice.ts';

export type Connect = (handlers: SocketHandlers) => LinkSocket;

/** The two ways over HTTP. */
export interface Fallback {
  stream: Connect;
  poll: Connect;
}

export interface ConnectorOptions {
  socket: Connect;
  /** Status of `GET /v1/ping`; rejects when there is no answer. */
  ping(): Promise<number>;
  /** Fetches what a page without trouble never pays for. */
  loadRequests(): Promise<LineRequests>;
  after: LinkPlatform['after'];
}

/** What every attempt of one page shares. */
interface Memory {
  choice: Choice;
  loadFallback(): Promise<Fallback>;
}

/** F1: to the first frame. A slow network needs less; the citizen should not wait for more. */
const FIRST_FRAME_MS = 3_000;
/** F1: on a fallback, between two tries of a WebSocket. */
const SOCKET_RETRY_MS = 5 * 60_000;
/** Exactly this: the sign-in page of a network that is not ours to use answers with something else. */
const REACHED = 204;

const nothing = (): void => undefined;

export function createConnector(options: ConnectorOptions): Connect {
  const memory: Memory = { choice: FIRST_CHOICE, loadFallback: () => loadFallback(options) };
  return (handlers) => new ChosenLine(options, memory, handlers);
}

async function loadFallback({ loadRequests, after }: ConnectorOptions): Promise<Fallback> {
  const [{ createFallback }, requests] = await Promise.all([import('./fallback-lines.ts'), loadRequests()]);
  return createFallback({ ...requests, after });
}

/** Looks like one socket, whatever it travels over. */
class ChosenLine implements LinkSocket {
  readonly #options: ConnectorOptions;
  readonly #memory: Memory;
  readonly #handlers: SocketHandlers;
  #inner: LinkSocket | null = null;
  /** Every inner socket has a number: a late word of an abandoned one is not news. */
  #generation = 0;
  #isOpen = false;
  #hello = '';
  #cancelSilence = nothing;
  #cancelRetry = nothing;
  #side: LinkSocket | null = null;

  constructor(options: ConnectorOptions, memory: Memory, handlers: SocketHandlers) {
    this.#options = options;
    this.#memory = memory;
    this.#handlers = handlers;
    this.#open();
  }

  send(data: string): void {
    if (!this.#isOpen) this.#hello = data;
    this.#inner?.send(data);
  }

  close(code: number): void {
    this.#leave(code);
  }

  #leave(code: number): void {
    this.#generation += 1;
    this.#cancelSilence();
    this.#cancelRetry();
    this.#side?.close(code);
    this.#side = null;
    const old = this.#inner;
    this.#inner = null;
    old?.close(code);
  }

  #open(): void {
    this.#leave(CLOSE.normal);
    const mine = this.#generation;
    const { transport } = this.#memory.choice;
    this.#cancelSilence = this.#options.after(FIRST_FRAME_MS, () => {
      this.#leave(CLOSE.normal);
      this.#happen({ what: 'failed', silent: true });
    });
    if (transport === 'socket') this.#enter(this.#options.socket);
    else {
      this.#memory.loadFallback().then(
        (fallback) => mine === this.#generation && this.#enter(fallback[transport]),
        () => mine === this.#generation && this.#fail(CLOSE.lost),
      );
    }
  }

  #enter(connect: Connect): void {
    try {
      this.#inner = connect(this.#handlersOf(this.#generation));
    } catch {
      // A policy of the host page can forbid sockets altogether; not within the caller, who has no socket of us yet.
      const mine = this.#generation;
      this.#options.after(0, () => mine === this.#generation && this.#fail(CLOSE.lost));
    }
  }

  #handlersOf(mine: number): SocketHandlers {
    return {
      opened: () => mine === this.#generation && this.#handlers.opened(),
      received: (data) => mine === this.#generation && this.#received(data),
      closed: (code) => mine === this.#generation && this.#fail(code),
    };
  }

  #received(data: string): void {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#cancelSilence();
      this.#happen({ what: 'opened' });
      if (this.#memory.choice.transport !== 'socket') this.#planRetry();
    }
    this.#handlers.received(data);
  }

  #fail(code: number): void {
    const wasOpen = this.#isOpen;
    this.#leave(CLOSE.normal);
    // A code of the server is an answer: it was reached, and the link knows what to do.
    if (!wasOpen && code === CLOSE.lost) this.#happen({ what: 'failed', silent: false });
    else this.#happen({ what: 'lost' }, code);
  }

  #happen(happening: Happening, code: number = CLOSE.lost): void {
    const { choice, move } = choose(this.#memory.choice, happening);
    this.#memory.choice = choice;
    if (move === 'open') this.#open();
    else if (move === 'ping') this.#ping();
    else if (move === 'give-up') this.#handlers.closed(code);
  }

  #ping(): void {
    const mine = this.#generation;
    const tell = (reach: Reach) => (): void => {
      if (mine !== this.#generation) return;
      this.#leave(CLOSE.normal);
      this.#happen({ what: 'pinged', reach });
    };
    this.#cancelSilence = this.#options.after(FIRST_FRAME_MS, tell('offline'));
    this.#options.ping().then((status) => tell(status === REACHED ? 'reachable' : 'down')(), tell('offline'));
  }

  #planRetry(): void {
    this.#cancelRetry = this.#options.after(SOCKET_RETRY_MS, () => this.#retrySocket());
  }

  /** Beside the line in use, which is left only when a frame came over the WebSocket. */
  #retrySocket(): void {
    const giveUp = (): void => {
      this.#cancelRetry();
      this.#side?.close(CLOSE.normal);
      this.#side = null;
      this.#planRetry();
    };
    const mine = this.#generation;
    let isIn = false;
    const isSide = (): boolean => !isIn && mine === this.#generation;
    this.#cancelRetry = this.#options.after(FIRST_FRAME_MS, giveUp);
    try {
      const side = this.#options.socket({
        opened: () => isSide() && side.send(this.#hello),
        received: (data) => {
          if (isSide()) {
            isIn = true;
            this.#change(side);
          }
          if (this.#inner === side) this.#handlers.received(data);
        },
        closed: (code) => {
          if (isSide()) giveUp();
          else if (this.#inner === side) this.#fail(code);
        },
      });
      this.#side = side;
    } catch {
      giveUp();
    }
  }

  #change(side: LinkSocket): void {
    this.#side = null;
    this.#leave(CLOSE.normal);
    this.#inner = side;
    this.#happen({ what: 'socket-back' });
  }
}
