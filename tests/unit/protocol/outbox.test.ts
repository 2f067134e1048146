import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#protocol';
import {
  acknowledge,
  EMPTY_OUTBOX,
  enqueue,
  type Outbox,
  refuse,
  rewind,
  settle,
  takeOutgoing,
  withdraw,
} from '#protocol/outbox';

const message = (id: string) => ({ id, text: `text of ${id}`, at: 1 });
const fill = (...ids: string[]): Outbox =>
  ids.reduce((outbox, id) => enqueue(outbox, message(id)), EMPTY_OUTBOX);
const sent = (outbox: Outbox) => takeOutgoing(outbox).send.map((entry) => [entry.id, entry.n]);

describe('sending', () => {
  it('[M3] numbers messages in the order in which they were written', () => {
    expect(sent(fill('a', 'b', 'c'))).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('[M4] has at most 16 on the line', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
    const first = takeOutgoing(fill(...ids));
    expect(first.send).toHaveLength(LIMITS.inFlight);
    const next = takeOutgoing(acknowledge(first.outbox, { id: 'm0', n: 1 }));
    expect(next.send.map((entry) => [entry.id, entry.n])).toEqual([['m16', 17]]);
  });

  it('sends nothing twice on one line', () => {
    const { outbox } = takeOutgoing(fill('a'));
    expect(sent(outbox)).toEqual([]);
  });
});

describe('a new line', () => {
  it('[M5] takes what the server has as stored and sends the rest again under the same id', () => {
    const { outbox } = takeOutgoing(fill('a', 'b', 'c'));
    const resumed = rewind(outbox, 1);
    expect(resumed.entries.map((entry) => entry.state)).toEqual(['stored', 'queued', 'queued']);
    expect(sent(resumed)).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('[R5] [M5] of another history that count proves nothing: everything open goes again', () => {
    const { outbox } = takeOutgoing(fill('a', 'b', 'c'));
    const resumed = rewind(outbox, 2, false);
    expect(resumed.entries.map((entry) => entry.state)).toEqual(['queued', 'queued', 'queued']);
    expect(sent(resumed)).toEqual([
      ['a', 3],
      ['b', 4],
      ['c', 5],
    ]);
  });

  it('[M8] a new device numbers carried-over messages from 1', () => {
    expect(sent(rewind(fill('a', 'b'), 0))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('[M6] a refusal', () => {
  const onLine = takeOutgoing(fill('a', 'b')).outbox;
  /** What comes behind a refused message is refused too: the server wants the number before it. */
  const refuseBoth = (nack: Omit<Parameters<typeof refuse>[1], 'id'>) => {
    const first = refuse(onLine, { ...nack, id: 'a' });
    return { first, ...refuse(first.outbox, { id: 'b', reason: 'expected', expected: 1 }) };
  };

  it('expected: goes on from the number that the server wants', () => {
    const { outbox, retryIn } = refuseBoth({ reason: 'expected', expected: 1 });
    expect(retryIn).toBe(0);
    expect(sent(outbox)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it.each(['retry', 'rate-limited'] as const)('%s: tries everything again after the given time', (reason) => {
    const { first, outbox } = refuseBoth({ reason, retryMs: 700 });
    expect(first.retryIn).toBe(700);
    expect(sent(outbox)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('closed: keeps the text, and the next message closes the hole', () => {
    const { outbox } = refuseBoth({ reason: 'closed' });
    expect(outbox.entries[0]).toMatchObject({ state: 'failed', because: 'closed', text: 'text of a' });
    expect(sent(outbox)).toEqual([['b', 1]]);
  });
});

describe('settling', () => {
  it('keeps a stored message until the log shows it', () => {
    const acked = acknowledge(takeOutgoing(fill('a')).outbox, { id: 'a', n: 1 });
    expect(acked.entries.map((entry) => entry.state)).toEqual(['stored']);
    expect(settle(acked, new Set(['a'])).entries).toEqual([]);
  });

  it('takes a message back', () => {
    expect(withdraw(fill('a', 'b'), 'a').entries.map((entry) => entry.id)).toEqual(['b']);
  });
});

/** A server in six lines: the rules M1 to M3 and M8 for one device, over a line that may break at any moment. */
function createModelServer() {
  const log: string[] = [];
  let lastN = 0;
  return {
    log,
    lastN: () => lastN,
    take(entry: { id: string; n: number }): 'ack' | 'expected' {
      const known = log.includes(entry.id);
      if (known || entry.n === lastN + 1) {
        if (entry.n === lastN + 1) lastN = entry.n;
        if (!known) log.push(entry.id);
        return 'ack';
      }
      return 'expected';
    },
  };
}

describe('over a line that breaks anywhere', () => {
  it('[M2] [M3] [M5] every message arrives once and in order', () => {
    const step = fc.constantFrom('write', 'deliver', 'lose-ack', 'cut');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const server = createModelServer();
        let outbox = EMPTY_OUTBOX;
        let line: { id: string; n: number }[] = [];
        let written = 0;
        const release = (): void => {
          const out = takeOutgoing(outbox);
          outbox = out.outbox;
          line.push(...out.send);
        };
        const deliver = (ackArrives: boolean): void => {
          const entry = line.shift();
          if (entry === undefined) return;
          const answer = server.take(entry);
          if (answer === 'expected') {
            outbox = refuse(outbox, {
              id: entry.id,
              reason: 'expected',
              expected: server.lastN() + 1,
            }).outbox;
          } else if (ackArrives) outbox = acknowledge(outbox, entry);
        };
        const reconnect = (): void => {
          line = [];
          outbox = rewind(outbox, server.lastN());
        };
        for (const action of steps) {
          if (action === 'write') {
            written += 1;
            outbox = enqueue(outbox, message(`m${written}`));
          } else if (action === 'cut') reconnect();
          else deliver(action === 'deliver');
          release();
        }
        reconnect();
        release();
        while (line.length > 0) {
          deliver(true);
          release();
        }
        expect(server.log).toEqual(Array.from({ length: written }, (_, index) => `m${index + 1}`));
        expect(outbox.entries.every((entry) => entry.state === 'stored')).toBe(true);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
