// The desk as the operator lives it: taking, answering, losing, closing, and what is told meanwhile.
import { describe, expect, it } from 'vitest';
import { countWaiting, judgeWait, mineOf, queueOf, unreadOf } from '../../../operator-console/desk-lists.ts';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import {
  ANNA,
  aSummary,
  BRAM,
  Desk,
  followed,
  heard,
  mine,
  nack,
  OPENED,
  OTHER,
  saidBy,
  TALK,
  welcome,
} from './a-desk.ts';

const answering = (): Desk => {
  const desk = new Desk();
  desk.do({ type: 'attention', on: true }).do({ type: 'select', conversation: TALK });
  desk.connect(mine()).hear(followed(mine()), heard(OPENED));
  desk.effects = [];
  return desk;
};

const write = (desk: Desk, text: string, id: string): Desk =>
  desk
    .do({ type: 'draft', conversation: TALK, text, now: 0 })
    .do({ type: 'write', conversation: TALK, id, now: 5_000 });

describe('lists', () => {
  it('[A3] keeps the queue in the order of the server’s waiting time', () => {
    const desk = new Desk().connect(
      aSummary({ id: OTHER, waitingSince: 9_000 }),
      aSummary({ waitingSince: 500 }),
      mine({ id: 'mine' }),
    );
    expect(queueOf(desk.state).map((one) => one.id)).toEqual([TALK, OTHER]);
    expect(mineOf(desk.state).map((one) => one.id)).toEqual(['mine']);
  });

  it('counts who waits and who wrote, but not what is on the screen', () => {
    const desk = new Desk().connect(aSummary({ id: OTHER }), mine({ unread: 2 }));
    expect(countWaiting(desk.state)).toBe(2);
    desk.do({ type: 'select', conversation: TALK }).do({ type: 'attention', on: true });
    expect(unreadOf(desk.state, mine({ unread: 2 }))).toBe(0);
    expect(countWaiting(desk.state)).toBe(1);
  });

  it('lets a closed conversation leave, unless it is on the screen', () => {
    const closed = { type: 'summary', summary: mine({ status: 'closed' }) } as const;
    expect(new Desk().connect(mine()).hear(closed).state.summaries.size).toBe(0);
    const desk = answering().hear(closed);
    expect(desk.state.summaries.get(TALK)?.status).toBe('closed');
    expect(mineOf(desk.state)).toEqual([]);
    expect(desk.do({ type: 'select', conversation: null }).state.summaries.size).toBe(0);
    expect(desk.state.threads.size).toBe(0);
  });

  it.each([
    [0, 'calm'],
    [59_999, 'calm'],
    [60_000, 'soon'],
    [119_999, 'soon'],
    [120_000, 'late'],
  ])('judges a wait of %i ms as %s', (waited, norm) => expect(judgeWait(waited)).toBe(norm));
});

