// Holds the desk: one input at a time goes through the pure reducer, effects go to the edge, watchers hear of it.
import type { DeskEffect, DeskInput, DeskState } from './desk-model.ts';
import { stepDesk } from './desk-state.ts';

export interface DeskStore {
  readonly state: DeskState;
  step(input: DeskInput): void;
  /** Runs after every change; returns how to stop. */
  watch(run: () => void): () => void;
}

export function createDeskStore(initial: DeskState, perform: (effect: DeskEffect) => void): DeskStore {
  const watchers = new Set<() => void>();
  let state = initial;
  return {
    get state() {
      return state;
    },
    step(input) {
      const before = state;
      const { state: next, effects } = stepDesk(state, input);
      state = next;
      for (const effect of effects) perform(effect);
      if (next !== before) for (const run of [...watchers]) run();
    },
    watch(run) {
      watchers.add(run);
      return () => watchers.delete(run);
    },
  };
}
