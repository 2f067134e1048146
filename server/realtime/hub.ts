// Brings each poke to the lines that it concerns, and knows all lines for heartbeats and for the stop.
import type { Poke } from '../application/ports.ts';
import type { Line } from './line.ts';

export type Topic = `conversation ${number}` | `organisation ${number}` | `session ${string}`;

type Hear = (poke: Poke) => void;

const NOBODY: readonly Hear[] = [];

function topicsOf(poke: Poke): Topic[] {
  if (poke.kind === 'session-ended') return [`session ${poke.sessionHash}`];
  if (poke.kind === 'queue') return [`conversation ${poke.conversation}`];
  const organisation: Topic = `organisation ${poke.organisation}`;
  return 'conversation' in poke ? [`conversation ${poke.conversation}`, organisation] : [organisation];
}

export class Hub {
  readonly #topics = new Map<Topic, Set<Hear>>();
  readonly #lines = new Set<Line>();

  subscribe(topic: Topic, hear: Hear): () => void {
    const listeners = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, listeners.add(hear));
    return () => {
      listeners.delete(hear);
      if (listeners.size === 0 && this.#topics.get(topic) === listeners) this.#topics.delete(topic);
    };
  }

  dispatch(poke: Poke): void {
    for (const topic of topicsOf(poke)) {
      // Who leaves while this goes on is skipped by the set itself.
      for (const hear of this.#topics.get(topic) ?? NOBODY) hear(poke);
    }
  }

  addLine(line: Line): () => void {
    this.#lines.add(line);
    return () => this.#lines.delete(line);
  }

  get lines(): ReadonlySet<Line> {
    return this.#lines;
  }

  tick(now: number): void {
    for (const line of this.#lines) line.tick(now);
  }
}
