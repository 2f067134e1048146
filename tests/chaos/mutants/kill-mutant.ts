// A short run against one broken server; it is killed when the checker contradicts it, not when it merely falls over.
import { type Outcome, runChaos } from '../run-chaos.ts';

const SHORT = { messages: 3_200, kills: 8, conversations: 8, pace: 8 };

function isCaught({ ledger }: Outcome): boolean {
  const { lost, duplicated, reordered, gaps, leaks } = ledger.counts;
  return lost + duplicated + reordered + gaps + leaks > 0;
}

/** The moment at which a mutant shows itself is a race that a quick server mostly wins: so many runs, each with other faults. */
const TRIES = 4;
const SEEDS_APART = 1_000;

export async function killMutant(mutant: { name: string; folder: string; seed: number }): Promise<boolean> {
  const { name, folder, seed } = mutant;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const outcome = await runChaos({
      ...SHORT,
      seed: seed + attempt * SEEDS_APART,
      folder,
      mutant: name,
      stopEarly: true,
      progress: () => {},
    });
    if (isCaught(outcome)) return true;
  }
  return false;
}
