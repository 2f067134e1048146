// The real server on virtual time, disk and network: lines, hub, followers, leases and use cases are the product's own.
import { CLOSE } from '#protocol';
import type { SocketHandlers } from '#protocol/link';
import type { ContactRequestStore } from '../../server/application/contact-port.ts';
import { LeaseKeeper } from '../../server/application/lease-keeper.ts';
import type {
  AccountStore,
  Clock,
  CrowdStore,
  Log,
  OfferStore,
  Poke,
} from '../../server/application/ports.ts';
import { PresenceBook } from '../../server/application/presence-book.ts';
import type { Relay } from '../../server/application/relay.ts';
import { SiteDirectory } from '../../server/application/site-directory.ts';
import { StorageHealth } from '../../server/application/storage-health.ts';
import { WaitingRoom } from '../../server/application/waiting-room.ts';
import { Gate } from '../../server/realtime/gate.ts';
import type { Hub } from '../../server/realtime/hub.ts';
import { Line } from '../../server/realtime/line.ts';
import { OperatorLine } from '../../server/realtime/operator-line.ts';
import { VisitorLine } from '../../server/realtime/visitor-line.ts';
import type { Chance } from '../simulation/chance.ts';
import { OPERATORS, SITES } from './places.ts';
import type { Disk } from './virtual-disk.ts';
import type { VirtualStore, Written } from './virtual-store.ts';
import { Host, type VirtualTime } from './virtual-time.ts';
import { Wire, type WireEnds, type WireEvents } from './virtual-wire.ts';

const TICK_MS = 1_000;
const SPREAD_PER_LINE_MS = 500;
/** Kept small: a wait that is longer than a client waits for its ack is another kind of fault. */
const RATE_LIMITED_MS = 400;

/** Broken parts for the mutants; the sound server has none of them. */
export interface ServerParts {
  createStore(world: ConstructorParameters<typeof VirtualStore>[0]): VirtualStore;
  createHub(host: Host): Hub;
}

export interface ServerWorld {
  time: VirtualTime;
  chance: Chance;
  /** Wall clock minus virtual time. */
  skew(): number;
  disk: Disk;
  isDiskFull(): boolean;
  /** True: the next message gets `rate-limited`. */
  takeRateLimit(): boolean;
  synced(written: readonly Written[]): void;
  /** The product reported a bug of its own. */
  bug(name: string): void;
  wire: WireEvents;
}

const NO_OFFERS: OfferStore = {
  hold: async () => 'withheld',
  change: async () => null,
  readDeskLoad: async () => ({ operators: [], unreservedWaiting: 0 }),
};
const NO_CROWDS: CrowdStore = {
  add: async () => undefined,
  readSetting: async () => ({ sensitivity: 'normal', manner: 'card' }),
  readFields: async () => [],
};

const NO_CONTACTS: ContactRequestStore = {
  readNorm: async () => 1,
  add: () => Promise.reject(new Error('Nobody asks to be called back here.')),
  find: async () => null,
  read: async () => null,
  execute: async () => null,
  listOpen: async () => [],
  countOpen: async () => 0,
  findTaken: async () => [],
  lendAll: async () => undefined,
};

export class VirtualServer {
  readonly host: Host;
  readonly relay: Relay;
  readonly hub: Hub;
  readonly store: VirtualStore;
  lines: Wire[] = [];
  isReady = false;
  readonly #world: ServerWorld;
  readonly #gate: Gate;
  #pokes: Poke[] = [];
  readonly #hearing: ((poke: Poke) => void)[] = [];
  #crashAtCommit: { before: boolean; crash(): void } | null = null;

