// What window.vangnet.state() tells, and the inspector shows (contract, section 3).
import type { GateCode, Reason } from '#protocol';
import type { OfferState } from './offer-state.ts';

export type Mode = 'proactive' | 'button' | 'off';

/** A request on its way is still quiet for whoever looks from outside. */
export type OfferStatus = Exclude<OfferState['status'], 'asking'>;

export interface OfferReport {
  mode: Mode;
  status: OfferStatus;
  score: number;
  threshold: number;
  reasons: Reason[];
  gates: GateCode[];
}
