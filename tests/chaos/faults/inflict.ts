// Carries out one fault on the network, the server process or a citizen's page.
import type { CitizenTab } from '../clients/citizen-tab.ts';
import type { Counts } from '../model/counts.ts';
import type { Dice } from '../model/dice.ts';
import type { FaultProxy } from '../world/fault-proxy.ts';
import type { ServerUnderTest } from '../world/server-under-test.ts';
import type { Fault, FaultKind } from './plan.ts';

/** A laptop lid, a busy host, a snapshot of a virtual machine. */
const FREEZE_MS = { least: 200, most: 1_200 };
const FULL_MS = { least: 200, most: 900 };
const SLOW_MS = 1_500;
/** An hour each way, as a wrong time server does; every second jump goes back. */
const JUMP_MS = 60 * 60_000;
/** Lines that one network fault touches. */
const MOST_LINES = 6;
/** Lines that a mass drop spares: one in four. */
const SPARED = 0.25;

interface Targets {
  proxy: FaultProxy;
  server: ServerUnderTest;
  tabs(): readonly CitizenTab[];
  /** The network is back: browsers that notice say so to their pages. */
  wake(): void;
  dice: Dice;
  counts: Counts;
}

export class Inflictor {
  readonly #targets: Targets;
  /** What is done to the server comes one after the other. */
  #server: Promise<void> = Promise.resolve();
  #jumps = 0;

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  /** Resolves when the server is whole again. */
  get settled(): Promise<void> {
    return this.#server;
  }

  inflict({ kind }: Fault): void {
    const { counts } = this.#targets;
    if (kind === 'kill') counts.kills += 1;
    else counts.faults += 1;
    counts.byKind[kind] = (counts.byKind[kind] ?? 0) + 1;
    this.#act(kind);
  }

  #act(kind: FaultKind): void {
    const { proxy, server, dice } = this.#targets;
    switch (kind) {
      case 'kill':
        this.#toServer(async () => {
          await server.kill();
          await server.start();
          this.#targets.wake();
        });
        return;
      case 'freeze':
        this.#for(
          dice.between(FREEZE_MS.least, FREEZE_MS.most),
          () => server.freeze(),
          () => server.thaw(),
        );
        return;
      case 'disk-full':
        this.#for(
          dice.between(FULL_MS.least, FULL_MS.most),
          () => server.starve(true),
          () => server.starve(false),
        );
        return;
      case 'clock-jump':
        this.#jumps += 1;
        this.#toServer(async () => server.jump(this.#jumps % 2 === 1 ? JUMP_MS : -JUMP_MS));
        return;
      case 'mass-drop':
        for (const passage of proxy.passages) if (dice.roll() > SPARED) passage.cut();
        this.#targets.wake();
        return;
      case 'page-load':
        this.#some(this.#targets.tabs(), (tab) => tab.reload());
        return;
      default:
        this.#hurtLines(kind);
        return;
    }
  }

  #hurtLines(kind: 'cut' | 'tear' | 'hole-up' | 'hole-down' | 'slow'): void {
    this.#some(this.#targets.proxy.passages, (passage) => {
      if (kind === 'cut') passage.cut();
      else if (kind === 'tear') passage.tear();
      else if (kind === 'slow') passage.slowDown(SLOW_MS);
      else passage.digHole(kind === 'hole-up' ? 'up' : 'down');
    });
  }

  #some<Item>(items: readonly Item[], hurt: (item: Item) => void): void {
    const { dice } = this.#targets;
    for (let count = dice.between(1, MOST_LINES); count > 0; count -= 1) {
      const item = dice.pick(items);
      if (item) hurt(item);
    }
  }

  #for(ms: number, begin: () => void | Promise<void>, end: () => void | Promise<void>): void {
    this.#toServer(async () => {
      await begin();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await end();
    });
  }

  #toServer(act: () => Promise<void>): void {
    this.#server = this.#server.then(act);
    // A start that fails is told by whoever waits for `settled`.
    this.#server.catch(() => {});
  }
}
