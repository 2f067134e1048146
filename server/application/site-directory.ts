// The sites in memory: a handshake is judged without waiting for the disk. What is set holds within a minute, without a restart.
import type { ChannelSettings } from '../domain/channels.ts';
import type { Counter } from '../domain/reach.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Clock, Log, Site, SiteStore } from './ports.ts';

const READ_AGAIN_EVERY = 60_000;

/** Of the form's department, else of the site. */
export function findCounter(site: Site, form: string | null): Counter & { channels: ChannelSettings } {
  const department = site.departments?.find(({ forms }) => form !== null && forms.has(form));
  const { hours, channels } = department ?? site;
  return { hours, channels, outsideHours: site.outsideHours ?? 'closed' };
}

export class SiteDirectory {
  readonly #store: SiteStore;
  #byKey = new Map<string, Site>();
  #byNumber = new Map<number, Site>();
  /** Said in the log, so that it is not said every minute. */
  #told = '';

  constructor(store: SiteStore) {
    this.#store = store;
  }

  /** At the start everything has to be understood. */
  async load(): Promise<void> {
    const { sites, broken } = await this.#store.readSites();
    for (const { why } of broken) throw why;
    this.#replace(sites);
  }

  /** A site with a row that cannot be understood stays as it was; the others are as they are set now. */
  async #readAgain(log: Log): Promise<void> {
    try {
      const { sites, broken } = await this.#store.readSites();
      this.#replace([...sites, ...broken.flatMap(({ site }) => this.#byNumber.get(site) ?? [])]);
      this.#tell(
        broken.map(({ why }) => why.place),
        log,
      );
    } catch {
      this.#tell(['database'], log);
    }
  }

  keepFresh(clock: Clock, log: Log): () => void {
    const readAgain = oneAtATime(() => this.#readAgain(log));
    return clock.every(READ_AGAIN_EVERY, () => void readAgain());
  }

  find(key: string): Site | null {
    return this.#byKey.get(key) ?? null;
  }

  get organisations(): ReadonlySet<number> {
    return new Set([...this.#byNumber.values()].map(({ organisation }) => organisation));
  }

  findByNumber(id: number): Site | null {
    return this.#byNumber.get(id) ?? null;
  }

  listAll(): Site[] {
    return [...this.#byNumber.values()];
  }

  #replace(sites: readonly Site[]): void {
    const byNumber = new Map(sites.map((site) => [site.id, site]));
    this.#byKey = new Map(sites.map((site) => [site.key, site]));
    this.#byNumber = byNumber;
  }

  #tell(places: readonly string[], log: Log): void {
    const told = places.join(', ');
    if (told === this.#told) return;
    this.#told = told;
    for (const place of places) log.warn({ code: 'setting-not-understood', place }, 'settings');
    if (places.length === 0) log.info({ code: 'settings-understood' }, 'settings');
  }
}
