// A desk that is behind: replies to an older view, conversations that someone else took, a server that cannot store.
import { describe, expect, it } from 'vitest';
import type { ConversationSummary } from '#protocol';
import { leftOf, mayTakeOver, othersOf } from '../../../operator-console/desk-lists.ts';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import { sayEvent } from '../../../operator-console/i18n/say-event.ts';
import { aSummary, BRAM, Desk, followed, mine, nack, OTHER, saidBy, TALK } from './a-desk.ts';

const his = (change: Partial<ConversationSummary> = {}) =>
  aSummary({ status: 'active', assignee: BRAM, assignmentEpoch: 2, ...change });

const noticeOf = (desk: Desk) => threadOf(desk.state, TALK).notice;
const draftOf = (desk: Desk) => threadOf(desk.state, TALK).draft;
const type = (desk: Desk, text: string) => desk.do({ type: 'draft', conversation: TALK, text, now: 0 });
/** Long enough after it was begun to call it considered. */
const send = (desk: Desk, id: string, now = 60_000) =>
  desk.do({ type: 'write', conversation: TALK, id, now });
const sentOf = (desk: Desk) => desk.sent().filter((frame) => frame.type === 'send');
const hear = (desk: Desk, seq: number, from: 'visitor' | 'operator' = 'visitor') =>
  desk.hear({ type: 'events', conversation: TALK, events: [saidBy(from, seq)], more: false });

function answering(): Desk {
  const desk = new Desk().do({ type: 'select', conversation: TALK }).connect(mine()).hear(followed(mine()));
  return hear(desk, 1);
}

describe('[A7] a reply', () => {
  it('goes out only at a second press when the citizen wrote since it was begun', () => {
    const desk = type(answering(), 'Vul uw bruto-inkomen in');
    hear(desk, 2);
    send(desk, 'm1');
    expect(sentOf(desk)).toEqual([]);
    expect(noticeOf(desk)).toEqual({ kind: 'look-first' });
    expect(draftOf(desk)).toBe('Vul uw bruto-inkomen in');
    send(desk, 'm1');
    expect(sentOf(desk)).toMatchObject([{ id: 'm1', seenSeq: 2 }]);
    expect(noticeOf(desk)).toBeNull();
  });

  it('that is dashed off goes out: words that cross are a conversation', () => {
    const desk = type(answering(), 'Goedemiddag');
    hear(desk, 2);
    const [frame] = sentOf(send(desk, 'm1', 1_999));
    expect(frame).toMatchObject({ id: 'm1', text: 'Goedemiddag' });
    expect(frame).not.toHaveProperty('seenSeq', expect.anything());
  });

  it('waits again when still more came in after the first press', () => {
    const desk = type(answering(), 'Antwoord');
    send(hear(desk, 2), 'm1');
    send(hear(desk, 3), 'm1');
    expect(sentOf(desk)).toEqual([]);
    expect(sentOf(send(desk, 'm1'))).toMatchObject([{ seenSeq: 3 }]);
  });

  it('begun after the newest words, or to one’s own words, goes out at once', () => {
    const desk = hear(answering(), 2);
    expect(sentOf(send(type(desk, 'Een'), 'm1'))).toMatchObject([{ seenSeq: 2 }]);
    type(desk, 'Twee');
    desk.hear({
      type: 'events',
      conversation: TALK,
      events: [saidBy('operator', 3)],
      more: false,
    });
    expect(sentOf(send(desk, 'm2'))).toMatchObject([{ id: 'm2', seenSeq: 3 }]);
  });

  it('begun anew after it was emptied is a new reply', () => {
    const desk = type(answering(), 'Antwoord');
    hear(desk, 2);
    type(type(desk, ''), 'Ander antwoord');
    expect(sentOf(send(desk, 'm1'))).toMatchObject([{ seenSeq: 2 }]);
  });

  it('begun while the history still comes in is not held up by that history', () => {
    const summary = mine({ lastSeq: 3 });
    const desk = new Desk().do({ type: 'select', conversation: TALK }).connect(summary);
    type(desk, 'Snel');
    desk.hear(followed(summary));
    for (const seq of [1, 2, 3]) hear(desk, seq);
    expect(sentOf(send(desk, 'm1'))).toMatchObject([{ seenSeq: 3 }]);
  });

  it('that the server finds outdated comes back as a draft, and says why', () => {
    const desk = send(type(answering(), 'Antwoord'), 'm1');
    send(type(desk, 'En nog iets'), 'm2');
    desk.hear(nack('m1', 'outdated'));
    expect(noticeOf(desk)).toEqual({ kind: 'outdated', awaited: true });
    expect(draftOf(desk)).toBe('Antwoord\nEn nog iets');
    expect(threadOf(desk.state, TALK).outbox.entries).toEqual([]);
    desk.hear(nack('m2', 'expected', { n: 2, expected: 1 })).sent();
    hear(desk, 2);
    expect(noticeOf(desk)).toEqual({ kind: 'outdated', awaited: false });
    expect(sentOf(send(desk, 'm3'))).toMatchObject([{ id: 'm3', seenSeq: 2 }]);
  });

  it('that came back asks for another look when still more comes in', () => {
    const desk = send(type(answering(), 'Antwoord'), 'm1');
    desk.hear(nack('m1', 'outdated')).sent();
    hear(hear(desk, 2), 3);
    expect(sentOf(send(desk, 'm2'))).toEqual([]);
    expect(noticeOf(desk)).toEqual({ kind: 'look-first' });
    expect(sentOf(send(desk, 'm2'))).toMatchObject([{ id: 'm2', seenSeq: 3 }]);
  });

  it('kept over a reload is still compared with the moment at which it was begun', () => {
    const desk = type(answering(), 'Antwoord');
    expect(threadOf(desk.state, TALK).draftSince).toBe(1);
  });

  it('begun before the conversation was someone else’s asks for a second look', () => {
    const desk = type(answering(), 'Antwoord');
    const events = [
      { seq: 2, at: 0, kind: 'assigned' as const, operator: BRAM.name },
      { seq: 3, at: 0, kind: 'unassigned' as const, because: 'released' as const },
      { seq: 4, at: 0, kind: 'assigned' as const, operator: 'Anna de Vries' },
    ];
    desk.hear({ type: 'events', conversation: TALK, events, more: false });
    desk.hear({ type: 'summary', summary: mine({ assignmentEpoch: 4, lastSeq: 4 }) });
    expect(sentOf(send(desk, 'm1'))).toEqual([]);
    expect(noticeOf(desk)).toEqual({ kind: 'look-first' });
  });
});

