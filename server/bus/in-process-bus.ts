// The bus of one process: what one commit pokes is joined, and delivered before anything else is read.
import type { Bus, Poke } from '../application/ports.ts';

/** Of these one a conversation is enough: what changed is read from the log or from presence. */
type Joined = Record<Extract<Poke['kind'], 'changed' | 'presence'>, Set<number>>;

/** False: the same is on its way already. */
function join(joined: Joined, poke: Poke): boolean {
  if (poke.kind !== 'changed' && poke.kind !== 'presence') return true;
  const known = joined[poke.kind];
  if (known.has(poke.conversation)) return false;
  known.add(poke.conversation);
  return true;
}

export function createInProcessBus(): Bus {
  const listeners = new Set<(poke: Poke) => void>();
  let pending: Poke[] = [];
  const joined: Joined = { changed: new Set(), presence: new Set() };

  function deliver(): void {
    const pokes = pending;
    pending = [];
    joined.changed.clear();
    joined.presence.clear();
    for (const poke of pokes) for (const hear of listeners) hear(poke);
  }

  return {
    poke(poke) {
      if (join(joined, poke) && pending.push(poke) === 1) process.nextTick(deliver);
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
