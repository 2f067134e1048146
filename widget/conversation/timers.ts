// Timers with a name: planning one again moves it, and all of them stop together.
import type { Surroundings } from './surroundings.ts';

export class Timers {
  readonly #after: Surroundings['after'];
  readonly #cancels = new Map<string, () => void>();

  constructor({ after }: Pick<Surroundings, 'after'>) {
    this.#after = after;
  }

  plan(name: string, ms: number, run: () => void): void {
    this.#cancels.get(name)?.();
    this.#cancels.set(name, this.#after(ms, run));
  }

  stop(): void {
    for (const cancel of this.#cancels.values()) cancel();
  }
}
