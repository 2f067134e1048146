// Tells one console which call-back requests are to be done: the most urgent in one frame, then each change when the line has room (K4).
import { toContactSummary } from '../application/contact-requests.ts';
import type { Relay } from '../application/relay.ts';
import type { Line } from './line.ts';

/** More than a team calls in a day; who stands behind them comes when there is a place. */
const MOST_ROWS = 100;
/** Names and subjects can be long in every alphabet. */
const MOST_CHARS = 128 * 1024;

type Reader = Pick<Line, 'isCongested' | 'sendText'>;

export class ContactDesk {
  readonly #contacts: Relay['contacts'];
  readonly #organisation: number;
  readonly #line: Reader;
  readonly #shown = new Set<number>();
  /** Changed and not told yet. What it is now is read when it is told. */
  readonly #late = new Set<number>();
  /** Somebody stands behind the front who has a place now, or a place that is not there: the list is told again, once a second at most. */
  #isStale = false;
  #isOpen = false;
  #isDraining = false;

  constructor(contacts: Relay['contacts'], organisation: number, line: Reader) {
    this.#contacts = contacts;
    this.#organisation = organisation;
    this.#line = line;
  }

  async open(): Promise<void> {
    await this.#tellAll();
    this.#isOpen = true;
    await this.#drain();
  }

  async change(contact: number): Promise<void> {
    this.#late.add(contact);
    await this.#drain();
  }

  /** Once a second. */
  async tick(): Promise<void> {
    if (this.#isOpen && this.#isStale && !this.#line.isCongested) await this.#tellAll();
    await this.#drain();
  }

  async #drain(): Promise<void> {
    if (!this.#isOpen || this.#isDraining) return;
    this.#isDraining = true;
    try {
      for (const contact of this.#late) {
        if (this.#line.isCongested) return;
        this.#late.delete(contact);
        await this.#tell(contact);
      }
    } finally {
      this.#isDraining = false;
    }
  }

  async #tellAll(): Promise<void> {
    this.#isStale = false;
    const records = await this.#contacts.listOpen(this.#organisation, MOST_ROWS);
    const open = await this.#contacts.countOpen(this.#organisation);
    const texts: string[] = [];
    let chars = 0;
    this.#shown.clear();
    for (const record of records) {
      const text = JSON.stringify(toContactSummary(record));
      chars += text.length + 1;
      if (chars > MOST_CHARS) break;
      texts.push(text);
      this.#shown.add(record.contact);
    }
    this.#line.sendText(`{"type":"contacts","requests":[${texts.join(',')}],"open":${open}}`);
  }

  async #tell(contact: number): Promise<void> {
    const record = await this.#contacts.read({ organisation: this.#organisation, contact });
    if (!record) return;
    const open = await this.#contacts.countOpen(this.#organisation);
    const isDone = record.state.status === 'done';
    const hasPlace = isDone || this.#shown.has(contact) || this.#shown.size < MOST_ROWS;
    if (isDone) this.#shown.delete(contact);
    else if (hasPlace) this.#shown.add(contact);
    this.#isStale ||= !hasPlace || this.#shown.size < Math.min(open, MOST_ROWS);
    if (!hasPlace) return;
    const request = toContactSummary(record);
    this.#line.sendText(JSON.stringify({ type: 'contact', request, open }));
  }
}
