// The queue is ordered by `waitingSince`; who comes back after a lost lease or a release goes to the front.

/** A citizen who was being helped has waited since the start, and in any case longer than whoever is first now. */
export function frontOfQueue(openedAt: number, oldestWaiting: number | null): number {
  return oldestWaiting === null ? openedAt : Math.min(openedAt, oldestWaiting - 1);
}
