// Who has a live line to this node: citizens per conversation, operators per organisation.
import { TIMINGS } from '#protocol';
import { addLine, dropLine, isHere, NEVER_HERE, type Presence } from '../domain/presence.ts';
import type { Bus, Clock, ConversationRef } from './ports.ts';

/** A reload of the console is not leaving the desk: it takes a second or two. */
const OPERATOR_AWAY_AFTER = 5_000;

export interface OperatorPlace {
  organisation: number;
  operator: number;
}

export class PresenceBook {
  readonly #clock: Clock;
  readonly #bus: Bus;
  readonly #visitors = new Map<number, Presence>();
  readonly #operators = new Map<number, Presence & { organisation: number }>();

  constructor(clock: Clock, bus: Bus) {
    this.#clock = clock;
    this.#bus = bus;
  }

  visitorCame({ organisation, conversation }: ConversationRef): void {
    const before = this.#visitors.get(conversation) ?? NEVER_HERE;
    const came = !isHere(before, this.#clock.now(), TIMINGS.visitorLeftAfter);
    this.#visitors.set(conversation, addLine(before));
    if (came) this.#bus.poke({ kind: 'presence', organisation, conversation });
  }

  visitorLeft({ organisation, conversation }: ConversationRef): void {
    const presence = dropLine(this.#visitors.get(conversation) ?? NEVER_HERE, this.#clock.now());
    this.#visitors.set(conversation, presence);
    if (presence.lines > 0) return;
    this.#clock.after(TIMINGS.visitorLeftAfter, () => {
      // The same presence: nobody came since. Not asked of the clock, which may stand a moment before or behind its timer.
      if (this.#visitors.get(conversation) !== presence) return;
      this.#visitors.delete(conversation);
      this.#bus.poke({ kind: 'presence', organisation, conversation });
    });
  }

  isVisitorHere(conversation: number): boolean {
    const presence = this.#visitors.get(conversation) ?? NEVER_HERE;
    return isHere(presence, this.#clock.now(), TIMINGS.visitorLeftAfter);
  }

  operatorCame({ organisation, operator }: OperatorPlace): void {
    const before = this.#operators.get(operator) ?? NEVER_HERE;
    this.#operators.set(operator, { ...addLine(before), organisation });
  }

  /** `gone` is called when the last line has been closed long enough to call it absence. */
  operatorLeft({ organisation, operator }: OperatorPlace, gone: () => void): void {
    const dropped = dropLine(this.#operators.get(operator) ?? NEVER_HERE, this.#clock.now());
    const presence = { ...dropped, organisation };
    this.#operators.set(operator, presence);
    if (presence.lines > 0) return;
    this.#clock.after(OPERATOR_AWAY_AFTER, () => {
      if (this.#operators.get(operator) !== presence) return;
      this.#operators.delete(operator);
      gone();
    });
  }

  hasLine(operator: number): boolean {
    return (this.#operators.get(operator)?.lines ?? 0) > 0;
  }

  isOperatorHere(operator: number): boolean {
    return isHere(this.#operators.get(operator) ?? NEVER_HERE, this.#clock.now(), OPERATOR_AWAY_AFTER);
  }

  /** Operators with an open socket now: the only ones an offer may hold. */
  readLive(organisation: number): number[] {
    return [...this.#operators]
      .filter(([, presence]) => presence.organisation === organisation && presence.lines > 0)
      .map(([operator]) => operator);
  }
}
