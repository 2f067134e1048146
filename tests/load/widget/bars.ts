// The bars of the widget, and a line for each that says whether this run meets it. Missing one fails nothing: a bench measures.
import type { readFigures } from './figures.ts';
import type { weighFiles } from './weigh-files.ts';

type Figures = Omit<ReturnType<typeof readFigures>, 'peerFigures'> &
  ReturnType<typeof weighFiles> & { thirdHosts: number };
type Bar = { figure: Exclude<keyof Figures, 'files'>; most: number; unit: string; what: string };

const BARS: readonly Bar[] = [
  { figure: 'loaderBrotli', most: 5_000, unit: 'B', what: 'loader after brotli' },
  { figure: 'panelBrotli', most: 15_000, unit: 'B', what: 'panel after brotli' },
  { figure: 'requestsWithoutOffer', most: 2, unit: '', what: 'requests before the citizen acts' },
  { figure: 'requestsFilledIn', most: 2, unit: '', what: 'requests of a visit with typing and no offer' },
  { figure: 'elements', most: 1, unit: '', what: 'elements in the page' },
  { figure: 'thirdHosts', most: 0, unit: '', what: 'third hosts' },
  { figure: 'cls', most: 0, unit: '', what: 'layout shift, offer to close' },
  { figure: 'loaderScriptMs', most: 40, unit: 'ms', what: 'script of the loader' },
  { figure: 'loaderAllScriptMs', most: 40, unit: 'ms', what: 'the same with promises' },
  { figure: 'panelScriptMs', most: 120, unit: 'ms', what: 'script from yes to 20 messages' },
  { figure: 'panelAllScriptMs', most: 120, unit: 'ms', what: 'the same with promises' },
  { figure: 'attributedLongTasks', most: 0, unit: '', what: 'long tasks of ours at load' },
  { figure: 'heapDeltaMb', most: 0.1, unit: 'MB', what: 'heap of the loader' },
  { figure: 'panelHeapDeltaMb', most: 0.6, unit: 'MB', what: 'heap with panel and 20 messages' },
  { figure: 'scriptMsPerKey', most: 0.5, unit: 'ms', what: 'script for each key' },
];

export function judge(figures: Figures): string[] {
  return BARS.map(({ figure, most, unit, what }) => {
    const value = figures[figure];
    return `${value <= most ? 'met   ' : 'MISSED'} ${what}: ${value} (bar ${most}) ${unit}`.trimEnd();
  });
}