describe('following', () => {
  it('[R2] follows its own conversations and the one on the screen, again after every new line', () => {
    const desk = new Desk().do({ type: 'select', conversation: OTHER });
    desk.connect(mine(), aSummary({ id: OTHER }), aSummary({ id: 'third' }));
    const follows = (): string[] =>
      desk.sent().flatMap((frame) => (frame.type === 'follow' ? [frame.conversation] : []));
    expect(follows().sort()).toEqual([OTHER, TALK]);
    desk.hear(followed(mine()), {
      type: 'events',
      conversation: TALK,
      events: [saidBy('visitor', 1)],
      more: false,
    });
    desk.drop().connect(mine(), aSummary({ id: OTHER }));
    expect(desk.sent()).toContainEqual({ type: 'follow', conversation: TALK, lastSeq: 1, epoch: 'one' });
  });

  it('lets go of a conversation that it only looked at', () => {
    const desk = new Desk().do({ type: 'select', conversation: TALK }).connect(aSummary());
    desk.hear(followed(aSummary())).do({ type: 'select', conversation: null });
    expect(desk.sent()).toContainEqual({ type: 'unfollow', conversation: TALK });
  });

  it('[A5] says that a conversation is gone, and gives unsent words back', () => {
    const desk = answering().drop();
    write(desk, 'Bent u er nog?', 'm1').connect();
    desk.hear({
      type: 'refused',
      action: 'follow',
      conversation: TALK,
      reason: 'unknown-conversation',
      assignee: null,
    });
    expect(threadOf(desk.state, TALK)).toMatchObject({ line: 'gone', draft: 'Bent u er nog?' });
    expect(threadOf(desk.state, TALK).outbox.entries).toEqual([]);
  });

  it('[A5] sends nothing into a conversation that is gone: the words stay in the box', () => {
    const desk = answering();
    desk.hear({
      type: 'refused',
      action: 'follow',
      conversation: TALK,
      reason: 'unknown-conversation',
      assignee: null,
    });
    write(desk, 'Bent u er nog?', 'm1');
    expect(threadOf(desk.state, TALK)).toMatchObject({ draft: 'Bent u er nog?', outbox: { entries: [] } });
  });

  it('lets go of a conversation that leaves the desk, and what still comes of it changes nothing', () => {
    const desk = new Desk().connect(mine()).hear(followed(mine()));
    desk.sent();
    desk.hear({ type: 'summary', summary: mine({ status: 'closed' }) });
    expect(desk.sent()).toEqual([{ type: 'unfollow', conversation: TALK }]);
    const { state } = desk;
    desk.hear(
      { type: 'events', conversation: TALK, events: [saidBy('visitor', 7)], more: false },
      { type: 'read', conversation: TALK, seq: 7 },
      { type: 'typing', conversation: TALK, on: true },
      { type: 'presence', conversation: TALK, here: false },
      { type: 'nack', conversation: TALK, id: 'm1', n: 1, reason: 'not-assignee', assignee: BRAM.name },
      followed(mine({ status: 'closed' })),
    );
    expect(desk.state).toEqual(state);
    expect(desk.sent()).toEqual([]);
  });

  it('lets go of a closed conversation when the operator leaves it', () => {
    const desk = answering().hear({ type: 'summary', summary: mine({ status: 'closed' }) });
    desk.sent();
    desk.do({ type: 'select', conversation: null });
    expect(desk.sent()).toEqual([{ type: 'unfollow', conversation: TALK }]);
  });
});

describe('taking', () => {
  it('[A1] asks once, and sends the keyboard to the composer when it is given', () => {
    const desk = new Desk().connect(aSummary());
    desk.do({ type: 'ask', action: 'take', conversation: TALK });
    desk.do({ type: 'ask', action: 'take', conversation: TALK });
    expect(desk.sent()).toEqual([{ type: 'take', conversation: TALK }]);
    desk.hear({ type: 'summary', summary: mine() });
    expect(desk.state.focus).toBe('composer');
    expect(threadOf(desk.state, TALK).asking).toBeNull();
  });

  it('[A1] says who was first', () => {
    const desk = new Desk().connect(aSummary()).do({ type: 'ask', action: 'take', conversation: TALK });
    desk.hear({ type: 'summary', summary: mine({ assignee: BRAM }) });
    desk.hear({
      type: 'refused',
      action: 'take',
      conversation: TALK,
      reason: 'already-taken',
      assignee: BRAM.name,
    });
    expect(threadOf(desk.state, TALK).notice).toMatchObject({ kind: 'refused', assignee: BRAM.name });
    expect(threadOf(desk.state, TALK).asking).toBeNull();
    expect(desk.state.focus).toBeNull();
  });

  it('asks nothing without a line, and forgets the question when the line breaks', () => {
    const desk = new Desk()
      .connect(aSummary())
      .do({ type: 'ask', action: 'take', conversation: TALK })
      .drop();
    expect(threadOf(desk.state, TALK).asking).toBeNull();
    desk.effects = [];
    desk.do({ type: 'ask', action: 'take', conversation: TALK });
    expect(desk.sent()).toEqual([]);
  });

  it('[A4] carries the assignment epoch when it gives back or finishes, and goes to the lists after', () => {
    const desk = answering().do({ type: 'ask', action: 'finish', conversation: TALK });
    expect(desk.sent()).toEqual([{ type: 'finish', conversation: TALK, assignmentEpoch: 1 }]);
    desk.hear({ type: 'summary', summary: mine({ status: 'closed' }) });
    expect(desk.state.focus).toBe('lists');
  });
});

