// Who is here, on a clock of the machine: its timers and its time of day need not agree.
import { describe, expect, it } from 'vitest';
import type { Clock, ConversationRecord, Poke } from '../../../server/application/ports.ts';
import { PresenceBook } from '../../../server/application/presence-book.ts';
import { waiting } from './a-conversation.ts';

/** Time of day and timers apart: a timer may come a moment early, or the time of day may be set back. */
class TornClock implements Clock {
  time = 1_000_000;
  readonly timers: (() => void)[] = [];
  now = () => this.time;
  passed = () => this.time;
  after = (_: number, act: () => void) => {
    this.timers.push(act);
    return () => {};
  };
  every = () => () => {};
  ring(): void {
    for (const act of this.timers.splice(0)) act();
  }
}

function openBook() {
  const clock = new TornClock();
  const pokes: Poke[] = [];
  const book = new PresenceBook(clock, { poke: (poke) => pokes.push(poke), subscribe: () => () => {} });
  return { clock, pokes, book };
}

const CITIZEN = { organisation: 1, conversation: 7 };
const ANNA = { organisation: 1, operator: 3 };

describe('the presence book', () => {
  it.each([
    ['a moment early', 14_999],
    ['after the time of day was set back an hour', -3_600_000],
  ])('[T2] lets a citizen go when the timer comes %s', (_, passed) => {
    const { clock, pokes, book } = openBook();
    book.visitorCame(CITIZEN);
    book.visitorLeft(CITIZEN);
    clock.time += passed;
    clock.ring();
    expect(book.isVisitorHere(CITIZEN.conversation)).toBe(false);
    expect(pokes).toHaveLength(2);
  });

  it('[T2] keeps a citizen who came back before the timer', () => {
    const { clock, pokes, book } = openBook();
    book.visitorCame(CITIZEN);
    book.visitorLeft(CITIZEN);
    book.visitorCame(CITIZEN);
    clock.ring();
    expect(book.isVisitorHere(CITIZEN.conversation)).toBe(true);
    expect(pokes).toHaveLength(1);
  });

  it('lets an operator go when the timer comes a moment early', () => {
    const { clock, book } = openBook();
    let gone = 0;
    book.operatorCame(ANNA);
    book.operatorLeft(ANNA, () => gone++);
    expect([book.isOperatorHere(ANNA.operator), book.readLive(1)]).toEqual([true, []]);
    clock.time += 4_999;
    clock.ring();
    expect([gone, book.isOperatorHere(ANNA.operator)]).toEqual([1, false]);
  });

  it('[S6] tells the bus numbers only, whatever it was given', () => {
    const { clock, pokes, book } = openBook();
    const record: ConversationRecord = { ...CITIZEN, id: 'x', site: 1, language: 'nl', state: waiting() };
    book.visitorCame(record);
    book.visitorLeft(record);
    clock.ring();
    expect(pokes).toEqual([
      { kind: 'presence', ...CITIZEN },
      { kind: 'presence', ...CITIZEN },
    ]);
  });
});
