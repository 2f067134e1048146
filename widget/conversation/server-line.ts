// How the conversation reaches the server: it is told first that there is one, then there is a line to it.
import type { ToVisitorFrame, VisitorFrame } from '#protocol';
import { type Connection, createConnection } from './connection.ts';
import type { ConversationInput } from './conversation-state.ts';
import { type Start, startConversation } from './start-conversation.ts';
import type { Surroundings } from './surroundings.ts';

export interface ServerLineOptions {
  surroundings: Surroundings;
  /** Of the site at the relay, without a slash at the end. */
  siteUrl: string;
  /** What the server is told at the start; made anew for each try. */
  describe(): object;
  started(conversation: string): void;
  hello(): VisitorFrame;
  receive(frame: ToVisitorFrame): void;
  dispatch(input: ConversationInput): void;
}

export class ServerLine {
  readonly #options: ServerLineOptions;
  readonly #connection: Connection;
  #start: Start | null = null;

  constructor(options: ServerLineOptions) {
    const { surroundings, siteUrl, hello, receive, dispatch } = options;
    this.#options = options;
    this.#connection = createConnection({
      surroundings,
      siteUrl,
      hello,
      receive,
      changed: (line) => dispatch({ kind: 'line', line }),
    });
  }

  begin(): void {
    const { surroundings, siteUrl, describe, started, dispatch } = this.#options;
    this.#start?.cancel();
    this.#start = startConversation({
      surroundings,
      url: `${siteUrl}/conversations`,
      body: () => JSON.stringify(describe()),
      started,
      refused: () => dispatch({ kind: 'start-refused' }),
      delayed: () => dispatch({ kind: 'line', line: { status: 'waiting', retryInMs: 0, attempt: 0 } }),
    });
  }

  connect(): void {
    this.#connection.stop();
    this.#connection.start();
  }

  /** Try now what waits for its turn. */
  wake(): void {
    this.#start?.wake();
    this.#connection.wake();
  }

  /** False when there is no line: nothing was sent. */
  send(frame: VisitorFrame): boolean {
    return this.#connection.send(frame);
  }

  disconnect(): void {
    this.#connection.stop();
  }

  /** For good. */
  stop(): void {
    this.#start?.cancel();
    this.#start = null;
    this.#connection.stop();
  }
}
