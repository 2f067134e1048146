// Lines over HTTP as the routes see them: who calls, what is asked, and what can be done with it (rules F).
import type { OperatorAccount, Site } from './ports.ts';

export type Caller =
  | { kind: 'visitor'; site: Site }
  | { kind: 'operator'; account: OperatorAccount; sessionHash: string };

/** What a client posts: which line, who it is, and what it says. */
export interface Asked {
  line: string;
  hello: string;
  frames: readonly string[];
}

export interface Lines {
  /** False: this request opens a line, and counts as a handshake. */
  isHeld(caller: Caller, asked: Asked): boolean;
  /** The line's frames as server-sent events; `cut` ends the connection under them. */
  stream(caller: Caller, asked: Asked, cut: () => void): ReadableStream<Uint8Array>;
  /** Answers as soon as there is something to say, or with nothing after 25 s. */
  poll(caller: Caller, asked: Asked, gone: AbortSignal): Promise<readonly string[]>;
  /** Null: the line is not here. */
  send(caller: Caller, asked: Asked): Promise<readonly string[] | null>;
  /** The client said goodbye. */
  end(caller: Caller, asked: Asked): void;
}
