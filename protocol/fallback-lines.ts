// A line over HTTP, looking like a socket: server-sent events or long polls inwards, one post after another outwards (rules F).
import { CLOSE, LINE_CLOSED } from './close-codes.ts';
import type { Connect } from './first-frame.ts';
import type { LinkPlatform, LinkSocket, SocketHandlers } from './link.ts';
import { LIMITS } from './names.ts';

export type LineVerb = 'stream' | 'poll' | 'send' | 'close';

export interface LineAnswer {
  /** A piece of the body, as it comes in. */
  part(text: string): void;
  /** The whole body of a good answer came in, or none of a bad one. Null: the network failed. */
  ended(status: number | null): void;
}

export interface LineRequests {
  /** Posts; returns how to break it off. */
  ask(verb: LineVerb, body: string, answer: LineAnswer): () => void;
  /** 22 random letters, digits, - and _: a name for one line, in no address. */
  newLine(): string;
}

/** The two ways over HTTP. */
export interface Fallback {
  stream: Connect;
  poll: Connect;
}

type FallbackPlatform = LineRequests & Pick<LinkPlatform, 'after'>;

/** One post: well below what a server takes, and a window of messages goes in it (M4). */
const MOST_CHARS = LIMITS.frameBytes / 4;
const MOST_FRAMES = 32;

/** A poll that ended with nothing is not asked again at once: something on the way may answer in the server's place. */
const EMPTY_POLL_MS = 1_000;

const OK = 200;
/** Over a socket these are close codes or refused handshakes. */
const CODES: Record<number, number> = {
  401: CLOSE.sessionRevoked,
  403: CLOSE.originRefused,
  413: CLOSE.tooBig,
  429: CLOSE.overload,
  503: CLOSE.overload,
};

const nothing = (): void => undefined;

export function createFallback(platform: FallbackPlatform): Fallback {
  const over =
    (verb: 'stream' | 'poll'): Connect =>
    (handlers) =>
      new HttpLine(platform, verb, handlers);
  return { stream: over('stream'), poll: over('poll') };
}

class HttpLine implements LinkSocket {
  readonly #platform: FallbackPlatform;
  readonly #verb: 'stream' | 'poll';
  readonly #handlers: SocketHandlers;
  readonly #line: string;
  #hello = '';
  #isClosed = false;
  #queue: string[] = [];
  #isPosting = false;
  #cancelInward = nothing;

  constructor(platform: FallbackPlatform, verb: 'stream' | 'poll', handlers: SocketHandlers) {
    this.#platform = platform;
    this.#verb = verb;
    this.#handlers = handlers;
    this.#line = platform.newLine();
    // Not within the caller, who has no socket of us yet.
    platform.after(0, () => this.#isClosed || handlers.opened());
  }

  send(data: string): void {
    if (this.#isClosed) return;
    if (this.#hello === '') {
      this.#hello = data;
      this.#listen();
    } else {
      this.#queue.push(data);
      this.#post();
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#end();
    if (this.#hello !== '') this.#ask('close', [], { part: nothing, ended: nothing });
  }

  #end(): void {
    this.#isClosed = true;
    this.#cancelInward();
  }

  #ask(verb: LineVerb, frames: readonly string[], answer: LineAnswer): () => void {
    return this.#platform.ask(verb, [this.#line, this.#hello, ...frames].join('\n'), answer);
  }

  #listen(): void {
    let unread = '';
    let isEmpty = true;
    // An event of a stream is `data: …` and an empty line; a poll gives bare lines.
    const take = (text: string): void => this.#take(text.replace(/^data: /, ''));
    this.#cancelInward = this.#ask(this.#verb, [], {
      part: (text) => {
        isEmpty = false;
        const lines = (unread + text).split('\n');
        unread = lines.pop() ?? '';
        for (const line of lines) take(line);
      },
      ended: (status) => {
        if (this.#verb !== 'poll' || status !== OK) return this.#fail(status);
        take(unread);
        if (isEmpty) this.#cancelInward = this.#platform.after(EMPTY_POLL_MS, () => this.#listen());
        else if (!this.#isClosed) this.#listen();
      },
    });
  }

  #take(text: string): void {
    if (this.#isClosed || text === '') return;
    const type = /^\{"type":"([\w-]+)"/.exec(text)?.[1];
    if (type === LINE_CLOSED) {
      this.#end();
      this.#handlers.closed(Number(/"code":(\d+)/.exec(text)?.[1] ?? CLOSE.lost));
      return;
    }
    this.#handlers.received(text);
    // F5: nothing else would tell the server that this end still reads its stream.
    if (type === 'heartbeat' && this.#verb === 'stream') this.#post(true);
  }

  #fail(status: number | null): void {
    if (this.#isClosed) return;
    this.#end();
    this.#handlers.closed(CODES[status ?? OK] ?? CLOSE.lost);
  }

  /** One at a time, so that frames arrive in the order in which they were said. */
  #post(always = false): void {
    if (this.#isPosting || this.#isClosed || (this.#queue.length === 0 && !always)) return;
    this.#isPosting = true;
    let answers = '';
    this.#ask('send', this.#takeQueue(), {
      part: (text) => {
        answers += text;
      },
      ended: (status) => {
        this.#isPosting = false;
        if (status !== OK) return this.#fail(status);
        for (const answer of answers.split('\n')) this.#take(answer);
        this.#post();
      },
    });
  }

  #takeQueue(): string[] {
    let chars = 0;
    const fit = this.#queue.findIndex((frame, index) => {
      chars += frame.length;
      return index >= MOST_FRAMES || (index > 0 && chars > MOST_CHARS);
    });
    return this.#queue.splice(0, fit < 0 ? this.#queue.length : fit);
  }
}
