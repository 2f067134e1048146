// What the log of one conversation has proven so far; each further event must fit (I2, I3, I4, I7 and the rules A).
import type { ConversationEvent, MessageEvent } from '#protocol';
import type { StoredConversation, Writer } from './virtual-disk.ts';

export interface Writing {
  id: string;
  text: string;
  /** Tab or desk, over all its page loads. */
  writer: string;
  order: number;
  conversation: string;
  /** The assignment epoch that the operator saw when writing. */
  under: number | null;
  /** `returned`: it is the writer's again. `lost`: the tab with it is gone, or a restore took it. */
  fate: 'open' | 'returned' | 'lost';
}

export type Fail = (rule: string, what: string) => void;

export class LogBook {
  readonly #fail: Fail;
  readonly #ids = new Set<string>();
  readonly #lastN = new Map<string, number>();
  readonly #lastOrder = new Map<string, number>();
  readonly #authors = new Map<number, string>();
  #seq = 0;
  #assignee: string | null = null;
  #epoch = 0;
  #isClosed = false;

  constructor(fail: Fail) {
    this.#fail = fail;
  }

  note(stored: StoredConversation, event: ConversationEvent, by: Writer | null, writing?: Writing): void {
    const place = `${stored.record.id.slice(0, 4)} seq ${event.seq}`;
    if (event.seq !== this.#seq + 1) this.#fail('I3', `${place} follows on seq ${this.#seq}`);
    this.#seq = event.seq;
    if (this.#isClosed) this.#fail('A4', `${place}: ${event.kind} after the end`);
    if (event.kind === 'message') this.#noteMessage(event, by, writing, place);
    else this.#noteHands(event, place);
    if (stored.events.at(-1) === event) this.#compare(stored, place);
  }

  /** The state beside the log says the same as the log. */
  #compare({ record }: StoredConversation, place: string): void {
    const { assignmentEpoch, assignee, status } = record.state;
    if (assignmentEpoch !== this.#epoch) {
      this.#fail('A2', `${place}: epoch ${assignmentEpoch}, by the log ${this.#epoch}`);
    }
    if (status === 'active' && assignee?.name !== this.#assignee) {
      this.#fail('A1', `${place}: ${assignee?.name} is assigned, by the log ${this.#assignee}`);
    }
  }

  #noteHands(event: Exclude<ConversationEvent, MessageEvent>, place: string): void {
    if (event.kind === 'closed') this.#isClosed = true;
    if (event.kind !== 'assigned' && event.kind !== 'unassigned') return;
    const taken = event.kind === 'assigned' ? event.operator : null;
    // Nobody here is a supervisor: an assignment straight after another one is two operators with one citizen.
    if ((taken === null) === (this.#assignee === null)) {
      this.#fail('A1', `${place}: from ${this.#assignee ?? 'nobody'} to ${taken ?? 'nobody'}`);
    }
    this.#assignee = taken;
    this.#epoch += 1;
  }

  #noteMessage(event: MessageEvent, by: Writer | null, writing: Writing | undefined, place: string): void {
    if (this.#ids.has(event.id)) this.#fail('I2', `${place}: ${event.text} is there twice`);
    this.#ids.add(event.id);
    if (by !== null) {
      const lastN = this.#lastN.get(by.device) ?? 0;
      if (by.n <= lastN) this.#fail('I4', `${place}: n ${by.n} after n ${lastN} of one device`);
      this.#lastN.set(by.device, by.n);
    }
    if (writing !== undefined) this.#noteOrder(writing, place);
    if (event.from === 'operator') this.#noteAuthor(event, writing, place);
  }

  #noteOrder({ writer, order, text, fate }: Writing, place: string): void {
    const last = this.#lastOrder.get(writer) ?? -1;
    // What was lost to its writer may come back by another tab, and what was given back may be sent again, behind what was written since.
    if (fate === 'open' && last > order) {
      this.#fail('I4', `${place}: ${text} of ${writer} is behind what was written later`);
    }
    this.#lastOrder.set(writer, Math.max(order, last));
  }

  #noteAuthor({ author }: MessageEvent, writing: Writing | undefined, place: string): void {
    const under = writing?.under ?? this.#epoch;
    if (author !== this.#assignee) {
      this.#fail('I7', `${place}: ${author} writes, ${this.#assignee} is assigned`);
    }
    if (under !== this.#epoch) {
      this.#fail('I7', `${place}: ${writing?.text} was typed under epoch ${under}, now is ${this.#epoch}`);
    }
    const first = this.#authors.get(this.#epoch) ?? author;
    if (first !== author) {
      this.#fail('I7', `${place}: ${author} and ${first} both write under epoch ${this.#epoch}`);
    }
    if (author !== null) this.#authors.set(this.#epoch, author);
  }
}
