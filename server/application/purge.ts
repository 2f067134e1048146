// Throws out what was kept long enough: finished requests, ratings and remarks, a little at a time.
import { oneAtATime } from './one-at-a-time.ts';
import type { Clock, Log, RetentionStore, Site } from './ports.ts';
import type { SiteDirectory } from './site-directory.ts';

const EVERY = 60 * 60_000;

interface Parts {
  sites: SiteDirectory;
  retention: RetentionStore;
  clock: Clock;
  log: Log;
}

async function purgeSite({ retention, clock, log }: Parts, site: Site): Promise<void> {
  const gone = await retention.purge(site, clock.now());
  if (gone > 0) log.info({ code: 'purged', site: site.key, gone }, 'retention');
}

async function purgeAll(parts: Parts): Promise<void> {
  try {
    for (const site of parts.sites.listAll()) await purgeSite(parts, site);
  } catch {
    // The store cannot write now: in an hour the same is found.
    parts.log.warn({ code: 'not-purged' }, 'retention');
  }
}

export function beginPurging(parts: Parts): () => void {
  const round = oneAtATime(() => purgeAll(parts));
  void round();
  return parts.clock.every(EVERY, () => void round());
}
