// What all lines share: the hub, the limits, and the one place where a failing task ends.
import { CLOSE } from '#protocol';
import type { Answer, Log, RateLimit } from '../application/ports.ts';
import type { Hub } from './hub.ts';
import type { Line } from './line.ts';
import { PageWriter } from './page-writer.ts';

/** S4: sockets of one citizen; the newest wins. */
const MOST_LINES_PER_VISITOR = 5;
/** Who is one of ours says hello within a round trip; so many at once are not. */
const MOST_STRANGERS = 1_000;
/** Of all lines together. Without it a thousand stuck readers took 428 MB, measured. */
const MOST_UNREAD = 8 * 1024 * 1024;

export class Gate {
  readonly hub: Hub;
  readonly messages: RateLimit;
  /** What one change of a conversation says to each who follows it. */
  readonly pages = new PageWriter();
  readonly #log: Log;
  readonly #visitors = new Map<number, Line[]>();
  /** Lines behind a good hello, and what each was last told about storing. */
  readonly #greeted = new Map<Line, boolean>();
  readonly #strangers = new Set<Line>();
  #isPressed = false;
  #storing = true;

  constructor(hub: Hub, messages: RateLimit, log: Log) {
    this.hub = hub;
    this.messages = messages;
    this.#log = log;
  }

  admit(conversation: number, line: Line): () => void {
    const forget = this.greet(line);
    const lines = [...(this.#visitors.get(conversation) ?? []), line];
    this.#visitors.set(conversation, lines);
    // A line that does not answer its close stays in the list until it is cut: it makes no room, and must not hide the next.
    const open = lines.filter((other) => !other.isClosing);
    for (const oldest of open.slice(0, -MOST_LINES_PER_VISITOR)) oldest.close(CLOSE.replaced);
    return () => {
      forget();
      const left = (this.#visitors.get(conversation) ?? []).filter((other) => other !== line);
      if (left.length > 0) this.#visitors.set(conversation, left);
      else this.#visitors.delete(conversation);
    };
  }

  /** A line without a hello. The oldest makes room: refusing the newest would let strangers lock everyone out. */
  knock(line: Line): () => void {
    this.#strangers.add(line);
    const [oldest] = this.#strangers;
    if (this.#strangers.size > MOST_STRANGERS && oldest) {
      this.#strangers.delete(oldest);
      oldest.terminate();
    }
    return () => this.#strangers.delete(line);
  }

  /** A line said who it is: from now on it hears whether the server stores. */
  greet(line: Line): () => void {
    this.#strangers.delete(line);
    this.#greeted.set(line, true);
    line.isPressed = this.#isPressed;
    return () => this.#greeted.delete(line);
  }

  /** S5: a thousand readers that stop must not fill the memory; who reads has nothing unread and notices nothing. */
  relieve(): void {
    let unread = 0;
    for (const line of this.#greeted.keys()) unread += line.unread;
    const isPressed = unread > MOST_UNREAD;
    if (isPressed === this.#isPressed) return;
    this.#isPressed = isPressed;
    for (const line of this.#greeted.keys()) line.isPressed = isPressed;
  }

  /** T3. Also on each tick, for who was welcomed since: a welcome means storing. */
  tellStoring(storing: boolean = this.#storing): void {
    this.#storing = storing;
    for (const [line, told] of this.#greeted) {
      if (told === storing) continue;
      this.#greeted.set(line, storing);
      line.send({ type: 'service', storing });
    }
  }

  /** A bug in the handling of one line closes that line, says so by name only, and leaves the server alive. */
  guard(task: Promise<unknown>, line: Line): void {
    task.catch((error: unknown) => this.#fail(error, line));
  }

  /** The same for what is done at once, or not. */
  attempt(act: () => Answer<unknown>, line: Line): void {
    try {
      const task = act();
      if (task instanceof Promise) this.guard(task, line);
    } catch (error) {
      this.#fail(error, line);
    }
  }

  #fail(error: unknown, line: Line): void {
    const name = error instanceof Error ? error.name : 'unknown';
    const at =
      error instanceof Error ? (error.stack?.split('\n').find((row) => row.includes(' at ')) ?? '') : '';
    this.#log.error({ code: 'bug', name, at: at.trim() }, 'frame failed');
    line.close(CLOSE.bug);
  }
}
