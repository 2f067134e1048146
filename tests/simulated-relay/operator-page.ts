// The console of one operator: the product's own link and reducer on the virtual world. A reload keeps what the tab's storage keeps.
import type { LinkSocket, SocketHandlers } from '#protocol/link';
import { DeskLink } from '../../operator-console/desk-link.ts';
import type { DeskState, KeptThread } from '../../operator-console/desk-model.ts';
import { openDesk } from '../../operator-console/desk-state.ts';
import { keepThread } from '../../operator-console/desk-threads.ts';
import type { OperatorAccount } from '../../server/application/ports.ts';
import type { Host } from './virtual-time.ts';

export interface DeskWorld {
  host: Host;
  now(): number;
  random(): number;
  wallClock(): number;
  newId(): string;
  connect(handlers: SocketHandlers): LinkSocket;
  changed(state: DeskState): void;
}

/** What sessionStorage keeps of a console, and the address. */
export interface DeskStorage {
  kept: Record<string, KeptThread>;
  selected: string | null;
}

export class OperatorPage {
  readonly link: DeskLink;
  readonly #storage: DeskStorage;
  readonly #world: DeskWorld;

  constructor(account: OperatorAccount, storage: DeskStorage, world: DeskWorld) {
    const { host, now, random, wallClock, newId, connect } = world;
    const { id, name, role, organisationName: organisation } = account;
    this.#storage = storage;
    this.#world = world;
    this.link = new DeskLink({
      platform: { now, random, wallClock, newId, connect, after: (ms, run) => host.timer(ms, run) },
      initial: {
        ...openDesk(storage.kept, storage.selected),
        operator: { id, name, role },
        organisation,
        attentive: true,
      },
      tell: () => undefined,
      // Signed in all along: what the simulation loses is lines, not sessions.
      readSession: async () => ({ ok: false, why: 'unreachable' }),
      signedOut: () => undefined,
    });
    this.link.store.watch(() => this.#reflect());
  }

  get state(): DeskState {
    return this.link.store.state;
  }

  leave(): void {
    this.link.stop();
    this.#world.host.die();
  }

  #reflect(): void {
    const { threads, selected } = this.state;
    const kept = [...threads].map(([id, thread]) => [id, keepThread(thread)] as const);
    this.#storage.kept = Object.fromEntries(
      kept.filter(([, thread]) => thread.draft !== '' || thread.unsent.length > 0),
    );
    this.#storage.selected = selected;
    this.#world.changed(this.state);
  }
}
