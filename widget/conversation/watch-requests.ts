// Notices that the page asked something of its own server, which renews the session there: only when and of whom, never what.

/** What Vangnet asks renews nothing. */
const OURS = ['/v1/', '/widget/'];
const ASKED = ['fetch', 'xmlhttprequest'];

/** The page itself came from there: its load is the first of them. `server`: where Vangnet is, perhaps beside the page. */
export function watchRequests(
  heard: (msAgo: number) => void,
  origins: readonly string[],
  server: string,
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
    !OURS.some((path) => name.startsWith(`${server}${path}`)) &&
    [location.origin, ...origins].includes(new URL(name).origin);
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
}