describe('[A6] a conversation that someone took over', () => {
  it('says so at once, keeps the draft, and sends nothing more', () => {
    const desk = type(answering(), 'Half af');
    desk.hear({ type: 'summary', summary: his() });
    expect(noticeOf(desk)).toEqual({ kind: 'lost', assignee: BRAM.name });
    expect(draftOf(desk)).toBe('Half af');
    send(desk, 'm1');
    expect(sentOf(desk)).toEqual([]);
  });

  it('calls the operator who looks elsewhere, and stands in the list until it is looked at', () => {
    const desk = new Desk().connect(mine(), mine({ id: OTHER }));
    desk.do({ type: 'select', conversation: OTHER }).told();
    desk.hear({ type: 'summary', summary: his() });
    expect(desk.told()).toEqual(['lost']);
    expect(leftOf(desk.state)).toEqual([{ conversation: TALK, why: 'taken', by: BRAM.name, words: false }]);
    desk.do({ type: 'select', conversation: TALK });
    expect(leftOf(desk.state)).toEqual([]);
  });

  it('is seen also when it happened while the line was gone', () => {
    const desk = answering().drop();
    desk.connect(his());
    expect(noticeOf(desk)).toEqual({ kind: 'lost', assignee: BRAM.name });
    desk
      .drop()
      .connect(mine({ assignmentEpoch: 4 }))
      .drop();
    desk.connect(aSummary({ assignmentEpoch: 5 }));
    expect(noticeOf(desk)).toEqual({ kind: 'lost', assignee: null });
  });

  it('is no loss when the operator gave it back', () => {
    const desk = answering().do({ type: 'ask', action: 'release', conversation: TALK });
    desk.hear({ type: 'summary', summary: aSummary({ assignmentEpoch: 2 }) });
    expect(noticeOf(desk)).toBeNull();
  });

  it('carries the epoch that the supervisor saw, and leads to the answer', () => {
    const desk = new Desk().do({ type: 'select', conversation: TALK }).connect(his());
    expect(othersOf(desk.state)).toMatchObject([{ id: TALK }]);
    desk.sent();
    desk.do({ type: 'ask', action: 'take-over', conversation: TALK });
    expect(desk.sent()).toContainEqual({ type: 'take-over', conversation: TALK, assignmentEpoch: 2 });
    desk.hear({ type: 'summary', summary: mine({ assignmentEpoch: 3 }) });
    expect(desk.state.focus).toBe('composer');
    expect(othersOf(desk.state)).toEqual([]);
  });

  it('is offered to supervisors alone', () => {
    const desk = new Desk().connect(his());
    expect(mayTakeOver(desk.state)).toBe(false);
    const { operator } = desk.state;
    if (operator)
      expect(mayTakeOver({ ...desk.state, operator: { ...operator, role: 'supervisor' } })).toBe(true);
  });

  it('reads in the log as taken over from someone; after a return it reads as taken', () => {
    const assigned = (seq: number, operator: string) => ({ seq, at: 0, kind: 'assigned' as const, operator });
    const over = assigned(3, 'Chris Bakker');
    expect(sayEvent(over, [assigned(2, 'Anna de Vries'), over])).toBe(
      'Chris Bakker heeft het gesprek overgenomen van Anna de Vries.',
    );
    const back = { seq: 4, at: 0, kind: 'unassigned' as const, because: 'released' as const };
    const again = assigned(5, 'Bram Jansen');
    expect(sayEvent(again, [over, back, again])).toBe('Bram Jansen heeft het gesprek opgepakt.');
  });
});

describe('[T3] a server that cannot store', () => {
  it('is known until it says otherwise, or the line begins anew', () => {
    const desk = answering().hear({ type: 'service', storing: false });
    expect(desk.state.storing).toBe(false);
    expect(desk.hear({ type: 'service', storing: true }).state.storing).toBe(true);
    desk.hear({ type: 'service', storing: false }).drop();
    expect(desk.connect(mine()).state.storing).toBe(true);
  });

  it('is asked again for the status that it could not keep', () => {
    const desk = answering().hear({ type: 'service', storing: false });
    desk.do({ type: 'status', status: 'away' }).sent();
    desk.hear({ type: 'service', storing: true });
    expect(desk.sent()).toEqual([{ type: 'status', status: 'away' }]);
  });
});
