// What all lines share: the hub, the limits, and the one place where a failing task ends.
import { CLOSE } from '#protocol';
import type { Log, RateLimit } from '../application/ports.ts';
import type { Hub } from './hub.ts';
import type { Line } from './line.ts';

/** S4: sockets of one citizen; the newest wins. */
const MOST_LINES_PER_VISITOR = 5;

export class Gate {
  readonly hub: Hub;
  readonly messages: RateLimit;
  readonly #log: Log;
  readonly #visitors = new Map<number, Line[]>();

  constructor(hub: Hub, messages: RateLimit, log: Log) {
    this.hub = hub;
    this.messages = messages;
    this.#log = log;
  }

  admit(conversation: number, line: Line): () => void {
    const lines = [...(this.#visitors.get(conversation) ?? []), line];
    this.#visitors.set(conversation, lines);
    // A line that does not answer its close stays in the list until it is cut: it makes no room, and must not hide the next.
    const open = lines.filter((other) => !other.isClosing);
    for (const oldest of open.slice(0, -MOST_LINES_PER_VISITOR)) oldest.close(CLOSE.replaced);
    return () => {
      const left = (this.#visitors.get(conversation) ?? []).filter((other) => other !== line);
      if (left.length > 0) this.#visitors.set(conversation, left);
      else this.#visitors.delete(conversation);
    };
  }

  /** A bug in the handling of one line closes that line, says so by name only, and leaves the server alive. */
  guard(task: Promise<unknown>, line: Line): void {
    task.catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      const at =
        error instanceof Error ? (error.stack?.split('\n').find((row) => row.includes(' at ')) ?? '') : '';
      this.#log.error({ code: 'bug', name, at: at.trim() }, 'frame failed');
      line.close(CLOSE.bug);
    });
  }
}
