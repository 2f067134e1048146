// A citizen's tab: pages come and go in it, its storage stays.
import { CitizenPage, type TabStorage } from './citizen-page.ts';
import type { Shown } from './oracle.ts';
import type { Place } from './virtual-network.ts';
import { Host } from './virtual-time.ts';
import type { Citizen, World } from './world.ts';

export class Tab {
  readonly label: string;
  readonly citizen: Citizen;
  readonly place: Place;
  readonly storage: TabStorage;
  page: CitizenPage | null = null;
  #shown: Shown = { epoch: null, upTo: 0 };
  readonly #world: World;

  /** A duplicated tab gets a copy of the other's storage, its unsent messages included. */
  constructor(world: World, citizen: Citizen, copied: Tab | null) {
    this.#world = world;
    this.citizen = citizen;
    this.label = `${citizen.name} tab ${world.nextTab()}`;
    this.storage = copied ? { ...copied.storage } : { token: citizen.token, conversation: null, outbox: [] };
    const who = { kind: 'visitor', site: citizen.site } as const;
    this.place = { who, label: this.label, host: new Host(world.time), offlineUntil: 0 };
    this.load(0);
  }

  get isUsable(): boolean {
    return this.page !== null && !this.place.host.isFrozen;
  }

  /** A page load; the old page says goodbye unless it crashed. */
  load(ms: number): void {
    this.page?.leave();
    this.page = null;
    this.#world.time.plan(this.#world.time.now + ms, () => this.#open());
  }

  write(): void {
    const { page, citizen } = this;
    if (page === null) return;
    const id = this.#world.newId();
    const text = `message ${id.slice(-4)}`;
    this.#world.oracle.wrote({ id, text, writer: this.label, conversation: citizen.key, under: null });
    const before = page.state.outbox.entries.length;
    page.dispatch({ kind: 'write', id, text, at: this.#world.time.now });
    // Ended: the box is not there any more.
    if (page.state.phase === 'closed' && page.state.outbox.entries.length === before) {
      this.#world.oracle.writings.delete(id);
    }
  }

  /** The tab is closed, and what it kept is gone with it. */
  close(): void {
    this.page?.leave();
    this.page = null;
    this.#world.oracle.abandoned(this.storage.outbox.map(({ id }) => id));
  }

  sleep(ms: number): void {
    const { page } = this;
    if (page === null) return;
    page.hide();
    this.place.host.freeze(ms);
    this.place.host.after(ms, () => page === this.page && page.restore());
  }

  #open(): void {
    const world = this.#world;
    if (this.page !== null || !world.tabs.includes(this)) return;
    const host = new Host(world.time);
    this.place.host = host;
    this.#shown = { epoch: null, upTo: 0 };
    const { network, time, chance } = world;
    const isOfPresent = (): boolean => world.restores === 0 || page.state.log.epoch === world.disk.epoch;
    const page = new CitizenPage(
      world.newId(),
      this.storage,
      {
        host,
        now: () => time.now,
        random: () => chance.uniform(),
        connect: (handlers) => network.connect(this.place, handlers),
        request: (body, signal) => this.#request(body, signal),
        returned: (texts) => world.oracle.returned(texts, isOfPresent()),
        changed: (changed) => this.#check(changed),
      },
      world.parts.twist,
    );
    this.page = page;
    world.note(`${this.label} opens a page`);
    page.open();
  }

  #request(body: string, signal: AbortSignal | undefined): Promise<Response> {
    const answer = this.#world.network.request(this.place, body, signal);
    const turn = (): void => this.#world.expectPromises();
    answer.then(turn, turn);
    return answer;
  }

  #check({ state }: CitizenPage): void {
    const { oracle, disk } = this.#world;
    oracle.checkShown(this.label, this.citizen.key, state.log, this.#shown);
    oracle.checkOutbox(this.label, state.outbox.entries, state.log.epoch === disk.epoch);
  }
}
