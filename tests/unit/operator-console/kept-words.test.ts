// Words that were typed for a conversation that is not this operator's any more: they stay until the operator throws them away.
import { describe, expect, it } from 'vitest';
import { leftOf } from '../../../operator-console/desk-lists.ts';
import { openDesk } from '../../../operator-console/desk-state.ts';
import { keepThread, threadOf } from '../../../operator-console/desk-threads.ts';
import { aSummary, BRAM, Desk, followed, heard, mine, nack, OPENED, OTHER, TALK } from './a-desk.ts';

/** Half a reply in a conversation, while another one is on the screen. */
function typedElsewhere(): Desk {
  const desk = new Desk().connect(mine(), mine({ id: OTHER }));
  desk.hear(followed(mine()), heard(OPENED));
  desk.do({ type: 'select', conversation: TALK });
  desk.do({ type: 'draft', conversation: TALK, text: 'Half af', now: 0 });
  return desk.do({ type: 'select', conversation: OTHER });
}
const closed = mine({ status: 'closed' });
const draftOf = (desk: Desk) => threadOf(desk.state, TALK).draft;
const left = (desk: Desk) => leftOf(desk.state);

describe('words for a conversation that is gone', () => {
  it('stay when it ends while another one is on the screen, and are shown in the list', () => {
    const desk = typedElsewhere().hear({ type: 'summary', summary: closed });
    expect(draftOf(desk)).toBe('Half af');
    expect(left(desk)).toEqual([{ conversation: TALK, why: 'ended', by: null, words: true }]);
  });

  it('stay when it ended while the line was gone', () => {
    const desk = typedElsewhere()
      .drop()
      .connect(mine({ id: OTHER }));
    expect(desk.sent()).toContainEqual({ type: 'follow', conversation: TALK, lastSeq: 1, epoch: 'one' });
    desk.hear(followed(closed));
    expect(draftOf(desk)).toBe('Half af');
    expect(left(desk)).toMatchObject([{ conversation: TALK, why: 'ended' }]);
  });

  it('stay over a reload', () => {
    const desk = new Desk();
    desk.state = openDesk({ [TALK]: keepThread(threadOf(typedElsewhere().state, TALK)) }, null);
    expect(left(desk)).toEqual([]);
    desk.connect(mine({ id: OTHER })).hear(followed(closed));
    expect(left(desk)).toMatchObject([{ conversation: TALK, why: 'ended', words: true }]);
  });

  it('stay when the operator looks at it and goes on', () => {
    const desk = typedElsewhere().hear({ type: 'summary', summary: closed });
    desk.do({ type: 'select', conversation: TALK });
    expect(left(desk)).toEqual([]);
    desk.do({ type: 'select', conversation: OTHER });
    expect(left(desk)).toMatchObject([{ conversation: TALK, why: 'ended' }]);
  });

  it('[A5] stay when the server does not know it, and then it is in no other list', () => {
    const desk = typedElsewhere()
      .drop()
      .connect(mine({ id: OTHER }));
    const to = { conversation: TALK, reason: 'unknown-conversation' as const, assignee: null };
    desk.hear({ type: 'refused', action: 'follow', ...to });
    expect(left(desk)).toEqual([{ conversation: TALK, why: 'unknown', by: null, words: true }]);
    expect(desk.state.summaries.has(TALK)).toBe(false);
  });

  it('[M6] are also a reply that came too late', () => {
    const desk = typedElsewhere().do({ type: 'write', conversation: TALK, id: 'm1', now: 0 });
    desk.hear(nack('m1', 'closed'), { type: 'summary', summary: closed });
    expect(left(desk)).toMatchObject([{ conversation: TALK, why: 'ended', words: true }]);
    expect(desk.do({ type: 'discard', conversation: TALK }).state.threads.has(TALK)).toBe(false);
  });

  it('are nothing that the operator must do: a conversation without words leaves as before', () => {
    const desk = typedElsewhere().do({ type: 'draft', conversation: TALK, text: ' ', now: 0 });
    desk.hear({ type: 'summary', summary: closed });
    expect(desk.state.threads.has(TALK)).toBe(false);
    expect(left(desk)).toEqual([]);
  });
});

describe('words for a conversation that a colleague has', () => {
  const his = mine({ assignee: BRAM, assignmentEpoch: 2 });

  it('are told with the loss, and stay when that was read', () => {
    const desk = typedElsewhere().hear({ type: 'summary', summary: his });
    expect(left(desk)).toEqual([{ conversation: TALK, why: 'taken', by: BRAM.name, words: true }]);
    desk.do({ type: 'select', conversation: TALK }).do({ type: 'dismiss', conversation: TALK });
    desk.do({ type: 'select', conversation: OTHER });
    expect(left(desk)).toEqual([{ conversation: TALK, why: 'with', by: BRAM.name, words: true }]);
    expect(draftOf(desk)).toBe('Half af');
  });

  it('wait in the queue with it: who takes it again finds them in the box', () => {
    const desk = typedElsewhere().hear({ type: 'summary', summary: aSummary({ assignmentEpoch: 2 }) });
    expect(left(desk)).toEqual([{ conversation: TALK, why: 'returned', by: null, words: false }]);
    desk.do({ type: 'dismiss', conversation: TALK });
    expect(left(desk)).toEqual([]);
    expect(draftOf(desk)).toBe('Half af');
  });
});

describe('throwing them away', () => {
  it('takes the row and an ended conversation off the desk', () => {
    const desk = typedElsewhere().hear({ type: 'summary', summary: closed });
    desk.sent();
    desk.do({ type: 'discard', conversation: TALK });
    expect(left(desk)).toEqual([]);
    expect(desk.state.summaries.has(TALK)).toBe(false);
    expect(desk.sent()).toEqual([{ type: 'unfollow', conversation: TALK }]);
  });

  it('leaves what is on the screen there, and what a colleague has with the colleague', () => {
    const seen = typedElsewhere().hear({ type: 'summary', summary: closed });
    seen.do({ type: 'select', conversation: TALK }).do({ type: 'discard', conversation: TALK });
    expect(threadOf(seen.state, TALK)).toMatchObject({ draft: '', log: { lastSeq: 1 } });
    const his = typedElsewhere().hear({ type: 'summary', summary: mine({ assignee: BRAM }) });
    his.do({ type: 'discard', conversation: TALK });
    expect(left(his)).toEqual([]);
    expect(his.state.summaries.get(TALK)?.assignee).toEqual(BRAM);
  });
});
