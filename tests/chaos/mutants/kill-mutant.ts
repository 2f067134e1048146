// A short run against one broken server; it is killed when the checker contradicts it, not when it merely falls over.
import { type Outcome, runChaos } from '../run-chaos.ts';

const SHORT = { messages: 3_200, kills: 8, conversations: 8, pace: 8 };

function isCaught({ ledger }: Outcome): boolean {
  const { lost, duplicated, reordered, gaps, leaks } = ledger.counts;
  return lost + duplicated + reordered + gaps + leaks > 0;
}

export async function killMutant(mutant: { name: string; folder: string; seed: number }): Promise<boolean> {
  const { name, folder, seed } = mutant;
  const outcome = await runChaos({
    ...SHORT,
    seed,
    folder,
    mutant: name,
    stopEarly: true,
    progress: () => {},
  });
  return isCaught(outcome);
}
