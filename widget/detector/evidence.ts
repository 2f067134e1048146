// What one signal found, as it fades.
import type { Field, Page, Signal } from './page.ts';

export interface Evidence {
  /** ln(1 + what is left of it), as of the last look. */
  found: number;
  about?: Field | undefined;
  times: number;
  ratio?: number | undefined;
}

/** Evidence this small is forgotten, with its count. */
const FORGOTTEN = 0.05;
/** How much less a thing says for each time that this person did it and went on all the same. */
const HABIT = 0.8;
/** Who needs longer does more of everything before a question is answered: this power of the pace is taken off. */
const SLOWNESS = 0.5;

/** Lets a signal listen; answers what it hears, and how to look at what is left. */
export function collect(page: Page, listen: Signal) {
  const evidence: Evidence = { found: 0, times: 0 };
  let amount = 0;
  let since = 0;
  // Done before a field was completed: then it was no trouble, it is how this person goes about.
  let habit = 0;
  let pending = 0;
  let completed = page.completed;
  const left = () => (amount ? amount * 0.5 ** (page.faded - since) : 0);
  const dampen = (more: number) => {
    if (page.completed > completed) {
      habit += pending;
      pending = 0;
      completed = page.completed;
    }
    pending += more;
    return more / (1 + HABIT * habit) / Math.exp((SLOWNESS * page.pace) / page.learned);
  };
  const listener = listen(
    page,
    (more, about = page.attended, times = left() < FORGOTTEN ? 1 : evidence.times + 1, ratio) => {
      amount = times ? dampen(more) + left() : more;
      since = page.faded;
      Object.assign(evidence, { about, times, ratio });
    },
  );
  const look = () => {
    evidence.found = amount ? Math.log1p(left()) : 0;
  };
  return { listener, evidence, look };
}
