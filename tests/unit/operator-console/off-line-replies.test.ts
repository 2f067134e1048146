// What was sent while the line was gone: compared with what came in meanwhile before it goes out (A7).
import { describe, expect, it } from 'vitest';
import type { ConversationEvent, ConversationSummary } from '#protocol';
import { openDesk } from '../../../operator-console/desk-state.ts';
import { keepThread, threadOf } from '../../../operator-console/desk-threads.ts';
import { BRAM, Desk, followed, heard, mine, nack, OPENED, saidBy, TALK, welcome } from './a-desk.ts';

const QUESTION = saidBy('visitor', 2, 'Welk inkomen?');
const NEWER = saidBy('visitor', 3, 'Laat maar, ik weet het al');
const DASHED_MS = 100;
const CONSIDERED_MS = 60_000;

function answering(selected = true): Desk {
  const desk = new Desk().do({ type: 'attention', on: true });
  if (selected) desk.do({ type: 'select', conversation: TALK });
  desk.connect(mine({ lastSeq: 2 })).hear(followed(mine({ lastSeq: 2 })), heard(OPENED, QUESTION));
  desk.sent();
  return desk;
}
const type = (desk: Desk, text: string) => desk.do({ type: 'draft', conversation: TALK, text, now: 0 });
const press = (desk: Desk, id: string, now = CONSIDERED_MS) =>
  desk.do({ type: 'write', conversation: TALK, id, now });
const reply = (desk: Desk, id: string, now?: number) => press(type(desk, `antwoord ${id}`), id, now);
const back = (desk: Desk, summary: ConversationSummary, lastN = 0) =>
  desk.connect(summary).hear(followed(summary, { lastN }));
const sentOf = (desk: Desk) => desk.sent().filter((frame) => frame.type === 'send');
const threadIn = (desk: Desk) => threadOf(desk.state, TALK);
const now = (lastSeq: number, change: Partial<ConversationSummary> = {}) => mine({ lastSeq, ...change });

