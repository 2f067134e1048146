// The breaker, the caps and the low disk by a cranked clock: what is refused, for how long, and when it is tried again.
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../server/application/ports.ts';
import { StorageHealth } from '../../../server/application/storage-health.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const broken = () => new StoreUnavailable(new Error('database is locked'));
const settled = () => new Promise((resolve) => setImmediate(resolve));

function open(options: { works?: () => boolean; isLow?: () => boolean } = {}) {
  const { works = () => true, isLow = () => false } = options;
  const clock = new ManualClock();
  const tries: number[] = [];
  const told: boolean[] = [];
  const disk = {
    get isLow() {
      return isLow();
    },
    look: () => {},
  };
  const began = clock.now();
  const health = new StorageHealth({
    clock,
    log: silent,
    disk,
    async probe() {
      tries.push(Math.round((clock.now() - began) / 1_000));
      if (!works()) throw broken();
    },
  });
  health.begin((storing) => told.push(storing));
  return { clock, health, tries, told };
}

describe('[T3] a store that fails', () => {
  it('is tried again after 1, 2, 4, 8 and then every 15 s, and nothing is written in between', async () => {
    const { clock, health, tries } = open({ works: () => false });
    health.failed(broken());
    expect(health.refuse(10)).toBe(1_000);
    for (let second = 0; second < 60; second++) {
      clock.advance(1_000);
      await settled();
    }
    expect(tries).toEqual([1, 3, 7, 15, 30, 45, 60]);
    expect(health.refuse(0)).toBeGreaterThan(0);
  });

  it('tells once that it fails and once that it works', async () => {
    let works = false;
    const { clock, health, told } = open({ works: () => works });
    health.failed(broken());
    health.failed(broken());
    for (let second = 0; second < 5; second++) {
      clock.advance(1_000);
      await settled();
    }
    works = true;
    for (let second = 0; second < 15; second++) {
      clock.advance(1_000);
      await settled();
    }
    expect(told).toEqual([false, true]);
    expect(health.isStoring).toBe(true);
    expect(health.refuse(10)).toBeNull();
  });

  it('has not failed when it was only full of work', () => {
    const { health } = open();
    health.failed(new StoreUnavailable());
    expect(health.isStoring).toBe(true);
  });

  it('tries at once when the clock was set back', () => {
    const { clock, health } = open();
    health.failed(broken());
    clock.sleep(-3_600_000);
    expect(health.refuse(1)).toBeNull();
  });
});

describe('[T3] writes under way', () => {
  it('are at most 1,000', () => {
    const { health } = open();
    for (let frame = 0; frame < 1_000; frame++) expect(health.refuse(1)).toBeNull();
    expect(health.refuse(1)).toBe(1_000);
    health.settle(1);
    expect(health.refuse(1)).toBeNull();
  });

  it('hold at most 4 MB', () => {
    const { health } = open();
    for (let frame = 0; frame < 4; frame++) expect(health.refuse(1024 * 1024)).toBeNull();
    expect(health.refuse(1)).toBe(1_000);
    expect(health.refuse(0)).toBeNull();
  });
});

describe('[T3] a disk without room', () => {
  it('takes nothing that grows, and still lets people end and give back', () => {
    let isLow = true;
    const { clock, health, told } = open({ isLow: () => isLow });
    expect(health.refuse(1)).toBe(5_000);
    expect(health.refuse(0)).toBeNull();
    clock.advance(1_000);
    isLow = false;
    clock.advance(1_000);
    expect(told).toEqual([false, true]);
    expect(health.refuse(1)).toBeNull();
  });
});
