// One socket with its signs of life: sends frames, notices silence, and stops pushing to who does not read.
import type { RawData } from 'ws';
import { CLOSE, TIMINGS, type ToOperatorFrame, type ToVisitorFrame } from '#protocol';
import type { Clock, Random } from '../application/ports.ts';
import { joinFrames } from './text-frames.ts';

/** L1: no pong and no frame for this long and the socket is gone, whatever TCP believes. */
const SILENCE_MS = 40_000;
/** S5: beyond this the log is read later; while much waits for many, beyond the second; beyond the third the socket is closed. */
const CONGESTED_BYTES = 256 * 1024;
const PRESSED_BYTES = 8 * 1024;
const STUCK_BYTES = 1024 * 1024;
/** Spreads the beats of sockets that opened together. */
const BEAT_SPREAD = 0.1;

/** What a line needs of its socket: a WebSocket, or one that is made of HTTP requests (rules F). */
export interface LineSocket {
  readonly readyState: number;
  readonly OPEN: number;
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code: number): void;
  terminate(): void;
  ping(): void;
  on(event: 'message', hear: (data: RawData, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'close' | 'error', hear: () => void): unknown;
}

export interface LineEvents {
  frame(data: RawData, isBinary: boolean): void;
  /** A pong or a frame came in. */
  heard?(): void;
  closed(): void;
  /** Once a second, and room to push again. */
  tick(now: number): void;
}

/** The stream under a WebSocket. Only a text frame between two whole frames of the socket may go around it. */
export interface Wire {
  write(bytes: Uint8Array): unknown;
}

const NOTHING: readonly string[] = [];

/** One for all lines. */
function ignore(): void {}

function flush(line: Line): void {
  line.flush();
}

export class Line {
  /** All lines together hold so much that is not read, that this one gets less (S5). */
  isPressed = false;
  readonly #socket: LineSocket;
  readonly #wire: Wire | null;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #openedAt: number;
  #lastHeard: number;
  #nextBeat: number;
  #greeted = false;
  /** Frames of this turn. */
  #waiting: string[] | null = null;
  #waitingChars = 0;
  #events: LineEvents | null = null;

  constructor(socket: LineSocket, clock: Clock, random: Random, wire: Wire | null = null) {
    this.#socket = socket;
    this.#wire = wire;
    this.#clock = clock;
    this.#random = random;
    this.#openedAt = clock.passed();
    this.#lastHeard = this.#openedAt;
    this.#nextBeat = this.#openedAt + this.#beatAfter();
  }

  listen(events: LineEvents): void {
    this.#events = events;
    const heard = () => {
      this.#lastHeard = this.#clock.passed();
      events.heard?.();
    };
    this.#socket.on('message', (data, isBinary) => {
      if (this.isClosing) return;
      heard();
      events.frame(data, isBinary);
    });
    this.#socket.on('pong', heard);
    this.#socket.on('close', () => events.closed());
    // ws closes by itself on a protocol error (too big, too many fragments); without a listener it would throw.
    this.#socket.on('error', ignore);
  }

  /** The first frame was a good hello. */
  greet(): void {
    this.#greeted = true;
  }

  get isClosing(): boolean {
    return this.#socket.readyState !== this.#socket.OPEN;
  }

  /** What was sent and not read, in bytes. */
  get unread(): number {
    return this.#socket.bufferedAmount + this.#waitingChars;
  }

  get isCongested(): boolean {
    return this.unread > (this.isPressed ? PRESSED_BYTES : CONGESTED_BYTES);
  }

  send(frame: ToVisitorFrame | ToOperatorFrame): void {
    if (!this.isClosing) this.sendText(JSON.stringify(frame));
  }

  /** A frame that is text already, because others get the same. */
  sendText(text: string): void {
    if (this.isClosing) return;
    // Judged before the frame: what earlier frames left unread tells of the reader, the size of this one does not.
    if (this.unread > STUCK_BYTES) this.close(CLOSE.overload);
    else if (this.#wire) this.#wait(text);
    else this.#socket.send(text);
  }

  /** What one commit has to say to one socket leaves in one piece and at once: an ack and the event that it is about, mostly. */
  #wait(text: string): void {
    this.#waitingChars += text.length;
    if (this.#waiting) {
      this.#waiting.push(text);
      return;
    }
    this.#waiting = [text];
    process.nextTick(flush, this);
  }

  flush(): void {
    const frames = this.#waiting ?? NOTHING;
    this.#waiting = null;
    this.#waitingChars = 0;
    if (frames.length > 0 && !this.isClosing) this.#wire?.write(joinFrames(frames));
  }

  close(code: number): void {
    this.flush();
    this.#socket.close(code);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  tick(now: number): void {
    // A clock that is set says nothing about the other side.
    const passed = this.#clock.passed();
    if (passed - this.#lastHeard >= SILENCE_MS) this.terminate();
    else if (!this.#greeted && passed - this.#openedAt >= TIMINGS.helloWithin) this.close(CLOSE.helloTooLate);
    else {
      if (passed >= this.#nextBeat) this.#beat(now, passed);
      this.#events?.tick(now);
    }
  }

  #beat(now: number, passed: number): void {
    this.#nextBeat = passed + this.#beatAfter();
    this.send({ type: 'heartbeat', t: now });
    this.flush();
    if (!this.isClosing) this.#socket.ping();
  }

  #beatAfter(): number {
    return TIMINGS.heartbeat * (1 - BEAT_SPREAD * this.#random.unit());
  }
}