describe('[A7] a reply that was sent while the line was gone', () => {
  it.each([DASHED_MS, CONSIDERED_MS])(
    'goes out by itself when nothing newer came (%i ms in the making)',
    (ms) => {
      const desk = back(reply(answering().drop(), 'm1', ms), now(2));
      expect(sentOf(desk)).toMatchObject([{ id: 'm1', n: 1, assignmentEpoch: 1, seenSeq: 2 }]);
      expect(threadIn(desk).notice).toBeNull();
    },
  );

  it.each([DASHED_MS, CONSIDERED_MS])(
    'comes back when the citizen wrote meanwhile (%i ms in the making)',
    (ms) => {
      const desk = back(reply(answering().drop(), 'm1', ms), now(3));
      expect(sentOf(desk)).toEqual([]);
      desk.hear(heard(NEWER));
      expect(sentOf(desk)).toEqual([]);
      expect(threadIn(desk)).toMatchObject({
        draft: 'antwoord m1',
        notice: { kind: 'outdated', awaited: false },
        outbox: { entries: [] },
      });
    },
  );

  it('goes out by itself when what is new came into the log after it was sent off: both were away', () => {
    const later: ConversationEvent = { ...NEWER, at: CONSIDERED_MS + 1 };
    const desk = back(reply(answering().drop(), 'm1'), now(3)).hear(heard(later));
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 3 }]);
    expect(threadIn(desk).notice).toBeNull();
  });

  it('goes at one more press: the notice beside the news was the second look', () => {
    const desk = back(reply(answering().drop(), 'm1'), now(3)).hear(heard(NEWER));
    expect(sentOf(press(desk, 'm2'))).toMatchObject([{ id: 'm2', n: 1, text: 'antwoord m1', seenSeq: 3 }]);
    expect(threadIn(desk)).toMatchObject({ draft: '', notice: null });
  });

  it('asks again when still more comes in before that press', () => {
    const desk = back(reply(answering().drop(), 'm1'), now(3)).hear(
      heard(NEWER),
      heard(saidBy('visitor', 4)),
    );
    expect(sentOf(press(desk, 'm2'))).toEqual([]);
    expect(threadIn(desk).notice).toEqual({ kind: 'look-first' });
  });

  it('waits until all of the log is in, page by page', () => {
    const desk = back(reply(answering().drop(), 'm1'), now(4)).hear(heard(saidBy('operator', 3)));
    expect(desk.sent().filter(({ type }) => type !== 'follow')).toEqual([]);
    desk.hear(heard(saidBy('operator', 4)));
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 2 }]);
  });

  it('is judged before anything is told as read', () => {
    const desk = back(reply(answering().drop(), 'm1'), now(3));
    expect(desk.sent().map((frame) => frame.type)).toEqual(['follow']);
    desk.hear(heard(NEWER));
    expect(desk.sent()).toEqual([{ type: 'read', conversation: TALK, seq: 3 }]);
  });

  it('comes back with all that was sent after it, before what is being typed', () => {
    const desk = reply(reply(answering().drop(), 'm1'), 'm2');
    back(type(desk, 'nog bezig'), now(3)).hear(heard(NEWER));
    expect(threadIn(desk).draft).toBe('antwoord m1\nantwoord m2\nnog bezig');
    expect(sentOf(desk)).toEqual([]);
  });

  it('comes back also in a conversation that is not on the screen', () => {
    const desk = back(reply(answering(false).drop(), 'm1'), now(3)).hear(heard(NEWER));
    expect(threadIn(desk)).toMatchObject({ draft: 'antwoord m1', notice: { kind: 'outdated' } });
  });

  it('comes back when it was sent before the line had all of the log', () => {
    const desk = answering().drop().connect(now(3));
    reply(desk, 'm1', DASHED_MS);
    desk.hear(followed(now(3)));
    reply(desk, 'm2', DASHED_MS);
    expect(sentOf(desk.hear(heard(NEWER)))).toEqual([]);
    expect(threadIn(desk).draft).toBe('antwoord m1\nantwoord m2');
  });

  it('asks for a look at once when the news came in before the line went', () => {
    const desk = type(answering(), 'antwoord').hear(heard(NEWER)).drop();
    expect(threadIn(press(desk, 'm1', DASHED_MS)).notice).toEqual({ kind: 'look-first' });
    back(press(desk, 'm1', DASHED_MS), now(3));
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 3 }]);
  });

  it('that was begun on the old view of a line that just came back is no newer than that view', () => {
    const desk = back(answering().drop(), now(3));
    reply(desk, 'm1').hear(heard(NEWER));
    expect(sentOf(desk)).toEqual([]);
  });

  describe('[R5] and the history is another one', () => {
    const inOther = (desk: Desk, ...events: ConversationEvent[]): Desk => {
      const summary = now(events.length);
      desk.do({ type: 'link', link: { status: 'live' } }).hear(welcome({ epoch: 'two' }));
      desk.hear({ type: 'desk', conversations: [summary] }, followed(summary));
      return desk.hear(heard(...events));
    };

    it('goes with as much of its view as that one has', () => {
      expect(sentOf(inOther(reply(answering().drop(), 'm1'), OPENED, QUESTION))).toMatchObject([
        { seenSeq: 2 },
      ]);
      expect(sentOf(inOther(reply(answering().drop(), 'm1'), OPENED))).toMatchObject([{ seenSeq: 1 }]);
    });

    it('comes back when the citizen wrote something else there', () => {
      const desk = inOther(reply(answering().drop(), 'm1'), OPENED, { ...QUESTION, id: 'id-other' });
      expect(sentOf(desk)).toEqual([]);
      expect(threadIn(desk)).toMatchObject({ draft: 'antwoord m1', notice: { kind: 'outdated' } });
    });

    it('a draft is compared with that one as well', () => {
      const desk = inOther(type(answering(), 'half').drop(), OPENED, { ...QUESTION, id: 'id-other' });
      expect(sentOf(press(desk, 'm1'))).toEqual([]);
      expect(threadIn(desk).notice).toEqual({ kind: 'look-first' });
    });
  });

  it('[M6] to a conversation that ended is refused by the server, with its text kept', () => {
    const closed = now(3, { status: 'closed' });
    const desk = reply(answering().drop(), 'm1').connect().hear(followed(closed));
    desk.hear(heard({ seq: 3, at: 0, kind: 'closed', by: 'visitor' }));
    expect(sentOf(desk)).toMatchObject([{ id: 'm1' }]);
  });
});

describe('[A7] [M7] a reply that was sent while the line was gone, in a conversation that changed hands', () => {
  it.each([
    ['a colleague', { assignee: BRAM }, BRAM.name],
    ['the queue', { assignee: null, status: 'waiting' as const }, null],
  ])('to %s, comes back by the word of the server, which knows best who has it', (_, change, assignee) => {
    const desk = back(reply(answering().drop(), 'm1'), now(2, { assignmentEpoch: 3, ...change }));
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', assignmentEpoch: 1, seenSeq: 2 }]);
    desk.hear(nack('m1', 'not-assignee', { assignee }));
    expect(threadIn(desk)).toMatchObject({
      draft: 'antwoord m1',
      notice: { kind: 'kept-as-draft', assignee },
    });
  });

  it('and back, asks for a look', () => {
    const desk = back(reply(answering().drop(), 'm1'), now(4, { assignmentEpoch: 3 }));
    desk.hear(
      heard(
        { seq: 3, at: 0, kind: 'assigned', operator: BRAM.name },
        { seq: 4, at: 0, kind: 'assigned', operator: 'Anna de Vries' },
      ),
    );
    expect(threadIn(desk)).toMatchObject({ draft: 'antwoord m1', notice: { kind: 'changed-hands' } });
    expect(sentOf(press(desk, 'm2'))).toMatchObject([{ assignmentEpoch: 3, seenSeq: 4 }]);
  });

  it('and back while it was on a line that ended, asks for a look', () => {
    const desk = back(reply(answering(), 'm1').drop(), now(2, { assignmentEpoch: 3 }));
    desk.hear(nack('m1', 'not-assignee', { assignee: 'Anna de Vries' }));
    expect(threadIn(desk)).toMatchObject({ draft: 'antwoord m1', notice: { kind: 'changed-hands' } });
  });
});

