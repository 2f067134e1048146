// The queue of one organisation as it is told to who waits in it: places, how fast it goes, and for whom that changed since it was told.
import { expectWait, noteTake, type Take, type WaitRange } from './expected-wait.ts';
import { LAST_PLACE, tellPlace } from './queue-place.ts';

/** What came in since the last look is found by the next one; noting more of it would only cost memory. */
const MOST_NOTED = 2 * LAST_PLACE;

interface Front {
  readonly place: number;
  /** What was told of it last. */
  told: string;
}

export interface Told {
  /** Null: an operator is kept for this one, or nobody knows yet. */
  readonly place: number | null;
  readonly wait: WaitRange | null;
}

const NOTHING: Told = { place: null, wait: null };

export class WaitingLine {
  #takes: readonly Take[] = [];
  #front = new Map<number, Front>();
  /** Since when each that waits is alone, as far as is known: those in front, and who came since. */
  #since = new Map<number, number>();
  readonly #unplaced = new Set<number>();
  /** For whom an operator is kept, until when. */
  readonly #kept = new Map<number, number>();
  #hasMore = false;
  #isStale = true;
  #isStaffed = false;

  /** Somebody waits who may want to hear something. */
  get isWatched(): boolean {
    return this.#since.size + this.#unplaced.size > 0;
  }

  /** Who came or went since the last look. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** One conversation is now like this. `since`: since when nobody helps. */
  note(
    one: { conversation: number; status: 'waiting' | 'active' | 'closed'; since: number },
    now: number,
  ): void {
    const { conversation, status, since } = one;
    const known = this.#since.get(conversation);
    if (status === 'waiting') {
      if (known === since) return;
      this.#isStale = true;
      this.#front.delete(conversation);
      if (this.#since.size < MOST_NOTED) this.#since.set(conversation, since);
      return;
    }
    this.#front.delete(conversation);
    this.#kept.delete(conversation);
    this.#unplaced.delete(conversation);
    if (known === undefined) return;
    if (status === 'active') this.#takes = noteTake(this.#takes, this.#aloneSince(now), now);
    this.#since.delete(conversation);
    this.#isStale = true;
  }

  /** To be said before a look at the queue: who comes during that look may not be in it. */
  beginLook(): void {
    this.#isStale = false;
  }

  /** The queue from its front, at most one more than the last place that is told. Gives who has to hear of it whatever was told. */
  endLook(rows: readonly { conversation: number; waitingSince: number }[]): number[] {
    const before = this.#front;
    const front = rows.slice(0, LAST_PLACE);
    this.#hasMore = rows.length > front.length;
    const since = front.map(
      ({ conversation, waitingSince }) =>
        [conversation, this.#since.get(conversation) ?? waitingSince] as const,
    );
    this.#since = new Map(since);
    this.#front = new Map(
      front.map(({ conversation }, index) => [
        conversation,
        { place: index + 1, told: before.get(conversation)?.told ?? '' },
      ]),
    );
    const fellBack = [...before.keys()].filter((conversation) => !this.#front.has(conversation));
    const news = [...this.#unplaced, ...fellBack].filter((conversation) => !this.#front.has(conversation));
    this.#unplaced.clear();
    return news;
  }

  /** Is anybody at the desk to whom the pace applies? */
  staff(isStaffed: boolean): void {
    this.#isStaffed = isStaffed;
  }

  /** For whom what is to be told differs from what was told; from now on that counts as told. */
  listNews(now: number): number[] {
    const news: number[] = [];
    for (const [conversation, until] of this.#kept) {
      if (until > now) continue;
      this.#kept.delete(conversation);
      news.push(conversation);
    }
    for (const [conversation, front] of this.#front) {
      const words = JSON.stringify(this.#tell(front.place, now));
      if (front.told === words) continue;
      front.told = words;
      if (!this.#kept.has(conversation)) news.push(conversation);
    }
    return news;
  }

  /** What one that waits is told. `keptUntil`: until when an operator is kept for it. */
  look(conversation: number, keptUntil: number | null, now: number): Told {
    if (keptUntil !== null && keptUntil > now) {
      this.#kept.set(conversation, keptUntil);
      return NOTHING;
    }
    const found = this.#front.get(conversation);
    if (found) return this.#tell(found.place, now);
    if (this.#hasMore && !this.#isStale) return this.#tell(LAST_PLACE + 1, now);
    this.#unplaced.add(conversation);
    return NOTHING;
  }

  #tell(place: number, now: number): Told {
    const idle = Math.max(0, now - Math.max(this.#takes.at(-1)?.at ?? 0, this.#aloneSince(now)));
    // How much further back than a hundred is not known.
    const isTold = this.#isStaffed && place <= LAST_PLACE;
    return { place: tellPlace(place), wait: isTold ? expectWait(this.#takes, { place, idle, now }) : null };
  }

  /** Since when somebody waits. */
  #aloneSince(now: number): number {
    let first = now;
    for (const since of this.#since.values()) first = Math.min(first, since);
    return first;
  }
}
