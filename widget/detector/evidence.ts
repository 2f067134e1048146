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

/** Lets a signal listen; answers what it hears, and how to look at what is left. */
export function collect(page: Page, listen: Signal) {
  const evidence: Evidence = { found: 0, times: 0 };
  let amount = 0;
  let since = 0;
  const left = () => (amount ? amount * 0.5 ** (page.faded - since) : 0);
  const listener = listen(
    page,
    (more, about = page.attended, times = left() < FORGOTTEN ? 1 : evidence.times + 1, ratio) => {
      amount = more + (times && left());
      since = page.faded;
      Object.assign(evidence, { about, times, ratio });
    },
  );
  const look = () => {
    evidence.found = amount ? Math.log1p(left()) : 0;
  };
  return { listener, evidence, look };
}
