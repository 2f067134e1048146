// What is put into every page, the empty one too: it notes frames that took long, with the scripts in them, and everything that moved.

interface LongScript {
  url: string;
  /** What started it: a tag, an event, a promise. */
  invoker: string;
  duration: number;
  /** The part in which it made the browser lay out the page. */
  layout: number;
}

export interface LongFrame {
  duration: number;
  scripts: LongScript[];
}

export const WATCH_PAGE = `{
  const seen = { frames: [], shifts: 0, excusedShifts: 0 };
  globalThis.__watched = seen;
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('long-animation-frame', ({ duration, scripts }) =>
    seen.frames.push({ duration, scripts: scripts.map((one) => ({
      url: one.sourceURL, invoker: one.invoker, duration: one.duration, layout: one.forcedStyleAndLayoutDuration })) }));
  observe('layout-shift', ({ value, hadRecentInput }) => { seen[hadRecentInput ? 'excusedShifts' : 'shifts'] += value; });
}`;

export const READ_WATCH = 'JSON.stringify(globalThis.__watched)';
