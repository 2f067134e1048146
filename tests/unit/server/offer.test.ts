// Capacity and the offer lease: a promise is only made when someone can keep it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseOperator,
  countFreeSlots,
  type DeskLoad,
  type OperatorLoad,
  PERSONAL_LIMIT,
} from '../../../server/domain/capacity.ts';
import { acceptOffer, changeOffer, holdOffer, type Offer } from '../../../server/domain/offer.ts';

const NOW = 1_000_000;
const idle = (operator: number, more: Partial<OperatorLoad> = {}): OperatorLoad => ({
  operator,
  ready: true,
  active: 0,
  reserved: 0,
  held: 0,
  ...more,
});
const desk = (operators: OperatorLoad[], unreservedWaiting = 0): DeskLoad => ({
  operators,
  unreservedWaiting,
});
const held: Offer = { state: 'held', operator: 1, heldUntil: NOW + 60_000 };

describe('room', () => {
  it('[O1] counts active, reserved and held against the personal limit', () => {
    expect(countFreeSlots(desk([idle(1)]))).toBe(PERSONAL_LIMIT);
    expect(countFreeSlots(desk([idle(1, { active: 1, reserved: 1, held: 1 })]))).toBe(0);
    expect(countFreeSlots(desk([idle(1, { ready: false })]))).toBe(0);
  });

  it('[O1] leaves room for those who already wait', () => {
    expect(countFreeSlots(desk([idle(1)], 2))).toBe(1);
    expect(chooseOperator(desk([idle(1)], 3))).toBeNull();
  });

  it('chooses the operator with most room, never one without', () => {
    expect(chooseOperator(desk([idle(1, { active: 2 }), idle(2, { active: 1 })]))).toBe(2);
    const load = fc.record({
      operator: fc.integer({ min: 1, max: 9 }),
      ready: fc.boolean(),
      active: fc.integer({ min: 0, max: 4 }),
      reserved: fc.integer({ min: 0, max: 2 }),
      held: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(load, { selector: (one) => one.operator }),
        fc.nat(4),
        (operators, queue) => {
          const chosen = chooseOperator(desk(operators, queue));
          const one = operators.find(({ operator }) => operator === chosen);
          const fits = one ? one.ready && one.active + one.reserved + one.held < PERSONAL_LIMIT : true;
          expect(fits).toBe(true);
          expect(chosen === null).toBe(countFreeSlots(desk(operators, queue)) === 0);
        },
      ),
    );
  });
});

describe('an offer', () => {
  it('[O1] is withheld when nobody is free', () => {
    expect(holdOffer(desk([]), NOW).state).toBe('withheld');
    expect(holdOffer(desk([idle(7)]), NOW)).toEqual({ state: 'held', operator: 7, heldUntil: NOW + 60_000 });
  });

  it('[O3] is renewed with the same operator while that one is there', () => {
    const later = NOW + 20_000;
    expect(changeOffer(held, 'renewed', desk([idle(1), idle(2)]), later)).toEqual({
      state: 'held',
      operator: 1,
      heldUntil: later + 60_000,
    });
  });

  it('[O1] moves to another operator when the first went away, and is withheld when there is none', () => {
    const gone = idle(1, { ready: false });
    expect(changeOffer(held, 'shown', desk([gone, idle(2)]), NOW)).toMatchObject({
      state: 'shown',
      operator: 2,
    });
    expect(changeOffer(held, 'renewed', desk([gone]), NOW).state).toBe('withheld');
  });

  it('[O3] frees its place when declined or expired, for good', () => {
    const declined = changeOffer(held, 'declined', desk([idle(1)]), NOW);
    expect(declined).toMatchObject({ state: 'declined', heldUntil: NOW });
    expect(changeOffer(declined, 'renewed', desk([idle(1)]), NOW)).toBe(declined);
  });

  it('[O4] gives its place to the conversation, but not after its hold is over', () => {
    expect(acceptOffer(held, NOW)).toMatchObject({ offer: { state: 'accepted' }, reservedFor: 1 });
    expect(acceptOffer(held, NOW + 60_000).reservedFor).toBeNull();
  });
});
