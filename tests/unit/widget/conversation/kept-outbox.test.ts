/** Unsent messages on the device: gone once stored, gone after half an hour, never more than fits, taken over by one page only. */
import { describe, expect, it } from 'vitest';
import { KeptOutbox } from '../../../../widget/conversation/kept-outbox.ts';
import { type OutboxStore, replaceRow } from '../../../../widget/conversation/outbox-store.ts';
import {
  fitMessages,
  readMessages,
  type StoredMessage,
} from '../../../../widget/conversation/stored-message.ts';
import type { TabLocks } from '../../../../widget/conversation/tab-locks.ts';

const NOW = 1_800_000_000_000;
const message = (id: string, at = NOW, text = `tekst ${id}`): StoredMessage => ({ id, text, at });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A device that several pages share; the browser's own store has its test in a browser. */
function createDevice() {
  const rows = new Map<string, StoredMessage[]>();
  const alive = new Set<string>();
  const device = { rows, alive, refuses: false, writes: 0 };
  const store: OutboxStore = {
    async keep(_, name, row, known) {
      if (device.refuses) throw new DOMException('No room', 'QuotaExceededError');
      device.writes += 1;
      const next = replaceRow(rows.get(name) ?? [], row, known);
      if (next.length === 0) rows.delete(name);
      else rows.set(name, next);
    },
    read: async () => new Map(rows),
    async move(_, from, to) {
      const row = rows.get(from) ?? [];
      rows.delete(from);
      if (row.length > 0) rows.set(to, [...row, ...(rows.get(to) ?? [])]);
      return row;
    },
    wipe: async () => rows.clear(),
    sweep: async () => undefined,
  };
  const locks: TabLocks = {
    hold(name) {
      alive.add(name);
      return () => alive.delete(name);
    },
    async whenGone(name, act) {
      if (alive.has(name)) return;
      alive.add(name);
      await act();
      alive.delete(name);
    },
  };
  const open = (name: string): KeptOutbox => {
    const outbox = new KeptOutbox({ store, locks, device: name, changed: () => undefined });
    outbox.open('gesprek');
    return outbox;
  };
  return { device, open };
}

describe('what may stand on the device', () => {
  it('is no older than half an hour, and ours', () => {
    const old = message('oud', NOW - 30 * 60_000);
    expect(readMessages([old, message('nieuw'), null, { id: 1 }, 'x'], NOW)).toEqual([message('nieuw')]);
    expect(readMessages({ length: 3 }, NOW)).toEqual([]);
  });

  it('is at most fifty messages and 200 kB, the oldest first', () => {
    const many = Array.from({ length: 60 }, (_, index) => message(`${index}`));
    expect(fitMessages(many, NOW)).toEqual(many.slice(0, 50));
    const big = Array.from({ length: 40 }, (_, index) => message(`${index}`, NOW, 'é'.repeat(4_000)));
    expect(fitMessages(big, NOW)).toHaveLength(25);
  });
});

describe('KeptOutbox', () => {
  const unsent = (...ids: string[]) => ids.map((id) => ({ id, text: `tekst ${id}` }));

  it('lets the tab remember only what is not on the disk yet, and clears it once it is stored', async () => {
    const { device, open } = createDevice();
    const outbox = open('a');
    outbox.keep(unsent('1', '2'));
    expect(outbox.pending.map(({ id }) => id)).toEqual(['1', '2']);
    await turn();
    expect(outbox.pending).toEqual([]);
    expect(device.rows.get('a')?.map(({ id }) => id)).toEqual(['1', '2']);
    outbox.keep([]);
    await turn();
    expect(device.rows.size).toBe(0);
  });

  it('falls back on what the tab remembers when the browser refuses', async () => {
    const { device, open } = createDevice();
    device.refuses = true;
    const outbox = open('a');
    outbox.keep(unsent('1'));
    await turn();
    expect(outbox.pending.map(({ id }) => id)).toEqual(['1']);
    expect(outbox.fits).toBe(true);
    outbox.keep(unsent(...Array.from({ length: 51 }, (_, index) => `${index}`)));
    expect(outbox.fits).toBe(false);
  });

  it('writes the newest only, however fast they come', async () => {
    const { device, open } = createDevice();
    const outbox = open('a');
    for (let count = 1; count <= 20; count += 1) outbox.keep(unsent(`${count}`));
    await turn();
    expect(device.rows.get('a')?.map(({ id }) => id)).toEqual(['20']);
    expect(device.writes).toBeLessThanOrEqual(2);
  });

  it('[R7] takes over from pages that are gone, once, and never from one that lives', async () => {
    const { device, open } = createDevice();
    const closed = open('closed');
    closed.keep(unsent('1', '2'));
    const living = open('living');
    living.keep(unsent('3'));
    await turn();
    const heirs = [open('b'), open('c'), open('d')];
    const adopt = async () =>
      (await Promise.all(heirs.map((heir) => heir.adopt(null)))).map(({ found }) => found);
    expect((await adopt()).flat()).toEqual([]);
    closed.leave();
    const found = (await adopt()).flat();
    expect(found.map(({ id }) => id)).toEqual(['1', '2']);
    expect(device.rows.get('living')?.map(({ id }) => id)).toEqual(['3']);
  });

  it('takes over from the page before it in this tab without asking, and the time to live goes on', async () => {
    const { device, open } = createDevice();
    device.rows.set('former', [message('1', Date.now() - 29 * 60_000)]);
    device.alive.add('former');
    const outbox = open('next');
    const [found] = (await outbox.adopt('former')).found;
    outbox.keep(unsent('1'));
    await turn();
    expect(device.rows.get('next')).toEqual([found]);
  });

  it('[R7] keeps what it takes over on the disk, also when something is written before it knows of that', async () => {
    const { device, open } = createDevice();
    device.rows.set('former', [message('1', Date.now())]);
    const outbox = open('next');
    const taking = outbox.adopt('former');
    while (!device.rows.has('next')) await Promise.resolve();
    outbox.keep(unsent('2'));
    expect(device.rows.get('next')?.map(({ id }) => id)).toEqual(['1', '2']);
    await taking;
    outbox.keep(unsent('1', '2'));
    await turn();
    outbox.keep(unsent('2'));
    await turn();
    expect(device.rows.get('next')?.map(({ id }) => id)).toEqual(['2']);
  });

  it('[R7] clears what it took over when that turns out to be stored already', async () => {
    const { device, open } = createDevice();
    device.rows.set('former', [message('1', Date.now())]);
    const outbox = open('next');
    await outbox.adopt('former');
    outbox.keep([]);
    await turn();
    expect(device.rows.size).toBe(0);
  });

  it('[M9] tells what stands on the device, with pages that live as well', async () => {
    const { device, open } = createDevice();
    const living = open('living');
    living.keep(unsent('1', '2'));
    await turn();
    device.rows.set('former', [message('3', Date.now())]);
    const { found, kept } = await open('next').adopt('former');
    expect(found.map(({ id }) => id)).toEqual(['3']);
    expect(kept).toEqual(['1', '2', '3']);
  });

  it('leaves nothing when the conversation is forgotten', async () => {
    const { device, open } = createDevice();
    const outbox = open('a');
    outbox.keep(unsent('1'));
    await turn();
    outbox.wipe();
    await turn();
    expect(device.rows.size).toBe(0);
  });
});
