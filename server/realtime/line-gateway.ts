// Lines over HTTP for whom a WebSocket is kept away: a stream or long polls towards the client, posts towards us (rules F).
import type { Asked, Caller, Lines } from '../application/line-port.ts';
import { hashSecret, type Relay } from '../application/relay.ts';
import type { Gate } from './gate.ts';
import { HttpSocket } from './http-socket.ts';
import { Line } from './line.ts';
import { OperatorLine } from './operator-line.ts';
import { type Frames, gatherAnswers, openPoll } from './poll-outlet.ts';
import { openStream } from './stream-outlet.ts';
import { VisitorLine } from './visitor-line.ts';

/** F5: between two polls of a client that lives. A round trip takes less, over a bad network too. */
const POLL_GAP_MS = 10_000;
/** F2: one poll waits this long for news; below the 30 s at which some proxies give up. */
const POLL_MS = 25_000;
/** A post whose line is not here waits this long for its answers, as long as the client does (L3). */
const ANSWERS_MS = 5_000;
/** A closed stream gets this long to be read to its end, as ws gives a closed socket. */
const CLOSING_MS = 30_000;

interface Held {
  socket: HttpSocket;
  cancelGap(): void;
}

export class LineGateway implements Lines {
  readonly #relay: Relay;
  readonly #gate: Gate;
  /** Of lines that live for one post: they must not push out the lines of open tabs (S4). */
  readonly #passing: Gate;
  readonly #held = new Map<string, Held>();

  constructor(relay: Relay, gate: Gate, passing: Gate) {
    this.#relay = relay;
    this.#gate = gate;
    this.#passing = passing;
  }

  isHeld(caller: Caller, asked: Asked): boolean {
    return this.#held.has(keyOf(caller, asked));
  }

  stream(caller: Caller, asked: Asked, cut: () => void): ReadableStream<Uint8Array> {
    const key = keyOf(caller, asked);
    const { socket } = this.#open(key, caller);
    socket.on('close', () => {
      this.#drop(key, socket);
      this.#relay.clock.after(CLOSING_MS, cut);
    });
    const stream = openStream(socket, cut);
    socket.hear([asked.hello, ...asked.frames]);
    return stream;
  }

  async poll(caller: Caller, asked: Asked, gone: AbortSignal): Promise<Frames> {
    const key = keyOf(caller, asked);
    const known = this.#held.get(key);
    const held = known ?? this.#open(key, caller);
    const { socket } = held;
    held.cancelGap();
    socket.hear(known ? asked.frames : [asked.hello, ...asked.frames]);
    const frames = await openPoll(socket, { clock: this.#relay.clock, gone, holdMs: POLL_MS });
    // The last words of a line wait for the poll that fetches them; then it is forgotten.
    if (socket.readyState !== socket.OPEN && !socket.hasQueue) this.#drop(key, socket);
    else held.cancelGap = this.#relay.clock.after(POLL_GAP_MS, () => this.#abandon(key, socket));
    return frames;
  }

  /**
   * Gives frames to their line. Of a citizen whose line is on another node, or went with a restart, each post is a line of its own:
   * all that must be known is in the hello and in the log. Null: an operator's line, which follows conversations, is not here.
   */
  async send(caller: Caller, asked: Asked): Promise<Frames | null> {
    const socket = this.#held.get(keyOf(caller, asked))?.socket;
    if (socket && socket.readyState === socket.OPEN) {
      socket.hear(asked.frames);
      return [];
    }
    if (caller.kind === 'operator') return null;
    const passing = new HttpSocket();
    this.#bind(caller, passing, this.#passing);
    const { clock } = this.#relay;
    return gatherAnswers(passing, [asked.hello, ...asked.frames], { clock, mostMs: ANSWERS_MS });
  }

  end(caller: Caller, asked: Asked): void {
    const key = keyOf(caller, asked);
    const socket = this.#held.get(key)?.socket;
    if (socket) this.#abandon(key, socket);
  }

  #open(key: string, caller: Caller): Held {
    const former = this.#held.get(key)?.socket;
    if (former) this.#abandon(key, former);
    const held: Held = { socket: new HttpSocket(), cancelGap: () => undefined };
    this.#held.set(key, held);
    this.#bind(caller, held.socket, this.#gate);
    return held;
  }

  #bind(caller: Caller, socket: HttpSocket, gate: Gate): void {
    const line = new Line(socket, this.#relay.clock, this.#relay.random);
    if (caller.kind === 'visitor') new VisitorLine(this.#relay, gate, caller.site, line);
    else new OperatorLine(this.#relay, gate, caller, line);
  }

  #abandon(key: string, socket: HttpSocket): void {
    socket.terminate();
    this.#drop(key, socket);
  }

  #drop(key: string, socket: HttpSocket): void {
    const held = this.#held.get(key);
    if (held?.socket !== socket) return;
    held.cancelGap();
    this.#held.delete(key);
  }
}

/** Whose line it is: its id is worth nothing without the credential that opened it. */
function keyOf(caller: Caller, { line, hello }: Asked): string {
  if (caller.kind === 'operator') return `operator ${caller.sessionHash} ${line}`;
  return `visitor ${caller.site.id} ${hashSecret(readToken(hello))} ${line}`;
}

function readToken(hello: string): string {
  try {
    return String(Object(JSON.parse(hello)).token);
  } catch {
    return '';
  }
}
