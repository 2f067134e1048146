// What the product's own link needs from a machine: sockets through the proxy, and a clock that runs at the pace of the run.
import { WebSocket } from 'ws';
import type { LinkPlatform, LinkSocket, SocketHandlers } from '#protocol/link';
import type { Dice } from '../model/dice.ts';

export class Sockets {
  readonly #open = new Set<WebSocket>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #over = false;
  readonly #pace: number;
  readonly #dice: Dice;

  constructor(pace: number, dice: Dice) {
    this.#pace = pace;
    this.#dice = dice;
  }

  platformFor(url: string, headers: Record<string, string>): LinkPlatform {
    return {
      now: () => performance.now() * this.#pace,
      random: () => this.#dice.roll(),
      after: (ms, run) => this.after(ms, run),
      connect: (handlers) => this.#connect(url, headers, handlers),
    };
  }

  after(ms: number, run: () => void): () => void {
    if (this.#over) return () => {};
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, ms / this.#pace);
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
      clearTimeout(timer);
    };
  }

  /** The run is over: nobody waits for anything any more. */
  endAll(): void {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const socket of this.#open) socket.terminate();
  }

  #connect(url: string, headers: Record<string, string>, handlers: SocketHandlers): LinkSocket {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#open.add(socket);
    socket.on('open', () => handlers.opened());
    socket.on('message', (data) => handlers.received(data.toString()));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.#open.delete(socket);
      handlers.closed(code);
    });
    return {
      send: (data) => {
        if (socket.readyState === socket.OPEN) socket.send(data);
      },
      close: (code) => socket.close(code),
    };
  }
}
