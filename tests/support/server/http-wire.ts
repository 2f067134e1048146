// A client of lines over HTTP for tests: the client's real line on Node's fetch, with the same words as Wire.
import { randomBytes } from 'node:crypto';
import { createFallback, type LineAnswer, type LineVerb } from '../../../protocol/fallback-lines.ts';
import type { LinkSocket } from '../../../protocol/link.ts';
import { Ear } from './ear.ts';

interface Typed {
  type: string;
}

export interface HttpAt {
  /** Of the site or the console, without a slash at the end. */
  url: string;
  headers: Record<string, string>;
}

export const newLine = (): string => randomBytes(16).toString('base64url');

export function postLine({ url, headers }: HttpAt, verb: LineVerb, body: string, signal?: AbortSignal) {
  return fetch(`${url}/${verb}`, { method: 'POST', headers, body, ...(signal ? { signal } : {}) });
}

async function read(response: Promise<Response>, answer: LineAnswer): Promise<void> {
  let status: number | null = null;
  try {
    const { ok, body, status: code } = await response;
    if (ok) for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) answer.part(part);
    status = code;
  } catch {
    // Broken off, by either side.
  }
  answer.ended(status);
}

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export class HttpWire<In extends Typed, Out extends Typed> extends Ear<In> {
  readonly closed: Promise<number>;
  readonly opened: Promise<this>;
  /** Verbs in the order in which they were asked. */
  readonly asked: LineVerb[] = [];
  readonly #socket: LinkSocket;

  constructor(verb: 'stream' | 'poll', at: HttpAt, parse: (data: string) => In) {
    super();
    const fallback = createFallback({
      after,
      newLine,
      ask: (asked, body, answer) => {
        const stop = new AbortController();
        this.asked.push(asked);
        void read(postLine(at, asked, body, stop.signal), answer);
        return () => stop.abort();
      },
    });
    let tellOpened: (wire: this) => void;
    let tellClosed: (code: number) => void;
    this.opened = new Promise((resolve) => {
      tellOpened = resolve;
    });
    this.closed = new Promise((resolve) => {
      tellClosed = resolve;
    });
    this.#socket = fallback[verb]({
      opened: () => tellOpened(this),
      received: (data) => this.take(parse(data)),
      closed: (code) => tellClosed(code),
    });
  }

  say(frame: Out): void {
    this.#socket.send(JSON.stringify(frame));
  }

  sayText(text: string): void {
    this.#socket.send(text);
  }

  close(): void {
    this.#socket.close(1000);
  }
}