describe('answering', () => {
  it('[M7] sends with the epoch under which it was written, and shows what the log does not have yet', () => {
    const desk = write(answering(), '  Goedemiddag  ', 'm1');
    expect(desk.sent()).toEqual([
      {
        type: 'send',
        conversation: TALK,
        id: 'm1',
        n: 1,
        assignmentEpoch: 1,
        seenSeq: 1,
        text: 'Goedemiddag',
      },
    ]);
    expect(threadOf(desk.state, TALK)).toMatchObject({ draft: '', outbox: { entries: [{ state: 'sent' }] } });
    desk.hear({ type: 'ack', conversation: TALK, id: 'm1', n: 1, seq: 2, at: 1 });
    expect(threadOf(desk.state, TALK).outbox.entries[0]?.state).toBe('stored');
    desk.hear(heard({ ...saidBy('operator', 2), id: 'm1' }));
    expect(threadOf(desk.state, TALK).outbox.entries).toEqual([]);
  });

  it('[M7] keeps a reply under an outdated assignment as a draft, in order and with the reason', () => {
    const desk = answering();
    write(desk, 'eerste', 'm1');
    write(desk, 'tweede', 'm2').do({ type: 'draft', conversation: TALK, text: 'derde', now: 0 });
    desk.hear({ type: 'summary', summary: mine({ assignee: BRAM, assignmentEpoch: 3 }) });
    desk.hear({
      type: 'nack',
      conversation: TALK,
      id: 'm1',
      n: 1,
      reason: 'not-assignee',
      assignee: BRAM.name,
    });
    const thread = threadOf(desk.state, TALK);
    expect(thread.draft).toBe('eerste\ntweede\nderde');
    expect(thread.outbox.entries).toEqual([]);
    expect(thread.notice).toEqual({ kind: 'kept-as-draft', assignee: BRAM.name });
  });

  it('[M7] never lends a new assignment to words of an old one', () => {
    const desk = answering().drop();
    write(desk, 'oud', 'm1');
    const again = mine({ assignmentEpoch: 5 });
    desk.connect(again).hear(followed(again));
    const sends = desk.sent().filter((frame) => frame.type === 'send');
    expect(sends).toMatchObject([{ id: 'm1', assignmentEpoch: 1 }]);
    desk.hear(nack('m1', 'not-assignee', { assignee: ANNA.name }));
    expect(threadOf(desk.state, TALK)).toMatchObject({ draft: 'oud', notice: { kind: 'changed-hands' } });
  });

  it('[M6] waits as long as the server asks, then sends again with the same id', () => {
    const desk = write(answering(), 'hallo', 'm1');
    desk.sent();
    desk.hear({ type: 'nack', conversation: TALK, id: 'm1', n: 1, reason: 'rate-limited', retryMs: 700 });
    expect(desk.take('flush-later')).toEqual([{ do: 'flush-later', conversation: TALK, inMs: 700 }]);
    expect(desk.sent()).toEqual([]);
    desk.do({ type: 'flush', conversation: TALK });
    expect(desk.sent()).toMatchObject([{ type: 'send', id: 'm1', n: 1 }]);
  });

  it('[M6] keeps the text of a message that came too late', () => {
    const desk = write(answering(), 'tot ziens', 'm1');
    desk.hear({ type: 'nack', conversation: TALK, id: 'm1', n: 1, reason: 'closed' });
    desk.hear({ type: 'summary', summary: mine({ status: 'closed' }) });
    desk.do({ type: 'select', conversation: null });
    expect(threadOf(desk.state, TALK).outbox.entries).toMatchObject([
      { text: 'tot ziens', state: 'failed', because: 'closed' },
    ]);
  });

  it('writes nothing empty, nothing too long and nothing for someone else’s citizen', () => {
    const desk = answering();
    write(desk, '   ', 'm1');
    write(desk, 'x'.repeat(4_001), 'm2');
    desk.hear({ type: 'summary', summary: mine({ assignee: BRAM }) });
    write(desk, 'hallo', 'm3');
    expect(desk.sent().filter((frame) => frame.type === 'send')).toEqual([]);
  });
});

