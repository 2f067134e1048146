// Pushes the log to one reader: always by reading after its cursor, so that no event can be missed, doubled or out of order.
import { type ConversationEvent, LIMITS } from '#protocol';
import type { Answer, ConversationRef, ConversationStore } from '../application/ports.ts';

type EventSource = Pick<ConversationStore, 'readEvents'>;

export interface Reader {
  readonly isCongested: boolean;
  deliver(events: ConversationEvent[], more: boolean): void;
}

/** With a page of 200 long messages a reader that stopped would cost 800 kB. */
const MOST_PAGE_CHARS = 16 * 1024;

/** R2: at most so many events, and so much text; always at least one. */
function cutPage(events: readonly ConversationEvent[]): ConversationEvent[] {
  const [only] = events;
  if (only && events.length === 1) return [only];
  let chars = 0;
  const end = events.findIndex((event, index) => {
    chars += event.kind === 'message' ? event.text.length : 0;
    return index > 0 && (index >= LIMITS.pageOfEvents || chars > MOST_PAGE_CHARS);
  });
  return events.slice(0, end < 0 ? events.length : end);
}

export class Follower {
  readonly #conversations: EventSource;
  readonly #ref: ConversationRef;
  readonly #reader: Reader;
  #cursor: number;
  #pumping = false;
  #again = false;
  #stopped = false;
  #behind = false;

  constructor(conversations: EventSource, ref: ConversationRef, after: number, reader: Reader) {
    this.#conversations = conversations;
    this.#ref = ref;
    this.#cursor = after;
    this.#reader = reader;
  }

  /** R3: the reader found a hole. */
  rewind(after: number): Answer<void> {
    this.#cursor = after;
    return this.pump();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Something waits in the log that the reader had no room for. */
  get isBehind(): boolean {
    return this.#behind;
  }

  /** A poke during a read means: read once more, so what was committed meanwhile is never left behind. */
  pump(): Answer<void> {
    this.#again = true;
    if (this.#pumping) return;
    this.#pumping = true;
    let reading: Promise<void> | null = null;
    try {
      reading = this.#pumpPages();
    } finally {
      if (!reading) this.#pumping = false;
    }
    if (reading) return this.#pumpOn(reading);
  }

  /** What is in memory is delivered at once; null when all of it was. */
  #pumpPages(): Promise<void> | null {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      // The line ticks every second and pumps again when there is room: the log keeps what waits.
      this.#behind = this.#reader.isCongested;
      if (this.#behind) return null;
      const after = this.#cursor;
      const read = this.#conversations.readEvents(this.#ref, after, LIMITS.pageOfEvents + 1);
      if (read instanceof Promise) return read.then((events) => this.#take(after, events));
      this.#take(after, read);
    }
    return null;
  }

  async #pumpOn(first: Promise<void>): Promise<void> {
    try {
      for (let reading: Promise<void> | null = first; reading; reading = this.#pumpPages()) await reading;
    } finally {
      this.#pumping = false;
    }
  }

  #take(after: number, read: ConversationEvent[]): void {
    if (this.#stopped) return;
    if (after !== this.#cursor) {
      this.#again = true;
      return;
    }
    const page = cutPage(read);
    const last = page.at(-1);
    if (!last) return;
    const more = read.length > page.length;
    this.#cursor = last.seq;
    this.#reader.deliver(page, more);
    if (more) this.#again = true;
  }
}
