// Many visits at once: who comes, to which forms, in which worlds, and how it ends for them.
import { createChance } from './chance.ts';
import { makeForm } from './forms.ts';
import { PERSONAS, type Persona, STRANGERS } from './people.ts';
import { REASONS, type Reason, STRANGE_REASONS } from './trouble.ts';
import { type Fate, makeVisit, type Visit } from './visit.ts';
import { makeWorld } from './worlds.ts';

/** Raised with every change in what is simulated: figures of different versions cannot be compared. */
export const SIMULATOR_VERSION = 4;

/** Share of visits. Most people are fine. */
const FATES: Readonly<Record<Fate, number>> = { fine: 0.8, 'gives-up': 0.14, recovers: 0.035, silent: 0.025 };

/**
 * `known`: the people and reasons that the fit saw, in other worlds. `strange`: only people and reasons that it never saw.
 * `mixed`: both together.
 * `training`: the known ones, and as many drawn at random.
 */
export type Tier = 'training' | 'known' | 'strange' | 'mixed';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];
const fill = <T>(one: T, times: number): T[] => Array.from({ length: times }, () => one);
const KNOWN = { personas: keysOf(PERSONAS), reasons: keysOf(REASONS) };
const TIERS: Record<Tier, { personas: readonly Persona[]; reasons: readonly Reason[] }> = {
  training: {
    personas: [...KNOWN.personas, ...fill<Persona>('anyone', KNOWN.personas.length)],
    reasons: [...KNOWN.reasons, ...fill<Reason>('anything', KNOWN.reasons.length)],
  },
  known: KNOWN,
  mixed: {
    personas: [...KNOWN.personas, ...keysOf(STRANGERS)],
    reasons: [...KNOWN.reasons, ...keysOf(STRANGE_REASONS)],
  },
  strange: { personas: keysOf(STRANGERS), reasons: keysOf(STRANGE_REASONS) },
};

const VISITS_PER_WORLD = 40;
const FORMS_PER_WORLD = 5;

export function* makePopulation(seed: number, count: number, tier: Tier): Generator<Visit> {
  const { personas, reasons } = TIERS[tier];
  for (let index = 0; index < count; index += 1) {
    const worldIndex = Math.floor(index / VISITS_PER_WORLD);
    const world = makeWorld(createChance(seed, 1, worldIndex));
    const chance = createChance(seed, 2, index);
    const formIndex = chance.whole(1, FORMS_PER_WORLD);
    const form = makeForm(createChance(seed, 3, worldIndex, formIndex), `form-${worldIndex}-${formIndex}`);
    const plan = {
      id: `${tier}-${seed}-${index}`,
      persona: chance.pick(personas),
      fate: chance.draw(FATES),
      reason: chance.pick(reasons),
      form,
      world,
    };
    yield makeVisit(plan, chance);
  }
}