describe('reading', () => {
  const speak = (desk: Desk, seq: number): Desk =>
    desk.hear({ type: 'events', conversation: TALK, events: [saidBy('visitor', seq)], more: false });

  it('[R6] tells that the citizen was read only while someone looks', () => {
    const desk = answering().do({ type: 'attention', on: false });
    speak(desk, 2);
    expect(desk.sent()).toEqual([]);
    desk.do({ type: 'attention', on: true });
    expect(desk.sent()).toEqual([{ type: 'read', conversation: TALK, seq: 2 }]);
    desk.do({ type: 'attention', on: false }).do({ type: 'attention', on: true });
    expect(desk.sent()).toEqual([]);
  });

  it('[R6] tells it again on a new line, where the first word may not have arrived', () => {
    const desk = speak(answering(), 2).drop();
    desk.effects = [];
    desk.connect(mine({ lastSeq: 2 })).hear(followed(mine({ lastSeq: 2 })));
    expect(desk.sent()).toContainEqual({ type: 'read', conversation: TALK, seq: 2 });
  });

  it('marks nothing as read that it only looks at before taking', () => {
    const desk = new Desk().do({ type: 'attention', on: true }).do({ type: 'select', conversation: TALK });
    desk.connect(aSummary()).hear(followed(aSummary()), heard(OPENED));
    speak(desk, 2);
    expect(desk.sent().filter((frame) => frame.type === 'read')).toEqual([]);
  });
});

describe('telling', () => {
  it('calls once for a new conversation, not for the ones that were there', () => {
    const desk = new Desk().connect(aSummary({ id: OTHER }));
    expect(desk.told()).toEqual([]);
    desk.hear(
      { type: 'summary', summary: aSummary() },
      { type: 'summary', summary: aSummary({ unread: 1 }) },
    );
    expect(desk.told()).toEqual(['waiting']);
  });

  it('calls for what came while the line was down', () => {
    const desk = new Desk().connect().drop().connect(aSummary());
    expect(desk.told()).toEqual(['waiting']);
  });

  it('stays silent for who is not available, and for what one gave back oneself', () => {
    const away = new Desk().connect().hear({ type: 'status', status: 'away' });
    away.hear({ type: 'summary', summary: aSummary() });
    expect(away.told()).toEqual([]);
    const desk = new Desk()
      .connect(mine())
      .hear({ type: 'summary', summary: aSummary({ assignmentEpoch: 2 }) });
    expect(desk.told()).toEqual([]);
  });

  it('tells of a message in an open window only to the ear, elsewhere with sound', () => {
    const desk = answering();
    expect(desk.told()).toEqual([]);
    desk.hear({ type: 'events', conversation: TALK, events: [saidBy('visitor', 2)], more: false });
    expect(desk.told()).toEqual(['message (seen)']);
    desk.do({ type: 'attention', on: false });
    // The event and the summary are about the same words: one of them tells.
    desk.hear({ type: 'events', conversation: TALK, events: [saidBy('visitor', 3)], more: false });
    desk.hear({ type: 'summary', summary: mine({ unread: 1 }) });
    expect(desk.told()).toEqual(['message']);
  });
});

describe('status and presence', () => {
  it('shows the choice at once, and sends a choice made without a line later', () => {
    const desk = new Desk().connect().do({ type: 'status', status: 'away' });
    expect(desk.sent()).toEqual([{ type: 'status', status: 'away' }]);
    desk.hear({ type: 'status', status: 'away' }).drop().do({ type: 'status', status: 'absent' });
    expect(desk.sent()).toEqual([]);
    desk.connect();
    expect(desk.sent()).toEqual([{ type: 'status', status: 'absent' }]);
  });

  it('measures the server’s clock against its own', () => {
    const desk = new Desk().do({ type: 'frame', frame: welcome({ serverTime: 90_000 }), now: 30_000 });
    expect(desk.state.clockAhead).toBe(60_000);
    expect(desk.state.operator?.name).toBe(ANNA.name);
  });

  it('[T2] knows that the citizen is away, and then nobody types', () => {
    const desk = answering().hear({ type: 'typing', conversation: TALK, on: true });
    expect(threadOf(desk.state, TALK).typing).toBe(true);
    desk.hear({ type: 'presence', conversation: TALK, here: false });
    expect(threadOf(desk.state, TALK).typing).toBe(false);
    expect(desk.state.summaries.get(TALK)?.visitorHere).toBe(false);
  });
});
