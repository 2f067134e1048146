// A world is one guess at how things are out there. Weights that hold in many different worlds may hold in the real one.
import type { Chance } from './chance.ts';
import { ACTS, type Act } from './people.ts';

export interface World {
  /** How often people do each of these, times what we think usual. */
  noise: Record<Act, number>;
  /** How long people hold out, and how often they act while they struggle, times what we think usual. */
  patience: number;
  activity: number;
  /** Power on what trouble does to behaviour: below 1 it shows less. */
  contrast: number;
  /** Share of wrong answers that the page marks when the field is left; the others at the next attempt. */
  marksAtOnce: number;
  /** The page takes a mark away while the citizen corrects, or only when it judges again. */
  unmarksEarly: number;
  /** Share of pages that send both marks and `submit-failed`. */
  tellsRefusal: number;
  /** Keys are told one by one, or a burst at a time. */
  burstSeconds: number;
  /** Share of wrong answers that are wrong again after a correction, by people who are fine. */
  wrongAgain: number;
  /** Of the moves in trouble, per move: how far it is from what we think usual (ln). */
  tilt: number;
}

export function makeWorld(chance: Chance): World {
  const noise = {} as Record<Act, number>;
  for (const act of ACTS) noise[act] = chance.logNormal(1, 0.45);
  return {
    noise,
    patience: chance.logNormal(1, 0.18),
    activity: chance.logNormal(1, 0.25),
    contrast: chance.between(1.1, 1.5),
    marksAtOnce: chance.between(0.2, 0.9),
    unmarksEarly: chance.uniform(),
    tellsRefusal: chance.between(0.5, 1),
    burstSeconds: chance.happens(0.5) ? 0 : chance.between(0.5, 2.5),
    wrongAgain: chance.between(0.05, 0.16),
    tilt: 0.5,
  };
}
