// A line of the server that begins anew while the link stays live: nothing of the former one may be taken for granted (F1).
import { describe, expect, it } from 'vitest';
import type { OperatorFrame } from '#protocol';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import { aSummary, BRAM, Desk, followed, heard, mine, nack, OPENED, OTHER, saidBy, TALK } from './a-desk.ts';

const answering = (): Desk => {
  const desk = new Desk();
  desk.do({ type: 'attention', on: true }).do({ type: 'select', conversation: TALK });
  desk.connect(mine()).hear(followed(mine()), heard(OPENED, saidBy('visitor', 2)));
  desk.effects = [];
  return desk;
};
const dashOff = (desk: Desk, id: string): Desk =>
  desk
    .do({ type: 'draft', conversation: TALK, text: `woorden ${id}`, now: 0 })
    .do({ type: 'write', conversation: TALK, id, now: 100 });
const threadIn = (desk: Desk) => threadOf(desk.state, TALK);
const typesOf = (frames: OperatorFrame[]): string[] => frames.map((frame) => frame.type);
const grown = (lastSeq: number) => mine({ lastSeq, unread: 1 });

describe('[F1] a welcome on a live line', () => {
  it('[R2] is a new line of the server: what was followed is followed again, after the last event', () => {
    const desk = answering().switchLine(grown(3));
    expect(desk.sent()).toEqual([{ type: 'follow', conversation: TALK, lastSeq: 2, epoch: 'one' }]);
    desk.hear(followed(grown(3)), heard(saidBy('visitor', 3)));
    expect(threadIn(desk).log.lastSeq).toBe(3);
    expect(desk.sent()).toEqual([{ type: 'read', conversation: TALK, seq: 3 }]);
  });

  it('also when the line before it had not answered the follow', () => {
    const desk = new Desk().do({ type: 'select', conversation: TALK }).connect(mine());
    desk.sent();
    expect(typesOf(desk.switchLine(mine()).sent())).toEqual(['follow']);
  });

  it('[M5] sends a reply that was on its way again, unless the log has it', () => {
    const lost = dashOff(answering(), 'm1');
    expect(lost.sent()).toMatchObject([{ type: 'send', id: 'm1', n: 1 }]);
    lost.switchLine(mine({ lastSeq: 2 })).hear(followed(mine({ lastSeq: 2 })));
    expect(lost.sent()).toMatchObject([
      { type: 'follow' },
      { type: 'send', id: 'm1', n: 1 },
      { type: 'read' },
    ]);

    const arrived = dashOff(answering(), 'm1').switchLine(grown(3));
    arrived.sent();
    arrived.hear(followed(grown(3), { lastN: 1 }), heard({ ...saidBy('operator', 3), id: 'm1' }));
    expect(typesOf(arrived.sent())).toEqual(['read']);
    expect(threadIn(arrived).outbox.entries).toEqual([]);
  });

  it('[R6] tells again how far was read, and holds nobody for typing', () => {
    const desk = answering().hear({ type: 'typing', conversation: TALK, on: true });
    desk.switchLine(mine({ lastSeq: 2 })).hear(followed(mine({ lastSeq: 2 })));
    expect(desk.sent()).toContainEqual({ type: 'read', conversation: TALK, seq: 2 });
    expect(threadIn(desk).typing).toBe(false);
  });

  it('[M6] forgets a pause that the former line asked for', () => {
    const desk = dashOff(answering(), 'm1').hear(nack('m1', 'rate-limited', { retryMs: 60_000 }));
    desk.switchLine(mine({ lastSeq: 2 })).hear(followed(mine({ lastSeq: 2 })));
    expect(typesOf(desk.sent())).toContain('send');
  });

  it('changes nothing on the screen until the lists are there', () => {
    const desk = answering();
    const { summaries } = desk.state;
    desk.do({ type: 'link', link: { status: 'live' } });
    expect(desk.state.summaries).toBe(summaries);
    expect(desk.sent()).toEqual([]);
  });
});

describe('[F1] what was asked on the former line', () => {
  const asked = (desk: Desk, action: 'take' | 'release' | 'finish') =>
    desk.do({ type: 'ask', action, conversation: TALK });

  it('[A1] is asked again when it did not arrive', () => {
    const desk = asked(new Desk().connect(aSummary()), 'take');
    desk.sent();
    expect(desk.switchLine(aSummary()).sent()).toEqual([{ type: 'take', conversation: TALK }]);
    desk.hear({ type: 'summary', summary: mine() });
    expect(desk.state.focus).toBe('composer');
  });

  it('[A4] carries the assignment under which it was asked', () => {
    const desk = asked(answering(), 'release');
    desk.sent();
    expect(desk.switchLine(mine({ assignmentEpoch: 3 })).sent()).toContainEqual({
      type: 'release',
      conversation: TALK,
      assignmentEpoch: 1,
    });
  });

  it('[A1] is not asked again when it was done, or came too late', () => {
    const done = asked(new Desk().connect(aSummary()), 'take').switchLine(mine());
    expect(typesOf(done.sent())).toEqual(['take', 'follow']);
    expect(threadIn(done)).toMatchObject({ asking: null, askAgain: false });
    expect(done.state.focus).toBe('composer');
    const late = asked(new Desk().connect(aSummary()), 'take').switchLine(mine({ assignee: BRAM }));
    late.sent();
    const [to] = [{ conversation: TALK, reason: 'already-taken' as const, assignee: BRAM.name }];
    late.hear({ type: 'refused', action: 'take', ...to });
    expect(threadIn(late).notice).toMatchObject({ kind: 'refused', assignee: BRAM.name });
  });

  it('[A4] about a conversation that is closed by now is settled by what the server says of it', () => {
    const desk = asked(answering(), 'finish');
    desk.sent();
    desk.switchLine();
    expect(typesOf(desk.sent())).toEqual(['follow']);
    const closed = mine({ status: 'closed', lastSeq: 3 });
    desk.hear(followed(closed));
    expect(desk.sent()).toEqual([]);
    expect(threadIn(desk).asking).toBeNull();
    expect(desk.state.focus).toBe('lists');
  });

  it('gets one answer: a second one is about nothing any more', () => {
    const desk = asked(answering(), 'finish').switchLine(mine());
    desk.hear({ type: 'summary', summary: mine({ status: 'closed' }) });
    desk.hear({ type: 'refused', action: 'finish', conversation: TALK, reason: 'closed', assignee: null });
    expect(threadIn(desk).notice).toBeNull();
  });

  it('is forgotten when the line was gone: minutes later nobody expects it', () => {
    const desk = asked(new Desk().connect(aSummary(), mine({ id: OTHER })), 'take').drop();
    desk.sent();
    expect(typesOf(desk.connect(aSummary(), mine({ id: OTHER })).sent())).toEqual(['follow']);
  });
});
