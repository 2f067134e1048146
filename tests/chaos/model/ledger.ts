// The model: what the server promised to whom, and what readers were shown. Each contradiction is a violation.
import type { ConversationEvent } from '#protocol';
import { idOf, numberOf, textOf } from './message-names.ts';

export const VIOLATIONS = ['lost', 'duplicated', 'reordered', 'gaps', 'leaks', 'crashes', 'stalled'] as const;
export type Violation = (typeof VIOLATIONS)[number];

/** Sentences kept to explain a failure; the counters count all. */
const MOST_SENTENCES = 20;

export interface Written {
  id: string;
  text: string;
}

/** What happened to one message, by its number. A seq of 0 means: not told. */
export interface MessageFate {
  writer: number;
  story: number;
  ackSeq: number;
  seenSeq: number;
  /** The server said that it is in the log: by an ack, or by the lastN of a welcome. */
  promised: boolean;
  /** The server said for good that it is not. */
  refused: boolean;
}

export class Ledger {
  readonly counts: Record<Violation, number> = {
    lost: 0,
    duplicated: 0,
    reordered: 0,
    gaps: 0,
    leaks: 0,
    crashes: 0,
    stalled: 0,
  };
  readonly sentences: string[] = [];
  readonly #acceptedIn: number[] = [];
  readonly fates: MessageFate[] = [];
  /** Per story, what stands at each seq: a message's number, or the kind of another event. */
  readonly shown: (number | string | undefined)[][] = [];
  accepted = 0;
  refused = 0;
  /** Events that readers were shown, all readers together: the sign that the run is alive. */
  readings = 0;

  get violations(): number {
    return VIOLATIONS.reduce((sum, name) => sum + this.counts[name], 0);
  }

  violate(what: Violation, sentence: string, times = 1): void {
    this.counts[what] += times;
    if (this.sentences.length < MOST_SENTENCES) this.sentences.push(`${what}: ${sentence}`);
  }

  write(writer: number, story: number): Written {
    const number = this.fates.length;
    this.fates.push({ writer, story, ackSeq: 0, seenSeq: 0, promised: false, refused: false });
    return { id: idOf(number), text: textOf(number) };
  }

  acked(id: string, seq: number): void {
    const fate = this.#fateOf(id);
    if (!fate) {
      this.violate('leaks', `an ack for ${id}, which nobody wrote`);
      return;
    }
    if (fate.ackSeq !== 0 && fate.ackSeq !== seq) {
      this.violate('duplicated', `${id} was acked as ${fate.ackSeq} and as ${seq}`);
    }
    fate.ackSeq = seq;
    this.#promise(fate);
  }

  /** A welcome told that everything up to lastN is in the log (M5). */
  stored(id: string): void {
    const fate = this.#fateOf(id);
    if (fate) this.#promise(fate);
  }

  refuse(id: string): void {
    const fate = this.#fateOf(id);
    if (!fate) return;
    fate.refused = true;
    this.refused += 1;
  }

  /** A reader was shown an event of its conversation. */
  saw(story: number, event: ConversationEvent): void {
    this.readings += 1;
    const mark = event.kind === 'message' ? numberOf(event.id) : event.kind;
    const log = this.#logOf(story);
    const known = log[event.seq];
    if (known === undefined) log[event.seq] = mark;
    else if (known !== mark) {
      this.violate(
        'reordered',
        `seq ${event.seq} of story ${story} is ${known} for one and ${mark} for another`,
      );
    }
    if (event.kind === 'message') this.#sawMessage(story, event.id, event.seq);
  }

  acceptedIn(story: number): number {
    return this.#acceptedIn[story] ?? 0;
  }

  #sawMessage(story: number, id: string, seq: number): void {
    const fate = this.#fateOf(id);
    if (!fate || fate.story !== story) {
      this.violate('leaks', `${id} was shown in story ${story}`);
      return;
    }
    if (fate.seenSeq !== 0 && fate.seenSeq !== seq) {
      this.violate('duplicated', `${id} was shown at ${fate.seenSeq} and at ${seq}`);
    }
    fate.seenSeq = seq;
    this.#promise(fate);
  }

  #promise(fate: MessageFate): void {
    if (fate.promised) return;
    fate.promised = true;
    this.accepted += 1;
    this.#acceptedIn[fate.story] = (this.#acceptedIn[fate.story] ?? 0) + 1;
  }

  #fateOf(id: string): MessageFate | undefined {
    return this.fates[numberOf(id)];
  }

  #logOf(story: number): (number | string | undefined)[] {
    const log = this.shown[story] ?? [];
    this.shown[story] = log;
    return log;
  }
}
