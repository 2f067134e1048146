// Tells who waits where they stand in the queue, how long that may take, and when the norm is over (rules Q): seldom, and only what changed.
import type { ToVisitorFrame } from '#protocol';
import { LAST_PLACE } from '../domain/queue-place.ts';
import { WaitingLine } from '../domain/waiting-line.ts';
import type {
  Bus,
  Clock,
  ConversationRecord,
  ConversationRef,
  ConversationStore,
  Log,
  OfferStore,
} from './ports.ts';
import type { PresenceBook } from './presence-book.ts';
import type { SiteDirectory } from './site-directory.ts';

type QueueFrame = Extract<ToVisitorFrame, { type: 'queue' }>;

const PASS_EVERY = 1_000;
/** Q3: what moves faster than people read is told at this pace. */
const TOLD_EVERY = 3_000;
/** Within this somebody answers, where a site says nothing else. */
const USUAL_NORM_SECONDS = 120;

interface Parts {
  conversations: ConversationStore;
  offers: Pick<OfferStore, 'readDeskLoad'>;
  presence: PresenceBook;
  sites: SiteDirectory;
  bus: Bus;
  clock: Clock;
  log: Log;
}

interface Room {
  readonly line: WaitingLine;
  toldAt: number;
}

export class WaitingRoom {
  readonly #parts: Parts;
  readonly #rooms = new Map<number, Room>();
  #tell: (ref: ConversationRef) => void = () => undefined;
  #isPassing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `tell`: whoever follows this conversation may look again. */
  begin(tell: (ref: ConversationRef) => void): () => void {
    const { bus, clock } = this.#parts;
    this.#tell = tell;
    const endings = [
      bus.subscribe((poke) => poke.kind === 'changed' && this.#hear(poke)),
      clock.every(PASS_EVERY, () => void this.pass()),
    ];
    return () => {
      for (const end of endings) end();
    };
  }

  /** Null: it does not wait. */
  look({ organisation, conversation, site, state }: ConversationRecord): QueueFrame | null {
    if (state.status !== 'waiting') return null;
    const now = this.#parts.clock.now();
    const { line } = this.#open(organisation);
    const { place, wait } = line.look(conversation, state.reservation?.until ?? null, now);
    const norm = (this.#parts.sites.findByNumber(site)?.answerWithin ?? USUAL_NORM_SECONDS) * 1_000;
    return {
      type: 'queue',
      ...(place === null ? {} : { place }),
      ...(wait === null ? {} : { waitFrom: wait.from }),
      ...(wait?.to == null ? {} : { waitTo: wait.to }),
      lateIn: Math.max(0, state.aloneSince + norm - now),
      ...(state.callBack === null ? {} : { callBackBy: state.callBack.by }),
    };
  }

  async pass(): Promise<void> {
    if (this.#isPassing) return;
    this.#isPassing = true;
    try {
      for (const [organisation, room] of this.#rooms) await this.#passRoom(organisation, room);
    } catch {
      // The store cannot read now: the next pass looks again.
      this.#parts.log.warn({ code: 'queue-not-read' }, 'queue');
    } finally {
      this.#isPassing = false;
    }
  }

  async #passRoom(organisation: number, room: Room): Promise<void> {
    const { conversations, clock } = this.#parts;
    const { line } = room;
    if (!line.isWatched || clock.passed() - room.toldAt < TOLD_EVERY) return;
    room.toldAt = clock.passed();
    const news = new Set<number>();
    if (line.isStale) {
      line.beginLook();
      const rows = await conversations.readQueue(organisation, null, LAST_PLACE + 1);
      for (const conversation of line.endLook(rows)) news.add(conversation);
    }
    line.staff(await this.#isStaffed(organisation));
    for (const conversation of line.listNews(clock.now())) news.add(conversation);
    for (const conversation of news) this.#tell({ organisation, conversation });
  }

  async #isStaffed(organisation: number): Promise<boolean> {
    const { offers, presence, clock } = this.#parts;
    const live = presence.readLive(organisation);
    if (live.length === 0) return false;
    const { operators } = await offers.readDeskLoad(organisation, live, clock.now());
    return operators.some(({ ready }) => ready);
  }

  #hear({ organisation, conversation }: ConversationRef): void {
    const read = this.#parts.conversations.read({ organisation, conversation });
    // A store that is elsewhere answers later; a failure is the next look's.
    if (read instanceof Promise) read.then((record) => this.#note(record)).catch(() => undefined);
    else this.#note(read);
  }

  #note(record: ConversationRecord | null): void {
    if (!record) return;
    const { organisation, conversation, state } = record;
    const { status, aloneSince: since } = state;
    this.#open(organisation).line.note({ conversation, status, since }, this.#parts.clock.now());
  }

  #open(organisation: number): Room {
    const known = this.#rooms.get(organisation);
    if (known) return known;
    const room = { line: new WaitingLine(), toldAt: Number.NEGATIVE_INFINITY };
    this.#rooms.set(organisation, room);
    return room;
  }
}
