// The sites in memory: a handshake is judged without waiting for the disk.
import type { Counter } from '../domain/reach.ts';
import type { Site, SiteStore } from './ports.ts';

/** The hours of the form's department, else those of the site. */
export function findCounter(site: Site, form: string | null): Counter {
  const department = site.departments?.find(({ forms }) => form !== null && forms.has(form));
  return { hours: department?.hours ?? site.hours, outsideHours: site.outsideHours ?? 'closed' };
}

export class SiteDirectory {
  readonly #store: SiteStore;
  #byKey = new Map<string, Site>();
  #byNumber = new Map<number, Site>();

  constructor(store: SiteStore) {
    this.#store = store;
  }

  async load(): Promise<void> {
    const sites = await this.#store.readSites();
    this.#byKey = new Map(sites.map((site) => [site.key, site]));
    this.#byNumber = new Map(sites.map((site) => [site.id, site]));
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
}
