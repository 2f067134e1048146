// Numbers on one line: none is given twice while it may still arrive, and none is taken as proof of another message.
import { describe, expect, it } from 'vitest';
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

const add = (outbox: Outbox, ...ids: string[]): Outbox =>
  ids.reduce((box, id) => enqueue(box, { id, text: id, at: 1 }), outbox);
const fill = (...ids: string[]): Outbox => add(EMPTY_OUTBOX, ...ids);
const release = (outbox: Outbox): Outbox => takeOutgoing(outbox).outbox;
const sent = (outbox: Outbox) => takeOutgoing(outbox).send.map((entry) => [entry.id, entry.n]);

describe('a message that leaves the outbox before its ack', () => {
  it('[M3] keeps its number taken when the log showed it first', () => {
    const shown = settle(release(fill('a')), new Set(['a']));
    expect(sent(add(shown, 'b'))).toEqual([['b', 2]]);
  });

  it('[M3] keeps its number taken when it was taken back', () => {
    expect(sent(add(withdraw(release(fill('a')), 'a'), 'b'))).toEqual([['b', 2]]);
  });

  it('[M4] still counts as unanswered', () => {
    const ids = Array.from({ length: 16 }, (_, index) => `m${index}`);
    const shown = settle(release(fill(...ids)), new Set(ids));
    expect(sent(add(shown, 'next'))).toEqual([]);
    expect(sent(add(acknowledge(shown, { id: 'm0', n: 1 }), 'next'))).toEqual([['next', 17]]);
  });
});

describe('[M6] after a refusal', () => {
  it('nothing goes out before all that is on the line is answered', () => {
    const refused = refuse(release(fill('a', 'b')), { id: 'a', reason: 'retry', retryMs: 700 });
    expect(sent(add(refused.outbox, 'c'))).toEqual([]);
    const both = refuse(refused.outbox, { id: 'b', reason: 'expected', expected: 1 });
    expect(sent(add(both.outbox, 'c'))).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('the wait that the server asked for outlasts the refusals behind it', () => {
    const refused = refuse(release(fill('a', 'b')), { id: 'a', reason: 'rate-limited', retryMs: 700 });
    expect(refuse(refused.outbox, { id: 'b', reason: 'expected', expected: 1 }).retryIn).toBe(700);
    const again = release(refuse(refused.outbox, { id: 'b', reason: 'expected', expected: 1 }).outbox);
    expect(refuse(again, { id: 'a', reason: 'expected', expected: 1 }).retryIn).toBe(0);
  });

  it('a frame that arrived twice and is answered twice does not answer for another one', () => {
    const refused = refuse(release(fill('a', 'b')), { id: 'a', reason: 'rate-limited', retryMs: 400 });
    const acked = acknowledge(refused.outbox, { id: 'a', n: 1 });
    // The log shows `b` before its ack, as when another tab sent it too: its number is still on the line.
    const shown = add(settle(acked, new Set(['a', 'b'])), 'c');
    expect(sent(shown)).toEqual([]);
    expect(sent(acknowledge(shown, { id: 'b', n: 2 }))).toEqual([['c', 3]]);
  });

  it('a number below what the server has is no proof that this message is stored', () => {
    // The server knows `a` from another tab, so its number counts twice: `b` and `c` are refused, `a` is not.
    const wrote = release(add(rewind(fill('a'), 0), 'b', 'c'));
    const acked = acknowledge(wrote, { id: 'a', n: 3 });
    const { outbox } = refuse(acked, { id: 'b', reason: 'retry' });
    expect(outbox.entries.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'stored'],
      ['b', 'queued'],
      ['c', 'queued'],
    ]);
  });
});

describe('[R5] a server that was restored from a backup', () => {
  it('gets again what it had acked and has no more', () => {
    const acked = ['a', 'b'].reduce(
      (box, id, index) => acknowledge(box, { id, n: index + 1 }),
      release(fill('a', 'b')),
    );
    expect(rewind(acked, 1).entries.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'stored'],
      ['b', 'queued'],
    ]);
  });
});
