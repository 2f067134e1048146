// What the form is set to and what is usual for its fields: asked once, and not waited for longer than a moment.
import { OFFER_MANNERS, type OfferManner, SENSITIVITIES, type Sensitivity } from '#protocol';
import { createCrowd } from '../detector/crowd.ts';
import type { Crowd } from '../detector/detector.ts';
import type { Relay } from './relay.ts';

/** ms: as long as it takes the detector to be sure of anything. */
const WAITS = 2_000;

export interface Profile {
  sensitivity: Sensitivity;
  manner: OfferManner;
  crowd?: Crowd;
}

export const USUAL: Profile = { sensitivity: 'normal', manner: 'card' };

/** Without an answer in time, or with one that makes no sense, a form is like any other. */
export function askProfile(
  relay: Relay,
  later: (ms: number, run: () => void) => void,
  form: string,
): Promise<Profile> {
  const ask = async (): Promise<Profile> => {
    const { sensitivity, manner, fields } = await relay.profile(form);
    return {
      sensitivity: SENSITIVITIES.find((name) => name === sensitivity) ?? USUAL.sensitivity,
      manner: OFFER_MANNERS.find((name) => name === manner) ?? USUAL.manner,
      crowd: createCrowd(new Map(fields.map((one) => [one.field, one]))),
    };
  };
  return new Promise((resolve) => {
    later(WAITS, () => resolve(USUAL));
    ask().then(resolve, () => resolve(USUAL));
  });
}
