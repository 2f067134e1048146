// A bare client for tests: says what it is told, keeps what it hears, and lets a test wait for a frame or a close.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { OperatorFrame, ToOperatorFrame, ToVisitorFrame, VisitorFrame } from '#protocol';
import { PROTOCOL_VERSION } from '#protocol';
import { Ear } from './ear.ts';

interface Typed {
  type: string;
}

export class Wire<In extends Typed, Out extends Typed> extends Ear<In> {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;

  constructor(url: string, headers: Record<string, string>, read: (data: string) => In) {
    super();
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.socket.on('message', (data) => this.take(read(data.toString())));
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

  close(): Promise<number> {
    this.socket.close(1000);
    return this.closed;
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
