// Opens lines where WebSockets were kept away: over the transport of choice, with a WebSocket tried beside it now and then (rule F1).
import { CLOSE } from './close-codes.ts';
import { createFallback, type Fallback, type LineRequests } from './fallback-lines.ts';
import { askReach, type Connect, watchFirstFrame } from './first-frame.ts';
import type { LinkPlatform, LinkSocket, SocketHandlers } from './link.ts';
import { type Choice, choose, type Happening, keptAway } from './transport-choice.ts';

export interface ChooserOptions {
  socket: Connect;
  ping(): Promise<number>;
  after: LinkPlatform['after'];
  requests: LineRequests;
  socketWorked: boolean;
}

/** What every attempt of one page shares. */
interface Shared extends ChooserOptions {
  transports: Fallback & { socket: Connect };
  choice: Choice;
}

/** On a fallback, between two tries of a WebSocket. */
const SOCKET_RETRY_MS = 5 * 60_000;

const nothing = (): void => undefined;

export function createChooser(options: ChooserOptions): Connect {
  const { socket, requests, after, socketWorked } = options;
  const transports = { socket, ...createFallback({ ...requests, after }) };
  const shared: Shared = { ...options, transports, choice: keptAway(socketWorked) };
  return (handlers) => new ChosenLine(shared, handlers);
}

/** Looks like one socket, whatever it travels over. */
class ChosenLine implements LinkSocket {
  readonly #shared: Shared;
  readonly #handlers: SocketHandlers;
  #inner: LinkSocket | null = null;
  #isOver = false;
  #hello = '';
  #cancelRetry = nothing;
  #side: LinkSocket | null = null;

  constructor(shared: Shared, handlers: SocketHandlers) {
    this.#shared = shared;
    this.#handlers = handlers;
    this.#open();
  }

  send(data: string): void {
    this.#hello ||= data;
    this.#inner?.send(data);
  }

  close(code: number): void {
    this.#isOver = true;
    this.#cancelRetry();
    this.#side?.close(code);
    this.#inner?.close(code);
  }

  #open(): void {
    const { transports, choice, after } = this.#shared;
    const { opened, received } = this.#handlers;
    this.#inner = watchFirstFrame(transports[choice.transport], after, {
      opened,
      received,
      came: () => {
        this.#happen({ what: 'opened' });
        if (choice.transport !== 'socket') this.#planRetry();
      },
      failed: (silent) => this.#happen({ what: 'failed', silent }),
      closed: (code) => this.#lose(code),
    });
  }

  #lose(code: number): void {
    this.#side?.close(CLOSE.normal);
    this.#happen({ what: 'lost' }, code);
  }

  #happen(happening: Happening, code: number = CLOSE.lost): void {
    const { choice, move } = choose(this.#shared.choice, happening);
    this.#shared.choice = choice;
    if (move === 'open') this.#open();
    else if (move === 'ping') void this.#ping();
    else if (move === 'give-up') {
      this.#cancelRetry();
      this.#handlers.closed(code);
    }
  }

  async #ping(): Promise<void> {
    const reach = await askReach(this.#shared);
    if (!this.#isOver) this.#happen({ what: 'pinged', reach });
  }

  #planRetry(): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#shared.after(SOCKET_RETRY_MS, () => this.#trySocket());
  }

  /** Beside the line in use, which is left only when a frame came over the WebSocket. */
  #trySocket(): void {
    const side = watchFirstFrame(this.#shared.socket, this.#shared.after, {
      opened: () => side.send(this.#hello),
      received: this.#handlers.received,
      came: () => {
        this.#side = null;
        this.#inner?.close(CLOSE.normal);
        this.#inner = side;
        this.#happen({ what: 'socket-back' });
      },
      failed: () => this.#planRetry(),
      closed: (code) => (this.#inner === side ? this.#lose(code) : this.#planRetry()),
    });
    this.#side = side;
  }
}
