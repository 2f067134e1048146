// A socket made of HTTP requests, for a Line that never notices: frames come in with requests and leave over an outlet (rules F).
import { EventEmitter } from 'node:events';
import type { RawData } from 'ws';
import { CLOSE, LIMITS, LINE_CLOSED } from '#protocol';
import type { LineSocket } from './line.ts';

const OPEN = 1;
const CLOSED = 3;

/** Where frames leave: the response of a stream, or of one poll. */
export interface Outlet {
  /** Bytes that the reader has not taken yet. */
  readonly pending: number;
  write(frames: readonly string[]): void;
  end(): void;
  /** Ends it without waiting for a reader that may be gone. */
  cut(): void;
}

interface SocketEvents {
  message: [data: RawData, isBinary: boolean];
  pong: [];
  close: [];
  error: [];
}

export class HttpSocket extends EventEmitter<SocketEvents> implements LineSocket {
  readonly OPEN = OPEN;
  #state = OPEN;
  #outlet: Outlet | null = null;
  #queue: string[] = [];
  #queuedBytes = 0;

  get readyState(): number {
    return this.#state;
  }

  get bufferedAmount(): number {
    return this.#queuedBytes + (this.#outlet?.pending ?? 0);
  }

  get hasOutlet(): boolean {
    return this.#outlet !== null;
  }

  get hasQueue(): boolean {
    return this.#queue.length > 0;
  }

  /** From now on frames leave here; what waited leaves at once. */
  attach(outlet: Outlet): void {
    this.#outlet?.end();
    this.#outlet = outlet;
    this.#drain();
  }

  detach(outlet: Outlet): void {
    if (this.#outlet === outlet) this.#outlet = null;
  }

  /** Frames of the other side, each as text; none of them is still a sign of life. */
  hear(frames: readonly string[]): void {
    if (this.#state !== OPEN) return;
    this.emit('pong');
    for (const frame of frames) {
      const bytes = Buffer.from(frame);
      if (bytes.length > LIMITS.frameBytes) this.close(CLOSE.tooBig);
      else this.emit('message', bytes, false);
    }
  }

  send(text: string): void {
    if (this.#state === OPEN) this.#push(text);
  }

  /** F4: the code travels as the last frame. */
  close(code: number): void {
    if (this.#state !== OPEN) return;
    this.#state = CLOSED;
    this.#push(JSON.stringify({ type: LINE_CLOSED, code }));
    this.#tell();
  }

  /** The other side is gone, or is given up: nothing is said any more. */
  terminate(): void {
    if (this.#state === CLOSED) return;
    this.#state = CLOSED;
    this.#outlet?.cut();
    this.#tell();
  }

  /** HTTP has no ping: the client answers the heartbeat beside it with a request (F5). */
  ping(): void {}

  #push(text: string): void {
    this.#queue.push(text);
    this.#queuedBytes += text.length;
    this.#drain();
  }

  /** Later, as with any socket: who closes a line is not called back in the middle of it. */
  #tell(): void {
    queueMicrotask(() => this.emit('close'));
  }

  #drain(): void {
    const outlet = this.#outlet;
    if (!outlet) return;
    const frames = this.#queue;
    this.#queue = [];
    this.#queuedBytes = 0;
    if (frames.length > 0) outlet.write(frames);
    if (this.#state === CLOSED) outlet.end();
  }
}
