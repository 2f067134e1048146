// One line to the server that keeps itself alive: hello, heartbeat, half-open detection, backoff, close codes (rules H and L).
// Socket, clock and chance come in as arguments; the widget and the console share this, the tests crank it by hand.
import { CLOSE, readCloseAction } from './close-codes.ts';
import { backoff } from './link-backoff.ts';
import { TIMINGS } from './names.ts';

export { createConnector } from './connector.ts';
export type { LineRequests } from './fallback-lines.ts';

export interface LinkSocket {
  send(data: string): void;
  close(code: number): void;
}

export interface SocketHandlers {
  opened(): void;
  received(data: string): void;
  closed(code: number): void;
}

export interface LinkPlatform {
  connect(handlers: SocketHandlers): LinkSocket;
  /** Monotonic ms. */
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Runs once after ms; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
}

export type LinkState =
  | { status: 'idle' }
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'waiting'; retryInMs: number; attempt: number }
  | { status: 'stopped'; code: number };

interface AnyFrame {
  type: string;
  /** Of a message and of its answer. */
  id?: unknown;
}

export interface LinkOptions<Out extends AnyFrame, In extends AnyFrame> {
  platform: LinkPlatform;
  hello(): Out;
  /** Null for what is not a frame of ours: it is ignored (L8). */
  parse(data: string): In | null;
  receive(frame: In): void;
  changed(state: LinkState): void;
}

/** A timer that fires this much too late means that the machine slept. */
const MOST_TIMER_DRIFT_MS = 10_000;

const nothing = (): void => undefined;

export class Link<Out extends AnyFrame, In extends AnyFrame> {
  readonly #options: LinkOptions<Out, In>;
  readonly #platform: LinkPlatform;
  #state: LinkState = { status: 'idle' };
  #socket: LinkSocket | null = null;
  /** Every socket has a number, so that a late event of an abandoned one is not taken for news. */
  #generation = 0;
  #attempt = 0;
  #liveSince = 0;
  #heardAt = 0;
  /** By id, as the outbox counts: a frame that arrived twice is answered twice (M6). */
  readonly #unanswered = new Set<unknown>();
  #drainMs = 0;
  #cancelDeadline = nothing;
  #cancelAck = nothing;
  #cancelProof = nothing;

  constructor(options: LinkOptions<Out, In>) {
    this.#options = options;
    this.#platform = options.platform;
  }

  get state(): LinkState {
    return this.#state;
  }

  start(): void {
    if (this.#state.status === 'idle') this.#connect();
  }

  /** False when the line is not live: nothing was sent. */
  send(frame: Out): boolean {
    if (this.#state.status !== 'live' || this.#socket === null) return false;
    this.#socket.send(JSON.stringify(frame));
    if (frame.type === 'send') {
      this.#unanswered.add(frame.id);
      if (this.#unanswered.size === 1) this.#expectAck();
    }
    return true;
  }

  /** The page woke up or the network came back: connect now, or prove within 3 s that the line still works. */
  wake(): void {
    if (this.#state.status === 'waiting') this.#connect();
    else if (this.#state.status === 'live') this.#probe();
  }

  /** Closes for good, or until `start` when the page comes back from the back/forward cache. */
  stop(): void {
    this.#abandon();
    this.#change({ status: 'idle' });
  }

  #change(next: LinkState): void {
    this.#state = next;
    this.#options.changed(next);
  }

  #abandon(): void {
    this.#generation += 1;
    this.#cancelDeadline();
    this.#cancelProof();
    this.#forgetUnanswered();
    const old = this.#socket;
    this.#socket = null;
    old?.close(CLOSE.normal);
  }

  #connect(): void {
    this.#abandon();
    const mine = this.#generation;
    const whenMine = (run: () => void) => () => mine === this.#generation && run();
    this.#change({ status: 'connecting' });
    this.#cancelDeadline = this.#platform.after(TIMINGS.welcomeAnswer, () => this.#drop());
    try {
      this.#socket = this.#platform.connect({
        opened: whenMine(() => this.#socket?.send(JSON.stringify(this.#options.hello()))),
        received: (data) => whenMine(() => this.#received(data))(),
        closed: (code) => whenMine(() => this.#closed(code))(),
      });
    } catch {
      // A policy of the host page can forbid sockets altogether: the constructor throws instead of failing later.
      this.#drop();
    }
  }

  #received(data: string): void {
    this.#heardAt = this.#platform.now();
    const frame = this.#options.parse(data);
    if (frame === null) return;
    // Also on a live line, when its transport changed: what was unanswered goes again, and is counted again (F1).
    if (frame.type === 'welcome') this.#forgetUnanswered();
    if (frame.type === 'ack' || frame.type === 'nack') this.#noteAck(frame.id);
    // Anything else the server may have said without hearing us.
    if (frame.type === 'heartbeat') this.#cancelProof();
    if (frame.type === 'welcome') {
      this.#liveSince = this.#platform.now();
      this.#watchSilence();
      this.#change({ status: 'live' });
    }
    if (frame.type === 'drain' && 'spreadMs' in frame && typeof frame.spreadMs === 'number') {
      this.#drainMs = frame.spreadMs;
    }
    this.#options.receive(frame);
  }

  #closed(code: number): void {
    const spread = code === CLOSE.restart ? this.#drainMs * this.#platform.random() : 0;
    this.#drainMs = 0;
    this.#abandon();
    const action = readCloseAction(code);
    if (action === 'stop') this.#change({ status: 'stopped', code });
    else this.#retry(action === 'later' ? TIMINGS.overloadLeast : spread);
  }

  #drop(): void {
    this.#abandon();
    this.#retry(0);
  }

  #retry(least: number): void {
    const wasStable =
      this.#state.status === 'live' && this.#platform.now() - this.#liveSince >= TIMINGS.stableAfter;
    if (wasStable) this.#attempt = 0;
    const retryInMs = Math.max(least, backoff(this.#attempt, this.#platform.random()));
    this.#attempt += 1;
    this.#cancelDeadline = this.#platform.after(retryInMs, () => this.#connect());
    this.#change({ status: 'waiting', retryInMs, attempt: this.#attempt });
  }

  #watchSilence(): void {
    this.#cancelDeadline();
    const due = this.#heardAt + TIMINGS.silenceBeforeDrop;
    this.#cancelDeadline = this.#platform.after(Math.max(0, due - this.#platform.now()), () => {
      const now = this.#platform.now();
      if (now - this.#heardAt < TIMINGS.silenceBeforeDrop) this.#watchSilence();
      // The machine slept: silence proves nothing, ask first (L5).
      else if (now - due > MOST_TIMER_DRIFT_MS) this.#probe();
      else this.#drop();
    });
  }

  #probe(): void {
    // The one frame that is the same for every kind of client.
    this.#socket?.send('{"type":"probe"}');
    this.#cancelProof();
    this.#cancelProof = this.#platform.after(TIMINGS.probeAnswer, () => this.#drop());
    this.#heardAt = this.#platform.now();
    this.#watchSilence();
  }

  #expectAck(): void {
    this.#cancelAck();
    this.#cancelAck = this.#platform.after(TIMINGS.ackAnswer, () => this.#drop());
  }

  /** L3. Other frames say nothing here: with a dead way out the server's beats and events still come in. */
  #noteAck(id: unknown): void {
    if (!this.#unanswered.delete(id)) return;
    if (this.#unanswered.size > 0) this.#expectAck();
    else this.#cancelAck();
  }

  #forgetUnanswered(): void {
    this.#unanswered.clear();
    this.#cancelAck();
  }
}