  constructor(world: ServerWorld, parts: ServerParts) {
    this.#world = world;
    const host = new Host(world.time);
    this.host = host;
    this.hub = parts.createHub(host);
    this.store = parts.createStore({
      disk: world.disk,
      planCommit: (commit) => host.after(world.chance.between(0.2, 4), () => this.#commit(commit)),
      isDiskFull: world.isDiskFull,
      isOperator: (operator) => OPERATORS.some((account) => account.operator === operator),
      synced: (written) => {
        world.synced(written);
        if (this.#crashAtCommit !== null) this.#crashAtCommit.crash();
      },
    });
    this.relay = this.#createRelay();
    const consume = async () => (world.takeRateLimit() ? RATE_LIMITED_MS : null);
    this.#gate = new Gate(this.hub, { consume }, this.relay.log);
  }

  /** Everything is delivered that is on its way inside the server. */
  get isIdle(): boolean {
    return this.#pokes.length === 0 && this.store.isIdle;
  }

  async begin(): Promise<void> {
    const { clock, sites, storage } = this.relay;
    await sites.load();
    clock.every(TICK_MS, () => {
      this.hub.tick(clock.now());
      this.#gate.tellStoring();
      for (const wire of this.lines) wire.isBehind = wire.isCongested;
    });
    this.relay.queue.begin((ref) => this.hub.dispatch({ kind: 'queue', ...ref }));
    storage.begin((storing) => this.#gate.tellStoring(storing));
    this.#openDoors();
  }

  /** The server is ready when its first write is on disk; a process that cannot start is started again. */
  #openDoors(): void {
    this.relay.leases.begin().then(
      () => {
        this.isReady = true;
      },
      () => this.host.after(TICK_MS, () => this.#openDoors()),
    );
  }

  connect(end: Pick<WireEnds, 'who' | 'label' | 'client'>, handlers: SocketHandlers): Wire {
    const { time } = this.#world;
    const { who } = end;
    const wire = new Wire({ ...end, server: this.host, now: () => time.now }, handlers, this.#world.wire);
    this.lines = this.lines.filter((open) => !open.isOver);
    this.lines.push(wire);
    const line = new Line(wire.socket, this.relay.clock, this.relay.random);
    if (who.kind === 'visitor') new VisitorLine(this.relay, this.#gate, who.site, line);
    else {
      const status = this.#world.disk.statuses.get(who.account.operator) ?? 'absent';
      const account = { ...who.account, status };
      new OperatorLine(this.relay, this.#gate, { account, sessionHash: `session ${account.id}` }, line);
    }
    return wire;
  }

  /** The process is gone. Told: its machine resets the connections; else the clients must find out. */
  crash(isTold: boolean): void {
    this.host.die();
    for (const wire of this.lines) wire.serverDied(isTold);
  }

  crashAtNextCommit(before: boolean, crash: () => void): void {
    this.#crashAtCommit = { before, crash };
  }

  /** L7, as the composition root does it. */
  async drain(): Promise<void> {
    this.isReady = false;
    const lines = [...this.hub.lines];
    for (const line of lines) line.send({ type: 'drain', spreadMs: lines.length * SPREAD_PER_LINE_MS });
    await this.store.write(() => undefined).catch(() => undefined);
    for (const line of lines) line.close(CLOSE.restart);
  }

  #commit(commit: () => void): void {
    if (this.#crashAtCommit?.before) this.#crashAtCommit.crash();
    else commit();
  }

  #createRelay(): Relay {
    const { host, store } = this;
    const { time, chance, skew, bug } = this.#world;
    const clock: Clock = {
      now: () => Math.round(time.now + skew()),
      passed: () => time.now,
      after: (ms, act) => host.timer(ms, act),
      every(ms, act) {
        let cancel = (): void => undefined;
        const again = (): void => {
          cancel = host.after(ms, again);
          act();
        };
        cancel = host.after(ms, again);
        return () => cancel();
      },
    };
    const bus = {
      poke: (poke: Poke) => this.#poke(poke),
      subscribe: (hear: (poke: Poke) => void) => {
        this.#hearing.push(hear);
        return () => undefined;
      },
    };
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: Record<string, string | number | boolean>) => {
        if (fields['code'] === 'bug') bug(`${fields['name']} ${fields['at']}`);
      },
    };
    const presence = new PresenceBook(clock, bus);
    const random = {
      id: () => Array.from({ length: 22 }, () => 'abcdefghijklmnop'[chance.whole(0, 15)]).join(''),
      token: () => Array.from({ length: 43 }, () => 'abcdefghijklmnop'[chance.whole(0, 15)]).join(''),
      unit: () => chance.uniform(),
    };
    const parts = { conversations: store, presence, bus, clock, log };
    const sites = new SiteDirectory({ readSites: async () => ({ sites: [...SITES], broken: [] }) });
    const none = { offers: NO_OFFERS, crowds: NO_CROWDS, contacts: NO_CONTACTS };
    const rest = { ...none, accounts: this.#createAccounts(), sites, random };
    const queue = new WaitingRoom({ ...parts, offers: NO_OFFERS, sites });
    const storage = this.#createHealth(clock, log);
    return { ...parts, ...rest, leases: new LeaseKeeper(parts), queue, storage };
  }

  #createHealth(clock: Clock, log: Log): StorageHealth {
    return new StorageHealth({ clock, log, probe: () => this.store.write(() => undefined) });
  }

  #createAccounts(): AccountStore {
    const { disk } = this.#world;
    return {
      signIn: async () => null,
      findSession: async (hash) => OPERATORS.find(({ id }) => hash === `session ${id}`) ?? null,
      endSession: async () => undefined,
      setStatus: ({ operator }, status) => this.store.write(() => void disk.statuses.set(operator, status)),
    };
  }

  /** As the bus of one process: joined, and delivered after the present turn. */
  #poke(poke: Poke): void {
    const joins = poke.kind === 'changed' || poke.kind === 'presence';
    const isSame = (other: Poke): boolean =>
      joins &&
      other.kind === poke.kind &&
      'conversation' in other &&
      other.conversation === poke.conversation;
    if (this.#pokes.some(isSame)) return;
    if (this.#pokes.push(poke) > 1) return;
    this.host.after(this.#world.chance.between(0, 2), () => {
      const pokes = this.#pokes;
      this.#pokes = [];
      for (const one of pokes) {
        for (const hear of this.#hearing) hear(one);
        this.hub.dispatch(one);
      }
    });
  }
}
