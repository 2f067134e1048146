// Pushing the log to one reader: no event missed, doubled or out of order, whatever happens during a read.
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import { Follower } from '../../../server/realtime/follower.ts';

/** A log of which every read waits until the test lets it go. */
class SlowLog {
  length = 0;
  readonly #waiting: (() => void)[] = [];

  async readEvents(_: unknown, after: number, limit: number): Promise<ConversationEvent[]> {
    const seen = this.length;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return Array.from({ length: Math.max(0, Math.min(limit, seen - after)) }, (_, index) => ({
      seq: after + index + 1,
      at: 0,
      kind: 'closed',
      by: 'system',
    }));
  }

  async release(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#waiting.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  }
}

class Reader {
  isCongested = false;
  readonly seqs: number[] = [];
  readonly more: boolean[] = [];
  deliver(events: ConversationEvent[], more: boolean): void {
    this.seqs.push(...events.map((event) => event.seq));
    this.more.push(more);
  }
}

const REF = { organisation: 1, conversation: 1 };
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function follow(length: number) {
  const log = new SlowLog();
  log.length = length;
  const reader = new Reader();
  return { log, reader, follower: new Follower(log, REF, 0, reader) };
}

describe('a follower', () => {
  it('[R2] reads once more when something was committed during its read', async () => {
    const { log, reader, follower } = follow(2);
    const pumped = follower.pump();
    log.length = 3;
    const poked = follower.pump();
    await log.release();
    await Promise.all([pumped, poked]);
    expect(reader.seqs).toEqual(upTo(3));
  });

  it('[R2] sends pages of 200 and says that more follows', async () => {
    const { log, reader, follower } = follow(450);
    const pumped = follower.pump();
    await log.release();
    await pumped;
    expect(reader.seqs).toEqual(upTo(450));
    expect(reader.more).toEqual([true, true, false]);
  });

  it('[R3] goes back when asked, also in the middle of a read', async () => {
    const { log, reader, follower } = follow(3);
    const pumped = follower.pump();
    await log.release();
    await pumped;
    log.length = 4;
    const reading = follower.pump();
    const rewound = follower.rewind(1);
    await log.release();
    await Promise.all([reading, rewound]);
    expect(reader.seqs).toEqual([1, 2, 3, 2, 3, 4]);
  });

  it('[S5] leaves in the log what a slow reader has no room for, and brings it later', async () => {
    const { log, reader, follower } = follow(3);
    reader.isCongested = true;
    await follower.pump();
    expect(reader.seqs).toEqual([]);
    reader.isCongested = false;
    const pumped = follower.pump();
    await log.release();
    await pumped;
    expect(reader.seqs).toEqual(upTo(3));
  });

  it('says nothing after it was stopped', async () => {
    const { log, reader, follower } = follow(3);
    const pumped = follower.pump();
    follower.stop();
    await log.release();
    await pumped;
    expect(reader.seqs).toEqual([]);
  });
});

/** A log in memory: it answers at once. */
function followInMemory(length: number) {
  const log = { length, fails: false };
  const readEvents = (_: unknown, after: number, limit: number): ConversationEvent[] => {
    if (log.fails) throw new Error('The log cannot be read.');
    return Array.from({ length: Math.max(0, Math.min(limit, log.length - after)) }, (__, index) => ({
      seq: after + index + 1,
      at: 0,
      kind: 'closed',
      by: 'system',
    }));
  };
  const reader = new Reader();
  return { log, reader, follower: new Follower({ readEvents }, REF, 0, reader) };
}

describe('a follower of what is in memory', () => {
  it('[R2] delivers at once, in pages, and goes on where it was', () => {
    const { log, reader, follower } = followInMemory(450);
    expect(follower.pump()).toBeUndefined();
    expect(reader.more).toEqual([true, true, false]);
    log.length = 452;
    expect(follower.pump()).toBeUndefined();
    expect(reader.seqs).toEqual(upTo(452));
  });

  it('[S5] leaves what there is no room for, and [R3] goes back when asked', () => {
    const { reader, follower } = followInMemory(3);
    reader.isCongested = true;
    void follower.pump();
    expect([reader.seqs, follower.isBehind]).toEqual([[], true]);
    reader.isCongested = false;
    void follower.pump();
    void follower.rewind(1);
    expect([reader.seqs, follower.isBehind]).toEqual([[1, 2, 3, 2, 3], false]);
  });

  it('[R2] a poke out of the delivery itself brings what was added meanwhile, after it', () => {
    const { log, reader, follower } = followInMemory(2);
    const deliver = reader.deliver.bind(reader);
    reader.deliver = (events, more) => {
      if (log.length === 2) {
        log.length = 3;
        void follower.pump();
      }
      deliver(events, more);
    };
    void follower.pump();
    expect(reader.seqs).toEqual(upTo(3));
  });

  it('goes on after a read that failed', () => {
    const { log, reader, follower } = followInMemory(2);
    log.fails = true;
    expect(() => follower.pump()).toThrow();
    log.fails = false;
    void follower.pump();
    expect(reader.seqs).toEqual(upTo(2));
  });
});
