// Keeps assignments honest: signs of life renew a lease, silence ends it, and what nobody wants any more leaves the queue.
import { TIMINGS } from '#protocol';
import { GRACE_MS, LEASE_MS } from '../domain/conversation.ts';
import type { Bus, Clock, ConversationRef, ConversationStore, Log, QueuePlace } from './ports.ts';
import type { OperatorPlace, PresenceBook } from './presence-book.ts';

/** Renewing at every frame only writes more; the pongs, 25 s apart, renew in time by themselves. */
const RENEW_EVERY = 10_000;
const SWEEP_EVERY = 1_000;
/** Someone opened the panel, wrote nothing and left: nobody waits there, and the place is needed. */
const EMPTY_AFTER = 10 * 60_000;
/** One sweep looks at so many that wait: 10,000 idle citizens are gone through in 50 s, and a second of them costs about a millisecond. */
const LOOKED_AT = 200;
/** After a start nobody is back yet: the longest wait of a client between two tries, and room for the next. */
const BACK_WITHIN = 2 * TIMINGS.backoffMost;

interface Parts {
  conversations: ConversationStore;
  presence: PresenceBook;
  bus: Bus;
  clock: Clock;
  log: Log;
}

export class LeaseKeeper {
  readonly #parts: Parts;
  readonly #renewed = new Map<number, number>();
  /** When each operator's leases should end, also when the store could not write it; not by a clock that can be set. */
  readonly #until = new Map<number, number>();
  #sweeping = false;
  #begunAt = 0;
  /** How far the look for empty conversations has come. */
  #lookedTo: QueuePlace | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** After a start nobody could renew: every assignment gets a fresh lease. */
  async begin(): Promise<() => void> {
    const { conversations, clock } = this.#parts;
    this.#begunAt = clock.passed();
    await conversations.setLeases('all', clock.now() + LEASE_MS);
    return clock.every(SWEEP_EVERY, () => void this.sweep());
  }

  heard(place: OperatorPlace): void {
    const { clock } = this.#parts;
    const passed = clock.passed();
    this.#until.set(place.operator, passed + LEASE_MS);
    if (passed - (this.#renewed.get(place.operator) ?? Number.NEGATIVE_INFINITY) < RENEW_EVERY) return;
    this.#renewed.set(place.operator, passed);
    this.#set(place, clock.now() + LEASE_MS);
  }

  /** The last socket closed. */
  lost(place: OperatorPlace): void {
    const { clock } = this.#parts;
    this.#renewed.delete(place.operator);
    this.#until.set(place.operator, clock.passed() + GRACE_MS);
    this.#set(place, clock.now() + GRACE_MS);
  }

  async sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    const { conversations, clock, log } = this.#parts;
    try {
      const now = clock.now();
      for (const ref of await conversations.findLostLeases(now)) await this.#judge(ref);
      if (clock.passed() - this.#begunAt >= BACK_WITHIN) await this.#endEmpty(now);
    } catch {
      // The store cannot write now: the next sweep finds the same leases.
      log.warn({ code: 'sweep-failed' }, 'lease');
    } finally {
      this.#sweeping = false;
    }
  }

  /** A store that could not write renewals for a minute must not take everyone's conversations away when it can again. */
  async #judge(ref: ConversationRef): Promise<void> {
    const { conversations, clock } = this.#parts;
    const operator = (await conversations.read(ref))?.state.assignee?.operator;
    const left = operator === undefined ? 0 : Math.ceil((this.#until.get(operator) ?? 0) - clock.passed());
    if (operator === undefined || left <= 0) await this.#end(ref, 'lose-lease');
    else await conversations.setLeases({ organisation: ref.organisation, operator }, clock.now() + left);
  }

  async #endEmpty(now: number): Promise<void> {
    const { conversations, presence } = this.#parts;
    const page = { after: this.#lookedTo, limit: LOOKED_AT };
    const { found, next } = await conversations.findEmpty(now - EMPTY_AFTER, page);
    this.#lookedTo = next;
    for (const ref of found) {
      if (!presence.isVisitorHere(ref.conversation)) await this.#end(ref, 'abandon');
    }
  }

  async #end({ organisation, conversation }: ConversationRef, what: 'lose-lease' | 'abandon'): Promise<void> {
    const { conversations, bus, clock } = this.#parts;
    const ref = { organisation, conversation };
    const decision = await conversations.execute(ref, { do: what }, clock.now());
    if (decision.ok && decision.events.length > 0) bus.poke({ kind: 'changed', ...ref });
  }

  #set(place: OperatorPlace, until: number): void {
    const { conversations, log } = this.#parts;
    conversations.setLeases(place, until).catch(() => log.warn({ code: 'lease-not-set' }, 'lease'));
  }
}
