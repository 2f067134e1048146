// What one signal found, as it fades.
import { paceOf } from './expected.ts';
import type { Field, Listener, Page, Signal } from './page.ts';

export interface Evidence {
  /** ln(1 + what is left of it), and what that adds in log-odds. */
  found: number;
  weight: number;
  about: Field | undefined;
  times: number;
  ratio: number | undefined;
}

/** Evidence this small is forgotten, with its count. */
const FORGOTTEN = 0.05;
/** How much less a thing says for each time that this person did it and went on all the same. */
const HABIT = 0.8;
/** Who needs longer does more of everything before a question is answered: this power of the pace is taken off. */
const SLOWNESS = 0.5;

interface Collected {
  hears: Listener;
  look(): Evidence;
}

/** No signal counts for more, so that none can reach the threshold alone. */
const MOST = 4;

/** Lets a signal listen, and tells what it found. */
export function collect(page: Page, listen: Signal, weight = 0): Collected {
  let amount = 0;
  let since = 0;
  // Done before a field was completed: then it was no trouble, it is how this person goes about.
  let habit = 0;
  let pending = 0;
  let about: Field | undefined;
  let times = 0;
  let ratio: number | undefined;
  let completed = page.fieldsDone;
  const left = () => amount * 0.5 ** (page.faded - since);
  return {
    look() {
      const found = Math.log1p(left());
      return { found, weight: Math.min(MOST, weight * found), about, times, ratio };
    },
    hears: listen(page, (more, field = page.attended, count = left() < FORGOTTEN ? 1 : times + 1, share) => {
      if (count) {
        if (page.fieldsDone > completed) {
          habit += pending;
          pending = 0;
          completed = page.fieldsDone;
        }
        pending += more;
        amount = left() + more / (1 + HABIT * habit) / paceOf(page) ** SLOWNESS;
      } else amount = more;
      since = page.faded;
      about = field;
      times = count;
      ratio = share;
    }),
  };
}
