// Keeps what the operator sees of the page up to date: at most one change a second, and only when something changed.
import type { PageContext } from '#protocol';
import type { Surroundings } from './surroundings.ts';

const MOST_OFTEN_MS = 1_000;

export interface ContextReport {
  /** What goes along with the first word to the server. */
  take(): PageContext | null;
  changed(): void;
  /** The line is there (again): tell what has not been told. */
  flush(): void;
}

export function createContextReport(
  surroundings: Pick<Surroundings, 'after'>,
  read: () => PageContext | null,
  send: (context: PageContext) => boolean,
): ContextReport {
  let told = '';
  let planned = false;

  function flush(): void {
    planned = false;
    const context = read();
    const words = JSON.stringify(context);
    if (context !== null && words !== told && send(context)) told = words;
  }

  return {
    take() {
      const context = read();
      told = JSON.stringify(context);
      return context;
    },
    changed() {
      if (!planned) surroundings.after(MOST_OFTEN_MS, flush);
      planned = true;
    },
    flush,
  };
}
