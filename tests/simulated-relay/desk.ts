// An operator's desk: the console is reloaded, left alone and opened again; its storage stays.
import type { DeskState, Thread } from '../../operator-console/desk-model.ts';
import type { OperatorAccount } from '../../server/application/ports.ts';
import { type DeskStorage, OperatorPage } from './operator-page.ts';
import type { Shown } from './oracle.ts';
import type { Place } from './virtual-network.ts';
import { Host } from './virtual-time.ts';
import type { World } from './world.ts';

export class Desk {
  readonly account: OperatorAccount;
  readonly place: Place;
  page: OperatorPage | null = null;
  readonly #storage: DeskStorage = { kept: {}, selected: null };
  readonly #world: World;
  #shown = new Map<string, Shown>();
  #seen = new Map<string, Thread>();

  constructor(world: World, account: OperatorAccount) {
    this.#world = world;
    this.account = account;
    const who = { kind: 'operator', account } as const;
    this.place = { who, label: account.name, host: new Host(world.time), offlineUntil: 0 };
    this.load(0);
  }

  get isUsable(): boolean {
    return this.page !== null && !this.place.host.isFrozen;
  }

  /** Leaves the console for so long, then opens it again. */
  load(ms: number): void {
    this.page?.leave();
    this.page = null;
    this.#world.time.plan(this.#world.time.now + ms, () => this.#open());
  }

  write(conversation: string): void {
    const page = this.page;
    // The console says that the conversation is gone; who writes there all the same keeps the text on the screen.
    if (page === null || page.state.threads.get(conversation)?.line === 'gone') return;
    const { oracle } = this.#world;
    const text = `reply ${this.#world.newId().slice(-4)}`;
    const before = page.state.threads.get(conversation)?.outbox.entries.length ?? 0;
    page.link.draft(conversation, text);
    const under = page.state.summaries.get(conversation)?.assignmentEpoch ?? null;
    page.link.write(conversation);
    const entry = page.state.threads.get(conversation)?.outbox.entries.at(-1);
    const entries = page.state.threads.get(conversation)?.outbox.entries.length ?? 0;
    if (entry?.text !== text || entries !== before + 1) return;
    oracle.wrote({
      id: entry.id,
      text,
      writer: `${this.account.name} in ${conversation}`,
      conversation,
      under,
    });
  }

  #open(): void {
    const world = this.#world;
    if (this.page !== null) return;
    const host = new Host(world.time);
    this.place.host = host;
    this.#shown = new Map();
    this.#seen = new Map();
    const { time, chance, network } = world;
    this.page = new OperatorPage(this.account, this.#storage, {
      host,
      now: () => time.now,
      random: () => chance.uniform(),
      wallClock: () => Math.round(time.now + world.skew),
      newId: () => world.newId(),
      connect: (handlers) => network.connect(this.place, handlers),
      changed: (state) => this.#check(state),
    });
    world.note(`${this.account.name} opens the console`);
    this.page.link.start();
    this.page.link.act({ type: 'status', status: 'available' });
  }

  #check(state: DeskState): void {
    for (const [id, thread] of state.threads) {
      if (this.#seen.get(id) === thread) continue;
      this.#seen.set(id, thread);
      this.#checkThread(id, thread);
    }
  }

  #checkThread(id: string, thread: Thread): void {
    const { oracle, disk } = this.#world;
    const { name } = this.account;
    const shown = this.#shown.get(id) ?? { epoch: null, upTo: 0 };
    this.#shown.set(id, shown);
    oracle.checkShown(name, id, thread.log, shown);
    oracle.checkOutbox(name, thread.outbox.entries, thread.log.epoch === disk.epoch);
    if (thread.draft !== '') oracle.returned(thread.draft.split('\n'), true);
  }
}
