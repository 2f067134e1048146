// A bare client for tests: says what it is told, keeps what it hears, and lets a test wait for a frame or a close.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { OperatorFrame, ToOperatorFrame, ToVisitorFrame, VisitorFrame } from '#protocol';
import { PROTOCOL_VERSION } from '#protocol';

interface Typed {
  type: string;
}

interface Waiter<In> {
  fits(frame: In): boolean;
  resolve(frame: In): void;
}

export class Wire<In extends Typed, Out extends Typed> {
  readonly socket: WebSocket;
  /** Everything heard, in order. */
  readonly heard: In[] = [];
  readonly closed: Promise<number>;
  readonly #unread: In[] = [];
  readonly #waiters: Waiter<In>[] = [];

  constructor(url: string, headers: Record<string, string>, read: (data: string) => In) {
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.socket.on('message', (data) => this.#take(read(data.toString())));
    this.socket.on('error', () => {});
  }

  opened(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.socket.once('open', () => resolve(this));
      this.socket.once('unexpected-response', (_, response) =>
        reject(new Error(`refused ${response.statusCode}`)),
      );
      this.socket.once('error', reject);
    });
  }

  say(frame: Out): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** The next unread frame of that type, and if given of that kind; frames before it stay unread. */
  hear<Type extends In['type']>(
    type: Type,
    fits: (frame: Extract<In, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<In, { type: Type }>> {
    const isWanted = (frame: In): frame is Extract<In, { type: Type }> =>
      frame.type === type && fits(frame as Extract<In, { type: Type }>);
    return new Promise((resolve) => {
      const found = this.#unread.findIndex((frame) => isWanted(frame));
      const [frame] = found < 0 ? [] : this.#unread.splice(found, 1);
      if (frame && isWanted(frame)) resolve(frame);
      else this.#waiters.push({ fits: isWanted, resolve: (wanted) => isWanted(wanted) && resolve(wanted) });
    });
  }

  close(): Promise<number> {
    this.socket.close(1000);
    return this.closed;
  }

  #take(frame: In): void {
    this.heard.push(frame);
    const index = this.#waiters.findIndex((waiter) => waiter.fits(frame));
    const [waiter] = index < 0 ? [] : this.#waiters.splice(index, 1);
    if (waiter) waiter.resolve(frame);
    else this.#unread.push(frame);
  }
}

export type VisitorWire = Wire<ToVisitorFrame, VisitorFrame>;
export type OperatorWire = Wire<ToOperatorFrame, OperatorFrame>;

export const readFrame = (data: string) => JSON.parse(data);

export function helloFrame(
  token: string,
  more: Partial<Extract<VisitorFrame, { type: 'hello' }>> = {},
): VisitorFrame {
  const device = randomUUID();
  return { type: 'hello', protocol: PROTOCOL_VERSION, token, device, lastSeq: 0, epoch: null, ...more };
}
