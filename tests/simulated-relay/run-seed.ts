// One seed from begin to end, and the search for the fewest of its steps that still break the same rule.
import type { Violation } from './oracle.ts';
import { rest } from './rest.ts';
import { drawStep } from './steps.ts';
import { type Parts, SOUND_PARTS, World } from './world.ts';

export interface Run {
  seed: number;
  /** Numbers of the steps, in order. */
  steps: readonly number[];
  parts?: Parts;
  trace?: string[];
}

/** In some seeds nobody helps the clients' own clocks. */
const UNWOKEN_EVERY = 5;

export const countTo = (steps: number): number[] => Array.from({ length: steps }, (_, number) => number);

export async function runSeed({ seed, steps, parts = SOUND_PARTS, trace }: Run): Promise<Violation | null> {
  const world = new World(seed, parts, trace ?? null);
  const { oracle } = world;
  for (const number of steps) {
    const { name, wait, run } = drawStep(seed, number);
    world.note(`#${number} ${name}`);
    run(world);
    await world.pass(wait);
    if (oracle.violation !== null) return oracle.violation;
  }
  await rest(world, seed % UNWOKEN_EVERY !== 0);
  return oracle.violation;
}

/** Leaves out ever smaller pieces as long as the same rule still breaks. */
export async function shrink(run: Run, rule: string): Promise<readonly number[]> {
  let { steps } = run;
  const breaks = async (fewer: readonly number[]) => (await runSeed({ ...run, steps: fewer }))?.rule === rule;
  for (let piece = Math.ceil(steps.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let from = 0; from < steps.length; ) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + piece)];
      if (await breaks(fewer)) steps = fewer;
      else from += piece;
    }
  }
  return steps;
}
