// One connection between a client and the server on the virtual network: in order, late, and breakable in every way.
import { EventEmitter } from 'node:events';
import type { RawData } from 'ws';
import type { LinkSocket, SocketHandlers } from '#protocol/link';
import type { LineSocket } from '../../server/realtime/line.ts';
import type { Who } from './places.ts';
import type { Host } from './virtual-time.ts';

const LOST = 1006;
/** What ws waits for an answer to its close frame before it cuts the socket. */
const WS_CLOSE_TIMEOUT_MS = 30_000;
/** A frame that was overtaken arrives after the next one, or after this. */
const OVERTAKEN_MS = 250;
const CONGESTED_BYTES = 300 * 1024;

export type Direction = 'up' | 'down';

export interface WireEvents {
  /** ms for one way. */
  delay(): number;
  /** A frame leaves; for whoever keeps the books. */
  sent(wire: Wire, direction: Direction, data: string): void;
}

interface SocketEvents {
  message: [data: RawData, isBinary: boolean];
  pong: [];
  close: [];
  error: [];
}

const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** The server's end, with the manners of a socket of `ws`. */
class ServerSocket extends EventEmitter<SocketEvents> implements LineSocket {
  readonly OPEN = OPEN;
  readyState = OPEN;
  readonly #wire: Wire;

  constructor(wire: Wire) {
    super();
    this.#wire = wire;
  }

  get bufferedAmount(): number {
    return this.#wire.isCongested ? CONGESTED_BYTES : 0;
  }

  send(text: string): void {
    if (this.readyState === OPEN) this.#wire.sendDown(text);
  }

  ping(): void {
    if (this.readyState === OPEN) this.#wire.ping();
  }

  close(code: number): void {
    if (this.readyState !== OPEN) return;
    this.readyState = CLOSING;
    this.#wire.closeFromServer(code);
  }

  terminate(): void {
    this.#wire.cut('down');
    this.ended();
  }

  ended(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit('close');
  }

  arrived(data: string): void {
    if (this.readyState !== CLOSED) this.emit('message', Buffer.from(data), false);
  }
}

/** One way: nothing overtakes anything, except where a fault says so. */
class Lane {
  isBroken = false;
  #lastAt = 0;

  /** ms until something that leaves now arrives. */
  take(now: number, delay: number): number {
    this.#lastAt = Math.max(this.#lastAt, now + delay);
    return this.#lastAt - now;
  }
}

export interface WireEnds {
  who: Who;
  /** Of the client, for people. */
  label: string;
  client: Host;
  server: Host;
  now(): number;
}

export class Wire implements LinkSocket {
  readonly who: Who;
  readonly label: string;
  readonly socket: ServerSocket;
  readonly up = new Lane();
  readonly down = new Lane();
  /** The client does not read. */
  isCongested = false;
  /** It did not read, and what waited for that is pushed at the next tick of the server. */
  isBehind = false;
  /** Faults for the next frame of events (down) or of a message (up), as transports with retries can make. */
  trick: { direction: Direction; kind: 'double' | 'overtaken' } | null = null;
  readonly #client: Host;
  readonly #server: Host;
  readonly #handlers: SocketHandlers;
  readonly #events: WireEvents;
  readonly #now: () => number;
  #clientKnows = true;
  #held: (() => void) | null = null;

  constructor(ends: WireEnds, handlers: SocketHandlers, events: WireEvents) {
    this.who = ends.who;
    this.label = ends.label;
    this.#client = ends.client;
    this.#server = ends.server;
    this.#now = ends.now;
    this.#handlers = handlers;
    this.#events = events;
    this.socket = new ServerSocket(this);
    this.#travel('down', () => handlers.opened());
  }

  congest(isCongested: boolean): void {
    this.isCongested = isCongested;
    this.isBehind = true;
  }

  get isOver(): boolean {
    return this.socket.readyState === CLOSED || this.#server.isDead;
  }

  send(data: string): void {
    if (!this.#clientKnows) return;
    this.#events.sent(this, 'up', data);
    this.#carry('up', data, 'send', () => this.socket.arrived(data));
  }

  sendDown(data: string): void {
    if (this.#server.isDead) return;
    this.#events.sent(this, 'down', data);
    this.#carry('down', data, 'events', () => this.#clientKnows && this.#handlers.received(data));
  }

  /** The client closes: its page goes, or its link gave up on this line. */
  close(): void {
    this.#clientKnows = false;
    this.#travel('up', () => this.socket.ended());
  }

  closeFromServer(code: number): void {
    this.#travel('down', () => {
      this.#tellClient(code);
      this.#travel('up', () => this.socket.ended());
    });
    this.#server.after(WS_CLOSE_TIMEOUT_MS, () => this.socket.ended());
  }

  /** Browsers answer by themselves, unless the machine sleeps. */
  ping(): void {
    this.#travel('down', () => this.#travel('up', () => this.socket.emit('pong')));
  }

  /** The connection is gone and `first` hears of it first; what was on its way is lost. */
  cut(first: Direction): void {
    this.up.isBroken = true;
    this.down.isBroken = true;
    const [soon, later] = [this.#events.delay(), this.#events.delay() * 4];
    this.#client.after(first === 'down' ? soon : later, () => this.#tellClient(LOST));
    this.#server.after(first === 'down' ? later : soon, () => this.socket.ended());
  }

  /** The server's process is gone: its machine says so, or nobody does. */
  serverDied(isTold: boolean): void {
    this.up.isBroken = true;
    this.down.isBroken = true;
    if (isTold) this.#client.after(this.#events.delay(), () => this.#tellClient(LOST));
  }

  #tellClient(code: number): void {
    if (!this.#clientKnows) return;
    this.#clientKnows = false;
    this.#handlers.closed(code);
  }

  #carry(direction: Direction, data: string, type: string, arrive: () => void): void {
    const isMeant = this.trick?.direction === direction && data.startsWith(`{"type":"${type}"`);
    const held = this.#held;
    if (isMeant && this.trick?.kind === 'overtaken' && held === null) {
      this.trick = null;
      this.#hold(direction, arrive);
      return;
    }
    this.#travel(direction, arrive);
    if (isMeant && this.trick?.kind === 'double') {
      this.trick = null;
      this.#travel(direction, arrive);
    }
    if (held !== null) held();
  }

  #hold(direction: Direction, arrive: () => void): void {
    const release = (): void => {
      if (this.#held !== release) return;
      this.#held = null;
      this.#travel(direction, arrive);
    };
    this.#held = release;
    (direction === 'up' ? this.#client : this.#server).after(OVERTAKEN_MS, release);
  }

  #travel(direction: Direction, arrive: () => void): void {
    const lane = this[direction];
    if (lane.isBroken) return;
    const to = direction === 'up' ? this.#server : this.#client;
    to.after(lane.take(this.#now(), this.#events.delay()), () => {
      if (!lane.isBroken) arrive();
    });
  }
}
