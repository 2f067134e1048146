// What goes wrong: the network, the machines, the disk, the clock.
import type { Chance } from '../simulation/chance.ts';
import type { Act } from './acts.ts';
import type { Wire } from './virtual-wire.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;

function withWire(run: (wire: Wire, chance: Chance, world: World) => void): Act {
  return (world, chance) => {
    const open = world.server.lines.filter((wire) => !wire.isOver);
    if (open.length > 0) run(chance.pick(open), chance, world);
  };
}

function withPlace(run: (place: World['desks'][number]['place'], chance: Chance, world: World) => void): Act {
  return (world, chance) => run(chance.pick([...world.tabs, ...world.desks]).place, chance, world);
}

export const FAULTS = {
  cut: withWire((wire, chance) => wire.cut(chance.pick(['up', 'down']))),
  'half-open': withWire((wire, chance, world) => {
    const ways = chance.pick([['up'], ['down'], ['up', 'down']] as const);
    world.note(`black hole ${ways.join(' and ')} for ${wire.label}`);
    for (const way of ways) wire[way].isBroken = true;
  }),
  /** The connections of a client stop to carry anything, and new ones fail or hang. */
  offline: withPlace((place, chance, world) => {
    place.offlineUntil = world.time.now + chance.between(500, 20_000);
    world.note(`${place.label} is off line until ${place.offlineUntil.toFixed(0)}`);
    for (const wire of world.server.lines) {
      if (wire.label !== place.label) continue;
      wire.up.isBroken = true;
      wire.down.isBroken = true;
    }
  }),
  'freeze-client': withPlace(({ host }, chance) => host.freeze(chance.between(300, 70_000))),
  'freeze-server': ({ server }, chance) => server.host.freeze(chance.between(100, 5_000)),
  crash: (world, chance) => world.crash(chance.happens(0.7), chance.between(50, 3_000)),
  /** At the worst moment: just before the sync, or just after it and before the acks. */
  'crash-at-commit': (world, chance) => {
    const { server } = world;
    const told = chance.happens(0.7);
    server.crashAtNextCommit(chance.happens(0.5), () => {
      if (server === world.server) world.crash(told, 200);
    });
  },
  restart: (world) => world.drain(),
  backup: (world) => world.takeBackup(),
  restore: (world) => world.restore(),
  'disk-full': (world, chance) => {
    world.diskFullUntil = world.time.now + chance.between(50, 4_000);
  },
  /** The clock of the server's machine is set: by an hour, or by a breath. */
  'set-clock': (world, chance) => {
    world.skew += chance.pick([-HOUR_MS, HOUR_MS, -2_000, 2_000, -40, 40]);
  },
  /** What a transport with retries can do to a frame. */
  'double-frame': withWire((wire, chance) => {
    wire.trick = { direction: chance.pick(['up', 'down']), kind: 'double' };
  }),
  /** Towards the client only: frames towards the server are in order on every transport (F3). */
  'overtaken-frame': withWire((wire) => {
    wire.trick = { direction: 'down', kind: 'overtaken' };
  }),
  'rate-limit': (world, chance) => {
    world.rateLimits = chance.whole(1, 4);
  },
  'slow-reader': withWire((wire, chance, world) => {
    wire.congest(true);
    world.time.plan(world.time.now + chance.between(50, 3_000), () => wire.congest(false));
  }),
} satisfies Record<string, Act>;