describe('[A7] a reply that was on a line that ended', () => {
  it.each([DASHED_MS, CONSIDERED_MS])(
    'is judged by the server, which alone knows whether it arrived (%i ms)',
    (ms) => {
      const desk = reply(answering(), 'm1', ms);
      desk.sent();
      back(desk.drop(), now(3)).hear(heard(NEWER));
      expect(desk.sent().filter(({ type }) => type !== 'follow')).toMatchObject([
        { type: 'send', id: 'm1', seenSeq: 2 },
        { type: 'read' },
      ]);
      desk.hear(nack('m1', 'outdated'));
      expect(threadIn(desk)).toMatchObject({
        draft: 'antwoord m1',
        notice: { kind: 'outdated', awaited: false },
      });
    },
  );

  it('crossed with what came in before that line ended, when it was dashed off', () => {
    const again = (ms: number) =>
      sentOf(back(reply(answering(), 'm1', ms).hear(heard(NEWER)).drop(), now(3))).at(-1);
    expect(again(DASHED_MS)).toMatchObject({ id: 'm1', seenSeq: 3 });
    expect(again(CONSIDERED_MS)).toMatchObject({ id: 'm1', seenSeq: 2 });
  });

  it('goes before what never went out, and both come back in the order of writing', () => {
    const desk = reply(reply(answering(), 'm1', DASHED_MS).drop(), 'm2');
    back(desk, now(3)).hear(heard(NEWER));
    expect(sentOf(desk).map((frame) => frame.id)).toEqual(['m1', 'm1']);
    desk.hear(nack('m1', 'outdated'));
    expect(threadIn(desk).draft).toBe('antwoord m1\nantwoord m2');
  });

  it('also when it was refused there for now: a copy may still be under way', () => {
    const desk = reply(reply(answering(), 'm1', DASHED_MS), 'm2', DASHED_MS);
    desk.hear(nack('m1', 'expected', { expected: 2 })).sent();
    back(desk.drop(), now(3)).hear(heard(NEWER));
    expect(sentOf(desk)).toMatchObject([
      { id: 'm1', seenSeq: 2 },
      { id: 'm2', seenSeq: 2 },
    ]);
    expect(threadIn(desk).draft).toBe('');
  });

  it('is still told from one that never went out after a reload', () => {
    const desk = reply(reply(answering(), 'm1', DASHED_MS).drop(), 'm2');
    const reloaded = new Desk();
    reloaded.state = openDesk({ [TALK]: keepThread(threadIn(desk)) }, TALK);
    back(reloaded, now(3)).hear(heard(OPENED, QUESTION, NEWER));
    expect(sentOf(reloaded)).toMatchObject([{ id: 'm1', seenSeq: 2 }]);
    expect(threadIn(reloaded).draft).toBe('antwoord m2');
  });
});

describe('[A7] the allowance for what is dashed off', () => {
  it('is for what goes out at once: refused once, it carries what was seen', () => {
    const desk = reply(answering(), 'm1', DASHED_MS);
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: undefined }]);
    desk.hear(nack('m1', 'expected', { expected: 1 }));
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 2 }]);
  });

  it('[T3] ends while the server cannot store: what came in meanwhile sends the reply back', () => {
    const desk = reply(answering(), 'm1', DASHED_MS).hear(nack('m1', 'retry', { retryMs: 700 }));
    reply(desk, 'm2', DASHED_MS).sent();
    desk.hear(heard(NEWER)).do({ type: 'flush', conversation: TALK });
    // A copy of the first may still be under way: only the server can refuse it for good (M10).
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 2 }]);
    expect(threadIn(desk).draft).toBe('antwoord m2');
    desk.hear(nack('m1', 'outdated'));
    expect(threadIn(desk)).toMatchObject({ draft: 'antwoord m1\nantwoord m2', notice: { kind: 'outdated' } });
  });
});

it('a tab of an older version kept no view: nothing counts as seen', () => {
  const kept = { draft: '', since: 0, unsent: [{ id: 'm1', text: 'oud', at: 0, under: 1 }] };
  const desk = new Desk();
  desk.state = openDesk({ [TALK]: kept }, TALK);
  back(desk, now(2)).hear(heard(OPENED, QUESTION));
  expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 0 }]);
});
