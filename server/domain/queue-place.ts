// The place in the queue as it is told: exact where it matters, by tens further back, so that a long queue that moves is not told to everyone.

/** Who stands up to here hears the exact place. */
const EXACT = 10;
/** Who stands behind this one hears just that: there are more. */
export const LAST_PLACE = 100;

/** `place`: 1 is who is next. Never better than it is. */
export function tellPlace(place: number): number {
  if (place <= EXACT) return place;
  return place > LAST_PLACE ? LAST_PLACE + 1 : Math.ceil(place / EXACT) * EXACT;
}
