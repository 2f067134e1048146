// The offer lease: held -> shown -> accepted | declined | expired, or withheld. An offer always holds a real operator.
import { type OfferChange, TIMINGS } from '#protocol';
import { chooseOperator, type DeskLoad, isReady } from './capacity.ts';

export type OfferState = 'held' | 'shown' | 'accepted' | 'declined' | 'expired' | 'withheld';

export interface Offer {
  readonly state: OfferState;
  readonly operator: number | null;
  readonly heldUntil: number;
}

export function holdOffer(desk: DeskLoad, now: number): Offer {
  const operator = chooseOperator(desk);
  if (operator === null) return { state: 'withheld', operator, heldUntil: now };
  return { state: 'held', operator, heldUntil: now + TIMINGS.offerHold };
}

function isHolding(offer: Offer): boolean {
  return offer.state === 'held' || offer.state === 'shown';
}

/** `desk` is counted without this offer's own hold. */
export function changeOffer(offer: Offer, change: OfferChange['change'], desk: DeskLoad, now: number): Offer {
  if (!isHolding(offer)) return offer;
  if (change === 'declined' || change === 'expired') return { ...offer, state: change, heldUntil: now };
  const state = change === 'shown' ? 'shown' : offer.state;
  const still = offer.operator !== null && offer.heldUntil > now && isReady(desk, offer.operator);
  if (still) return { ...offer, state, heldUntil: now + TIMINGS.offerHold };
  const again = holdOffer(desk, now);
  return again.state === 'held' ? { ...again, state } : again;
}

/** The operator whom the accepted offer still holds, or null: the citizen then joins the queue like anyone. */
export function acceptOffer(offer: Offer, now: number): { offer: Offer; reservedFor: number | null } {
  if (!isHolding(offer)) return { offer, reservedFor: null };
  const reservedFor = offer.heldUntil > now ? offer.operator : null;
  return { offer: { ...offer, state: 'accepted', heldUntil: now }, reservedFor };
}
