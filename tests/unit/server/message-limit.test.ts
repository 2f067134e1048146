// [S4] The pace of one citizen.
import { describe, expect, it } from 'vitest';
import { MessageLimit } from '../../../server/message-limit.ts';
import { MESSAGE_ALLOWANCES } from '../../../server/rate-limits.ts';

function createLimit(allowances = MESSAGE_ALLOWANCES) {
  const clock = { now: 5_000, passed: () => clock.now };
  const limit = new MessageLimit(allowances, clock);
  const send = (count: number, key = 'burger') => Array.from({ length: count }, () => limit.consume(key));
  return { clock, send };
}

describe('[S4] a citizen', () => {
  it('sends 10 at once, and the eleventh when the two seconds are over', () => {
    const { clock, send } = createLimit();
    expect(send(11)).toEqual([...Array.from({ length: 10 }, () => null), 2_000]);
    clock.now += 1_999;
    expect(send(1)).toEqual([1]);
    clock.now += 1;
    expect(send(1)).toEqual([null]);
  });

  it('sends 60 a minute, however they are spread, and 60 in the next', () => {
    const { clock, send } = createLimit();
    for (let time = 0; time < 6; time++) {
      expect(send(10)).toEqual(Array.from({ length: 10 }, () => null));
      clock.now += 3_000;
    }
    expect(send(1)).toEqual([42_000]);
    clock.now += 42_000;
    expect(send(10)).toEqual(Array.from({ length: 10 }, () => null));
  });

  it('has a pace of its own', () => {
    const { send } = createLimit([{ points: 1, seconds: 2 }]);
    expect(send(2)).toEqual([null, 2_000]);
    expect(send(1, 'buur')).toEqual([null]);
  });

  it('is remembered for as long as a window lasts, also when many minutes of others go by', () => {
    const { clock, send } = createLimit([{ points: 1, seconds: 60 }]);
    clock.now += 59_000;
    expect(send(1)).toEqual([null]);
    clock.now += 2_000;
    expect(send(1, 'buur')).toEqual([null]);
    clock.now += 57_000;
    expect(send(1)).toEqual([1_000]);
  });
});
