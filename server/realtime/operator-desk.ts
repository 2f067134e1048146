// Tells one console what is on the desk: first all it needs in one frame, then each change when the line has room (T4).
import type {
  Answer,
  ConversationRecord,
  ConversationRef,
  OperatorAccount,
  QueuePlace,
} from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';
import { toSummary } from '../application/summaries.ts';
import { QueueWindow } from '../domain/queue-window.ts';
import type { Line } from './line.ts';

/** More than anyone reads in a list, and enough for all operators of a city to take from until the next look. */
const MOST_WAITING = 200;
/** A line with so much unread is congested (S5): a bigger frame would hold up everything behind it. */
const MOST_CHARS = 256 * 1024;
/** Read in one turn. A conversation that is not in memory takes a tenth of a millisecond. */
const READ_AT_ONCE = 100;

type Parts = Pick<Relay, 'conversations' | 'presence' | 'sites'>;
type Reader = Pick<Line, 'isCongested' | 'sendText'>;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class OperatorDesk {
  readonly #parts: Parts;
  readonly #account: OperatorAccount;
  readonly #line: Reader;
  readonly #isFollowed: (conversation: number) => boolean;
  readonly #window = new QueueWindow(MOST_WAITING);
  /** Changed and not told yet, before the first frame or for want of room. The state is read when it is told: the newest. */
  readonly #late = new Map<number, ConversationRef>();
  #isOpen = false;
  #isDraining = false;

  constructor(
    parts: Parts,
    account: OperatorAccount,
    line: Reader,
    isFollowed: (conversation: number) => boolean,
  ) {
    this.#parts = parts;
    this.#account = account;
    this.#line = line;
    this.#isFollowed = isFollowed;
  }

  async open(): Promise<void> {
    const { conversations } = this.#parts;
    const { organisation, operator } = this.#account;
    const active = await conversations.findActive(organisation);
    const own = active.filter((one) => one.operator === operator);
    const others = active.filter((one) => one.operator !== operator);
    const queue = await conversations.readQueue(organisation, null, MOST_WAITING + 1);
    const front = queue.slice(0, MOST_WAITING);
    const texts: string[] = [];
    const ownToCome = await this.#pack(own, texts);
    const frontToCome = await this.#pack(front, texts);
    const othersToCome = await this.#pack(others, texts);
    for (const place of front.slice(0, front.length - frontToCome.length)) this.#window.moveUp(place, true);
    this.#window.endLook(queue.length > front.length);
    if (frontToCome.length > 0) this.#window.narrow();
    for (const ref of [...ownToCome, ...othersToCome]) this.#late.set(ref.conversation, ref);
    this.#line.sendText(`{"type":"desk","conversations":[${texts.join(',')}]}`);
    this.#isOpen = true;
    await this.drain();
  }

  change(ref: ConversationRef): Answer<void> {
    if (!this.#isOpen || this.#line.isCongested) {
      this.#late.set(ref.conversation, ref);
      return;
    }
    this.#late.delete(ref.conversation);
    const read = this.#parts.conversations.read(ref);
    if (read instanceof Promise) return read.then((record) => this.#tell(record));
    this.#tell(read);
  }

  /** What waited for room, and then who waits behind the front when there is a place in it. */
  async drain(): Promise<void> {
    if (!this.#isOpen || this.#isDraining) return;
    this.#isDraining = true;
    try {
      await this.#tellLate();
      await this.#moveUp();
    } finally {
      this.#isDraining = false;
    }
  }

  /** Gives those for which there was no room. What changes while this goes on is late, and is told behind it. */
  async #pack<Ref extends ConversationRef>(refs: readonly Ref[], texts: string[]): Promise<Ref[]> {
    let chars = texts.reduce((sum, text) => sum + text.length + 1, 100);
    for (const [index, ref] of refs.entries()) {
      if (index % READ_AT_ONCE === READ_AT_ONCE - 1) await breathe();
      const record = await this.#parts.conversations.read(ref);
      if (!record || record.state.status === 'closed') continue;
      const text = JSON.stringify(toSummary(this.#parts, record));
      chars += text.length + 1;
      if (chars > MOST_CHARS) return refs.slice(index);
      texts.push(text);
      if (record.state.status === 'active') this.#window.admit(toPlace(record), false);
    }
    return [];
  }

  async #tellLate(): Promise<void> {
    let read = 0;
    for (const ref of this.#late.values()) {
      if (this.#line.isCongested || read === READ_AT_ONCE) return;
      read += 1;
      this.#late.delete(ref.conversation);
      this.#tell(await this.#parts.conversations.read(ref));
    }
  }

  async #moveUp(): Promise<void> {
    const { conversations } = this.#parts;
    const { missing, end } = this.#window;
    if (missing === 0 || this.#line.isCongested) return;
    this.#window.beginLook();
    const behind = end && { ...end, organisation: this.#account.organisation };
    const places = await conversations.readQueue(this.#account.organisation, behind, missing);
    this.#window.endLook(places.length === missing);
    for (const place of places) {
      if (this.#line.isCongested) {
        this.#window.endLook(true);
        return;
      }
      const record = await conversations.read(place);
      const waits = record?.state.status === 'waiting';
      this.#window.moveUp(place, waits);
      if (record && waits) this.#say(record);
    }
  }

  #tell(record: ConversationRecord | null): void {
    if (!record) return;
    const isAskedFor = this.#isFollowed(record.conversation);
    if (this.#window.admit(toPlace(record), isAskedFor)) this.#say(record);
  }

  #say(record: ConversationRecord): void {
    this.#line.sendText(JSON.stringify({ type: 'summary', summary: toSummary(this.#parts, record) }));
  }
}

function toPlace({ organisation, conversation, state }: ConversationRecord) {
  const { status, waitingSince } = state;
  const place: QueuePlace = { organisation, conversation, waitingSince };
  return { ...place, status };
}
