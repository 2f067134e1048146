// The bus of one process: pokes of one turn are joined and delivered in the next.
import type { Bus, Poke } from '../application/ports.ts';

/** Only the last of these counts: what changed is read from the log or from presence. */
function joinKey(poke: Poke): string | null {
  const joins = poke.kind === 'changed' || poke.kind === 'presence';
  return joins ? `${poke.kind} ${poke.conversation}` : null;
}

export function createInProcessBus(): Bus {
  const listeners = new Set<(poke: Poke) => void>();
  let pending: Poke[] = [];
  const joined = new Set<string>();

  function deliver(): void {
    const pokes = pending;
    pending = [];
    joined.clear();
    for (const poke of pokes) for (const hear of listeners) hear(poke);
  }

  return {
    poke(poke) {
      const key = joinKey(poke);
      if (key !== null && joined.has(key)) return;
      if (key !== null) joined.add(key);
      if (pending.push(poke) === 1) setImmediate(deliver);
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
