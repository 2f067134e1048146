// The whole simulated world of one seed: time, network, disk, server, citizens with tabs, operators with desks, and the oracle that watches.
import { hashSecret } from '../../server/application/relay.ts';
import { Hub } from '../../server/realtime/hub.ts';
import { type Chance, createChance } from '../simulation/chance.ts';
import type { Twist } from './citizen-page.ts';
import { Desk } from './desk.ts';
import { Oracle } from './oracle.ts';
import { OPERATORS, SITES } from './places.ts';
import { Tab } from './tab.ts';
import { copyDisk, createDisk, type Disk } from './virtual-disk.ts';
import { VirtualNetwork } from './virtual-network.ts';
import { type ServerParts, VirtualServer } from './virtual-server.ts';
import { VirtualStore } from './virtual-store.ts';
import { VirtualTime } from './virtual-time.ts';
import type { Direction, Wire } from './virtual-wire.ts';
import { WireTap } from './wire-tap.ts';

const BEGIN_OF_TIME = 1_700_000_000_000;
/** A stream of chance of its own for the network, so that leaving out a step changes as little as possible. */
const NETWORK_STREAM = 0x6e6574;
const FRAME_CHARS = 160;

/** What a mutant replaces. */
export interface Parts extends ServerParts {
  twist: Twist;
}

export const SOUND_PARTS: Parts = {
  createStore: (world) => new VirtualStore(world),
  createHub: () => new Hub(),
  twist: (_before, _input, after) => after,
};

export interface Citizen {
  name: string;
  site: (typeof SITES)[number];
  token: string;
  /** How the oracle finds the conversation, from before it has an id. */
  key: string;
}

export class World {
  readonly time = new VirtualTime();
  readonly chance: Chance;
  readonly network: VirtualNetwork;
  readonly oracle: Oracle;
  readonly citizens: readonly Citizen[];
  readonly desks: readonly Desk[];
  readonly parts: Parts;
  readonly trace: string[] | null;
  tabs: Tab[] = [];
  server: VirtualServer;
  disk: Disk;
  skew = BEGIN_OF_TIME;
  diskFullUntil = 0;
  rateLimits = 0;
  restores = 0;
  #backup: Disk | null = null;
  #drains = 0;
  #drawnIds = 0;
  #openedTabs = 0;
  readonly #tap: WireTap;

  constructor(seed: number, parts: Parts, trace: string[] | null = null) {
    this.parts = parts;
    this.trace = trace;
    this.chance = createChance(seed, NETWORK_STREAM);
    this.disk = createDisk(this.newId());
    this.oracle = new Oracle(() => this.disk);
    this.#tap = new WireTap(this.oracle);
    this.network = new VirtualNetwork(this.time, this.chance, () => this.server);
    this.citizens = [SITES[0], SITES[0], SITES[1]].map((site, index) => {
      const token = `${index}`.repeat(43);
      return { name: `citizen ${index + 1}`, site, token, key: hashSecret(token) };
    });
    this.server = this.#boot();
    this.desks = OPERATORS.map((account) => new Desk(this, account));
    for (const citizen of this.citizens) this.addTab(citizen, null);
  }

  newId(): string {
    this.#drawnIds += 1;
    return `00000000-0000-4000-8000-${String(this.#drawnIds).padStart(12, '0')}`;
  }

  nextTab(): number {
    this.#openedTabs += 1;
    return this.#openedTabs;
  }

  addTab(citizen: Citizen, copied: Tab | null): void {
    this.tabs.push(new Tab(this, citizen, copied));
  }

  note(text: string): void {
    this.trace?.push(`${this.time.now.toFixed(1).padStart(10)}  ${text}`);
  }

  /** Promises are at work outside the server's own runs: give them their turns. */
  expectPromises(): void {
    this.#drains = 4;
  }

  async pass(ms: number): Promise<void> {
    const end = this.time.now + ms;
    while (this.time.nextAt <= end && this.oracle.violation === null) {
      const { host } = this.server;
      const before = host.runs;
      this.time.runNext();
      if (host.runs !== before) this.#drains = Math.max(this.#drains, 1);
      while (this.#drains > 0) {
        this.#drains -= 1;
        // All promises of one turn are done before the next turn begins: that makes a run repeatable.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    this.time.now = end;
    const { server } = this;
    if (this.isServerUp && server.isIdle && !server.host.isFrozen) this.#tap.checkServed(server.lines);
  }

  get isServerUp(): boolean {
    return this.server.isReady && !this.server.host.isDead;
  }

  crash(isTold: boolean, downMs: number): void {
    if (this.server.host.isDead) return;
    this.note(`the server dies, ${isTold ? 'connections are reset' : 'nobody is told'}`);
    this.server.crash(isTold);
    this.disk = this.server.store.durable();
    this.#bootLater(downMs);
  }

  drain(): void {
    const { server } = this;
    if (!this.isServerUp) return;
    this.note('the server is stopped and started again');
    void server.drain();
    this.expectPromises();
    this.time.plan(this.time.now + 200, () => {
      if (server === this.server) this.crash(true, 300);
    });
  }

  takeBackup(): void {
    this.note('a backup is taken');
    this.#backup = copyDisk(this.server.store.durable());
  }

  restore(): void {
    const backup = this.#backup;
    if (backup === null || !this.isServerUp) return;
    this.note('the backup is restored');
    this.restores += 1;
    this.server.crash(true);
    this.oracle.restored(() => {
      this.disk = { ...copyDisk(backup), epoch: this.newId() };
    });
    this.#bootLater(500);
  }

  #bootLater(ms: number): void {
    const { server } = this;
    this.time.plan(this.time.now + ms, () => {
      if (server === this.server) this.server = this.#boot();
    });
  }

  #boot(): VirtualServer {
    this.note('the server starts');
    this.expectPromises();
    const server = new VirtualServer(this.#serverWorld(), this.parts);
    void server.begin();
    return server;
  }

  #serverWorld(): ConstructorParameters<typeof VirtualServer>[0] {
    const { time, chance, disk, oracle } = this;
    return {
      time,
      chance,
      disk,
      skew: () => this.skew,
      isDiskFull: () => this.diskFullUntil > time.now,
      takeRateLimit: () => this.rateLimits > 0 && this.rateLimits-- > 0,
      bug: (name) => oracle.fail('bug', name),
      synced: (written) => {
        if (disk !== this.disk) return;
        if (this.trace !== null)
          for (const { event } of written) this.note(`synced: ${JSON.stringify(event)}`);
        oracle.synced(written);
      },
      wire: {
        delay: () => this.network.delay(),
        sent: (wire, direction, data) => this.#heard(wire, direction, data),
      },
    };
  }

  #heard(wire: Wire, direction: Direction, data: string): void {
    if (this.trace !== null)
      this.note(`${direction === 'up' ? '→' : '←'} ${wire.label} ${data.slice(0, FRAME_CHARS)}`);
    this.#tap.heard(wire, direction, data);
  }
}
