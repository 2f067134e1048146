import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import { adoptEpoch, applyEvents, EMPTY_LOG } from '#protocol/event-log';

const event = (seq: number): ConversationEvent => ({ seq, at: seq, kind: 'assigned', operator: 'Anna' });
const events = (...seqs: number[]) => seqs.map(event);
const seqs = (log: { events: readonly ConversationEvent[] }) => log.events.map(({ seq }) => seq);

/** A welcome told whose history it is. */
const GREETED = adoptEpoch(EMPTY_LOG, 'e1', 12);

describe('applying', () => {
  it('[R3] appends what follows, drops what is known', () => {
    const first = applyEvents(GREETED, events(1, 2));
    const second = applyEvents(first.log, events(2, 3));
    expect(seqs(second.log)).toEqual([1, 2, 3]);
    expect(second.gap).toBe(false);
  });

  it('[R4] shows nothing beyond a hole, and says that there is one', () => {
    const { log, gap } = applyEvents(GREETED, events(1, 3));
    expect(seqs(log)).toEqual([1]);
    expect(gap).toBe(true);
  });

  it('[R1] whatever comes twice, late or not at all: a prefix of the log, each once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 12 })), { maxLength: 40 }), (batches) => {
        const log = batches.reduce((known, batch) => applyEvents(known, events(...batch)).log, GREETED);
        expect(seqs(log)).toEqual(Array.from({ length: log.lastSeq }, (_, index) => index + 1));
      }),
      { seed: 1 },
    );
  });
});

describe('[R5] the server behind the log', () => {
  const known = applyEvents(GREETED, events(1, 2)).log;

  it('same database: goes on', () => {
    expect(adoptEpoch(known, 'e1', 2)).toBe(known);
    expect(adoptEpoch(EMPTY_LOG, 'e1', 9)).toEqual({ epoch: 'e1', lastSeq: 0, events: [] });
  });

  it('another database, or one that knows less than we do: starts anew', () => {
    expect(adoptEpoch(known, 'e2', 5)).toEqual({ epoch: 'e2', lastSeq: 0, events: [] });
    expect(adoptEpoch(known, 'e1', 1)).toEqual({ epoch: 'e1', lastSeq: 0, events: [] });
  });

  it('events before anyone said whose history it is belong nowhere, and nothing more of them is asked for', () => {
    expect(applyEvents(EMPTY_LOG, events(1, 2))).toEqual({ log: EMPTY_LOG, gap: false });
    expect(applyEvents(EMPTY_LOG, events(3))).toEqual({ log: EMPTY_LOG, gap: false });
  });
});
