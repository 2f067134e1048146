// The network between clients and server: passes bytes on, until it is told to cut, to lose, to slow down or to tear a frame.
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A lost line is found out by its ends; the far end of a one-way hole keeps its socket this long. */
const HOLE_LASTS_MS = 15_000;
const SLOW_STEP_MS = 30;
/** Every connection comes from another loopback address, as citizens do: the limits per address stay what they are. */
const ADDRESSES = 250;

type Direction = 'up' | 'down';

class Passage {
  readonly #client: Socket;
  readonly #server: Socket;
  /** Never filled in again: bytes that are lost in the middle of a line that goes on are no fault that TCP knows. */
  readonly #holes = new Set<Direction>();
  #tear = false;
  #slow = false;

  constructor(client: Socket, server: Socket) {
    this.#client = client;
    this.#server = server;
    this.#pass(client, server, 'up');
    this.#pass(server, client, 'down');
  }

  cut(): void {
    this.#client.destroy();
    this.#server.destroy();
  }

  /** From now on nothing gets through in that direction, not even a goodbye; the other one works. */
  digHole(direction: Direction): void {
    this.#holes.add(direction);
    setTimeout(() => this.cut(), HOLE_LASTS_MS).unref();
  }

  /** Half of the next piece gets through, then the line is cut. */
  tear(): void {
    this.#tear = true;
  }

  slowDown(ms: number): void {
    this.#slow = true;
    setTimeout(() => {
      this.#slow = false;
    }, ms).unref();
  }

  #pass(from: Socket, to: Socket, direction: Direction): void {
    from.on('data', (data: Buffer) => {
      if (this.#holes.has(direction) || to.destroyed) return;
      if (this.#tear) {
        to.write(data.subarray(0, Math.ceil(data.length / 2)), () => this.cut());
        this.#tear = false;
        return;
      }
      if (!to.write(data)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
      if (this.#slow) {
        from.pause();
        setTimeout(() => from.resume(), SLOW_STEP_MS).unref();
      }
    });
    from.on('error', () => {});
    from.on('close', () => {
      if (this.#holes.size === 0) to.destroy();
    });
  }
}

export class FaultProxy {
  readonly #target: number;
  readonly #passages = new Set<Passage>();
  readonly #server: Server;
  #opened = 0;

  constructor(target: number) {
    this.#target = target;
    this.#server = createServer((client) => this.#open(client));
  }

  get passages(): readonly Passage[] {
    return [...this.#passages];
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) =>
      this.#server.listen({ port, host: '127.0.0.1', backlog: 4_096 }, resolve),
    );
  }

  close(): void {
    for (const passage of this.#passages) passage.cut();
    this.#server.close();
  }

  #open(client: Socket): void {
    this.#opened += 1;
    const localAddress = `127.0.0.${1 + (this.#opened % ADDRESSES)}`;
    const server = connect({ port: this.#target, host: '127.0.0.1', localAddress, noDelay: true });
    client.setNoDelay(true);
    const passage = new Passage(client, server);
    this.#passages.add(passage);
    client.on('close', () => this.#passages.delete(passage));
  }
}
