// Changing hands against someone's will, and answers to an older view: the rules alone.
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../../server/application/policy.ts';
import { decideConversation } from '../../../server/domain/decide-conversation.ts';
import {
  ANNA,
  apply,
  BRAM,
  known,
  NOW,
  operatorSays,
  refusalOf,
  taken,
  visitorSays,
  waiting,
} from './a-conversation.ts';

const takeOver = (assignmentEpoch: number, by = BRAM) => ({ do: 'take-over' as const, by, assignmentEpoch });

describe('[A6] taking over', () => {
  it('is one change of hands, after which the former writes no more', () => {
    const decision = decideConversation(taken(), takeOver(1), NOW);
    expect(decision).toMatchObject({
      ok: true,
      events: [{ seq: 3, kind: 'assigned', operator: 'Bram' }],
      next: { assignee: BRAM, assignmentEpoch: 2, status: 'active' },
    });
    const over = apply(taken(), takeOver(1));
    expect(refusalOf(decideConversation(over, operatorSays(1, 1), NOW, known()))).toBe('not-assignee');
    expect(refusalOf(decideConversation(over, operatorSays(1, 2, BRAM), NOW, known()))).toBe('none');
  });

  it('from what is no longer so is refused', () => {
    const released = apply(taken(), { do: 'release', operator: 1, assignmentEpoch: 1 });
    expect(refusalOf(decideConversation(released, takeOver(1), NOW))).toBe('already-taken');
    const again = apply(released, { do: 'take', by: ANNA });
    expect(refusalOf(decideConversation(again, takeOver(1), NOW))).toBe('already-taken');
    const closed = apply(taken(), { do: 'end' });
    expect(refusalOf(decideConversation(closed, takeOver(1), NOW))).toBe('closed');
  });

  it('what one has already changes nothing, whatever the epoch: the answer may have been lost', () => {
    const over = apply(taken(), takeOver(1));
    expect(decideConversation(over, takeOver(1), NOW)).toEqual({ ok: true, events: [], next: over });
  });

  it.each([
    ['supervisor', 1, true],
    ['operator', 1, false],
    ['administrator', 1, false],
    ['supervisor', 2, false],
  ] as const)('by a %s of organisation %i of one in organisation 1: %s', (role, organisation, allowed) => {
    const actor = { kind: 'operator' as const, organisation, operator: 3, role };
    expect(isAllowed(actor, 'take-over', { organisation: 1, conversation: 1 })).toBe(allowed);
  });
});

describe('[A7] an answer', () => {
  const asked = () => apply(apply(taken(), visitorSays(1)), visitorSays(2), NOW, known({ lastN: 1 }));
  const answerTo = (state: ReturnType<typeof taken>, seenSeq?: number) =>
    refusalOf(
      decideConversation(
        state,
        { ...operatorSays(1, 1), ...(seenSeq === undefined ? {} : { seenSeq }) },
        NOW,
        known(),
      ),
    );

  it('to all that the citizen wrote goes out', () => expect(answerTo(asked(), 4)).toBe('none'));
  it('written before the citizen’s newest words is refused', () =>
    expect(answerTo(asked(), 3)).toBe('outdated'));
  it('goes out when an operator has read the newest words', () => {
    expect(answerTo(apply(asked(), { do: 'read', by: 'operator', seq: 4 }), 3)).toBe('none');
  });
  it('[M10] that was given back is not stored, although an earlier line brings it without a word of what was seen', () => {
    const late = decideConversation(asked(), operatorSays(1, 1), NOW, known({ isGivenBack: true }));
    expect(refusalOf(late)).toBe('outdated');
  });
  it('that says nothing of what was seen is judged by the assignment alone', () =>
    expect(answerTo(asked())).toBe('none'));
  it('is not held up by what happened besides the citizen’s words', () => {
    expect(refusalOf(decideConversation(waiting(), visitorSays(1), NOW, known()))).toBe('none');
    expect(answerTo(taken(), 0)).toBe('none');
  });
});
