// Notices that the page asked something of its own server, which renews the session there: only when and of whom, never what.

const ASKED = ['fetch', 'xmlhttprequest'];

/** The page itself came from there: its load is the first of them. `ours`: what Vangnet asks renews nothing. */
export function watchRequests(
  heard: (msAgo: number) => void,
  origins: readonly string[],
  ours: string,
): () => void {
  heard(performance.now());
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceResourceTiming && isOfForm(entry))
        heard(performance.now() - entry.startTime);
    }
  });
  const isOfForm = ({ name, initiatorType }: PerformanceResourceTiming): boolean =>
    ASKED.includes(initiatorType) &&
    !name.startsWith(ours) &&
    [location.origin, ...origins].includes(new URL(name).origin);
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
}
