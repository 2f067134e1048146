// What one signal found, as it fades.
import type { Field, Listener, Page, Signal } from './page.ts';

/** A tuple, so that it can leave a script whose names were shortened. `amount`: ln(1 + what is left). */
export type Evidence = readonly [
  amount: number,
  field: string | undefined,
  count: number,
  ratio: number | undefined,
];

/** Evidence this small is forgotten, with its count. */
const FORGOTTEN = 0.05;

/** Lets a signal listen; answers how to ask what it found. */
export function collect(page: Page, listeners: Listener[], listen: Signal): () => Evidence {
  let amount = 0;
  let since = 0;
  let count = 0;
  let field: Field | undefined;
  let ratio: number | undefined;
  const left = () => amount * 0.5 ** (page.faded - since);
  listeners.push(
    listen(page, (more, about = page.attended, times = left() < FORGOTTEN ? 1 : count + 1, compared) => {
      amount = more + (times && left());
      since = page.faded;
      count = times;
      field = about;
      ratio = compared;
    }),
  );
  return () => [Math.log1p(left()), field?.called, count, ratio];
}
