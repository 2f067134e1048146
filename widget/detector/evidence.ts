// What one signal found, as it fades.
import { paceOf } from './expected.ts';
import type { Field, Listener, Page, Signal } from './page.ts';

export interface Evidence {
  /** ln(1 + what is left of it), and what that adds in log-odds, as of the last look. */
  found: number;
  weight: number;
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

interface Collected extends Evidence {
  hears: Listener;
  /** Brings it up to date; answers what it adds. */
  look(): number;
}

/** No signal counts for more, so that none can reach the threshold alone. */
const MOST = 4;

/** Lets a signal listen; answers what it found. */
export function collect(page: Page, listen: Signal, weight: number): Collected {
  let amount = 0;
  let since = 0;
  // Done before a field was completed: then it was no trouble, it is how this person goes about.
  let habit = 0;
  let pending = 0;
  let completed = page.completed;
  const left = () => (amount ? amount * 0.5 ** (page.faded - since) : 0);
  const evidence: Collected = {
    found: 0,
    weight: 0,
    times: 0,
    look() {
      evidence.found = Math.log1p(left());
      evidence.weight = Math.min(MOST, weight * evidence.found);
      return evidence.weight;
    },
    hears: listen(
      page,
      (more, about = page.attended, times = left() < FORGOTTEN ? 1 : evidence.times + 1, ratio) => {
        if (times) {
          if (page.completed > completed) {
            habit += pending;
            pending = 0;
            completed = page.completed;
          }
          pending += more;
          amount = left() + more / (1 + HABIT * habit) / paceOf(page) ** SLOWNESS;
        } else amount = more;
        since = page.faded;
        Object.assign(evidence, { about, times, ratio });
      },
    ),
  };
  return evidence;
}
