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
  /** The citizen does not share the page: then null is something to tell (T6). */
  isHidden: () => boolean,
  send: (context: PageContext | null) => boolean,
): ContextReport {
  let told = '';
  let planned = false;
  const see = () => (isHidden() ? null : read());

  function flush(): void {
    planned = false;
    const context = see();
    const words = JSON.stringify(context);
    if ((context !== null || isHidden()) && words !== told && send(context)) told = words;
  }

  return {
    take() {
      const context = see();
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
