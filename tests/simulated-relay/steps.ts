// The steps of a seed: each is drawn from the seed and its own number alone, so that any of them can be left out of a replay.
import { type Chance, createChance } from '../simulation/chance.ts';
import { ACTS, type Act } from './acts.ts';
import { FAULTS } from './faults.ts';
import type { World } from './world.ts';

const ALL = { ...ACTS, ...FAULTS } satisfies Record<string, Act>;
type Name = keyof typeof ALL;

const WEIGHTS = {
  wait: 6,
  write: 22,
  'write-many': 1,
  'read-all': 4,
  'load-page': 5,
  'sleep-page': 2,
  'wake-page': 1,
  'open-tab': 2,
  'close-tab': 1,
  'end-conversation': 0.3,
  take: 7,
  'take-anything': 1,
  race: 1.5,
  release: 2,
  finish: 0.4,
  reply: 16,
  select: 4,
  'choose-status': 0.7,
  'reload-console': 2,
  'leave-console': 0.7,
  'wake-console': 0.7,
  cut: 3,
  'half-open': 2,
  offline: 1,
  'freeze-client': 1,
  'freeze-server': 0.7,
  crash: 1.2,
  'crash-at-commit': 1.2,
  restart: 0.5,
  backup: 0.7,
  restore: 0.4,
  'disk-full': 0.8,
  'set-clock': 0.7,
  'double-frame': 3,
  'overtaken-frame': 3,
  'rate-limit': 1,
  'slow-reader': 1,
} satisfies Record<Name, number>;

/** Mostly things follow each other closely; now and then time enough passes for deadlines, leases and backoffs. */
function drawWait(chance: Chance): number {
  const kind = chance.uniform();
  if (kind < 0.75) return chance.between(0, 40);
  return kind < 0.98 ? chance.between(40, 600) : chance.between(1_000, 25_000);
}

export interface Step {
  name: Name;
  wait: number;
  run(world: World): void;
}

export function drawStep(seed: number, number: number): Step {
  const chance = createChance(seed, number);
  const name = chance.draw(WEIGHTS);
  const wait = drawWait(chance);
  const act: Act = ALL[name];
  return { name, wait, run: (world) => act(world, chance) };
}
