// Keeps what the operator sees of the page up to date: at most one change a second, and only when something changed.
import type { PageContext } from '#protocol';
import type { Surroundings } from './surroundings.ts';

const MOST_OFTEN_MS = 1_000;

export interface ContextReport {
  /** What was told or is about to be told: exactly what the citizen may inspect. */
  latest(): PageContext | null;
  /** What goes along with the first word to the server. */
  take(): PageContext | null;
  changed(): void;
  /** The line is there (again): tell what has not been told. */
  flush(): void;
  cancel(): void;
}

export function createContextReport(
  surroundings: Pick<Surroundings, 'after'>,
  read: () => PageContext | null,
  send: (context: PageContext) => boolean,
): ContextReport {
  let told = '';
  let planned = false;
  let cancelPlan = (): void => undefined;

  function flush(): void {
    planned = false;
    cancelPlan();
    const context = read();
    if (context === null) return;
    const words = JSON.stringify(context);
    if (words !== told && send(context)) told = words;
  }

  return {
    latest: read,
    take() {
      const context = read();
      told = context === null ? '' : JSON.stringify(context);
      return context;
    },
    changed() {
      if (planned) return;
      planned = true;
      cancelPlan = surroundings.after(MOST_OFTEN_MS, flush);
    },
    flush,
    cancel() {
      cancelPlan();
      planned = false;
    },
  };
}
