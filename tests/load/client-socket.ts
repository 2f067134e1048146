// The generator's WebSocket on a bare TCP socket: frames are made before the run and counted by one byte, so that it is never the slow side.
import { connect, type Socket } from 'node:net';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const MASKED = 0x80;
/** A mask of zeros is a mask: the server unmasks all the same. */
const MASK_BYTES = 4;
const EMPTY_PONG = Buffer.from([0x8a, MASKED, 0, 0, 0, 0]);

export interface Heard {
  /** One text frame of the server: bytes start..end of `data`. */
  text(data: Buffer, start: number, end: number): void;
  /** All frames of one read have been told. */
  read?(): void;
  closed?(): void;
}

export function encodeText(text: string): Buffer {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const header = Buffer.alloc(2 + (long ? 2 : 0) + MASK_BYTES);
  header[0] = 0x80 | TEXT;
  header[1] = MASKED | (long ? 126 : payload.length);
  if (long) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

export class ClientSocket {
  readonly #socket: Socket;
  readonly #heard: Heard;
  #rest: Buffer | null = null;
  #opened: (() => void) | null = null;
  readonly opened: Promise<void>;

  constructor(port: number, at: { path: string; from?: string; headers?: string }, heard: Heard) {
    this.#heard = heard;
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      ...(at.from ? { localAddress: at.from } : {}),
    });
    this.opened = new Promise((resolve) => {
      this.#opened = resolve;
    });
    this.#socket.write(
      `GET ${at.path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n` +
        `Origin: http://127.0.0.1:${port}\r\n${at.headers ?? ''}\r\n`,
    );
    this.#socket.on('data', (data) => this.#take(data));
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.on('close', () => heard.closed?.());
  }

  write(frames: Buffer): void {
    this.#socket.write(frames);
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    const all = this.#rest ? Buffer.concat([this.#rest, data]) : data;
    let at = this.#opened ? this.#skipHandshake(all) : 0;
    while (at >= 0 && at < all.length) {
      const next = this.#takeFrame(all, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = at < all.length ? all.subarray(Math.max(0, at)) : null;
    this.#heard.read?.();
  }

  #skipHandshake(all: Buffer): number {
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return -1;
    if (all.toString('latin1', 9, 12) !== '101') {
      this.#socket.destroy();
      return all.length;
    }
    this.#opened?.();
    this.#opened = null;
    return end + 4;
  }

  /** Where the next frame begins; negative when this one is not complete. */
  #takeFrame(all: Buffer, at: number): number {
    const left = all.length - at;
    if (left < 2) return -1;
    const short = (all[at + 1] ?? 0) & 0x7f;
    const header = short < 126 ? 2 : 4;
    if (left < header) return -1;
    if (short === 127) throw new Error('The server sent a frame of 64 KiB: the bench never asks for that.');
    const length = short < 126 ? short : all.readUInt16BE(at + 2);
    const end = at + header + length;
    if (end > all.length) return -1;
    if (((all[at] ?? 0) & 0x0f) !== TEXT) return this.#control(all, at, end - at);
    this.#heard.text(all, at + header, end);
    return end;
  }

  #control(all: Buffer, at: number, length: number): number {
    const opcode = (all[at] ?? 0) & 0x0f;
    if (opcode === PING) this.#socket.write(EMPTY_PONG);
    if (opcode === CLOSE) this.#socket.destroy();
    return at + length;
  }
}
