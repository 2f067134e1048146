// Which part of the desk one console has: everything that is helped, and of the queue as much as is of use, from its front (T4).
import type { ConversationStatus } from '#protocol';

interface Place {
  readonly conversation: number;
  readonly waitingSince: number;
}

function isBefore(place: Place, end: Place): boolean {
  const ahead = place.waitingSince - end.waitingSince || place.conversation - end.conversation;
  return ahead <= 0;
}

export class QueueWindow {
  #room: number;
  readonly #waiting = new Set<number>();
  readonly #helped = new Set<number>();
  /** Everyone who waits up to here is shown. */
  #end: Place | null = null;
  #hasMore = false;
  #turnedAway = false;

  constructor(room: number) {
    this.#room = room;
  }

  /** How many of those behind the end there is room for. */
  get missing(): number {
    return this.#hasMore ? Math.max(0, this.#room - this.#waiting.size) : 0;
  }

  get end(): Place | null {
    return this.#end;
  }

  /** To be said before a look at the queue: who comes during that look may not be in it. */
  beginLook(): void {
    this.#turnedAway = false;
  }

  /** `hasMore`: what the look showed. */
  endLook(hasMore: boolean): void {
    this.#hasMore = hasMore || this.#turnedAway;
  }

  /** No more of the queue fit in what the console can be told at once. */
  narrow(): void {
    this.#room = Math.max(1, this.#waiting.size);
    this.#hasMore = true;
  }

  /** The next one of the queue, in its order; `isShown` is false for who does not wait any more. */
  moveUp(place: Place, isShown: boolean): void {
    this.#end = place;
    if (isShown) this.#waiting.add(place.conversation);
  }

  /** Something changed: is that news for this console? What it asked for by name always is. */
  admit(one: Place & { readonly status: ConversationStatus }, isAskedFor: boolean): boolean {
    if (one.status === 'waiting') return this.#admitWaiting(one, isAskedFor);
    const wasWaiting = this.#waiting.delete(one.conversation);
    if (one.status === 'closed') return this.#helped.delete(one.conversation) || wasWaiting || isAskedFor;
    this.#helped.add(one.conversation);
    return true;
  }

  #admitWaiting(one: Place, isAskedFor: boolean): boolean {
    const { conversation } = one;
    const isInFront = this.#end !== null && isBefore(one, this.#end);
    const isKnown = this.#helped.delete(conversation) || this.#waiting.has(conversation);
    if (isKnown || isInFront || isAskedFor) {
      this.#waiting.add(conversation);
      return true;
    }
    if (this.#hasMore || this.#waiting.size >= this.#room) {
      this.#hasMore = true;
      this.#turnedAway = true;
      return false;
    }
    this.moveUp(one, true);
    return true;
  }
}
