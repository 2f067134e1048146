// The words of waiting, and which of them are said aloud.
import { describe, expect, it } from 'vitest';
import { chooseSaid, describeWait, type Said } from '../../../../widget/panel/queue/describe-wait.ts';
import { nl } from '../../../../widget/panel/queue/i18n/nl.ts';

const told = { type: 'queue', lateIn: 0 } as const;

describe('[Q1] [Q2] what is told of the waiting', () => {
  it.each([
    [{ place: 1 }, 'U bent aan de beurt zodra een medewerker vrij is.'],
    [
      { place: 2, waitFrom: 2, waitTo: 4 },
      'U bent nu de tweede in de rij. Dat duurt meestal 2 tot 4 minuten.',
    ],
    [
      { place: 10, waitFrom: 0, waitTo: 1 },
      'U bent nu de tiende in de rij. Dat duurt meestal minder dan 1 minuut.',
    ],
    [{ place: 20, waitFrom: 40 }, 'Er zijn ongeveer 20 mensen voor u. Dat kan langer dan een uur duren.'],
    [{ place: 101 }, 'Er zijn meer dan 100 mensen voor u.'],
  ])('%o', (queue, words) => {
    expect(describeWait({ ...told, ...queue }, nl)).toBe(words);
  });

  it('is nothing while the place is not known', () => {
    expect(describeWait(told, nl)).toBeNull();
  });
});

describe('what is said aloud', () => {
  const walk = (places: readonly number[]): number[] => {
    const heard: number[] = [];
    let said: Said | null = null;
    for (const place of places) {
      const next: Said | null = chooseSaid(said, place, `plaats ${place}`);
      if (next !== null && next !== said) heard.push(next.place);
      said = next;
    }
    return heard;
  };

  it('is the first place, each half of it, the front, and what got worse', () => {
    expect(walk([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1])).toEqual([10, 5, 2, 1]);
    expect(walk([3, 3, 4, 3])).toEqual([3, 4]);
    expect(chooseSaid({ place: 4, text: 'plaats 4' }, undefined, '')).toEqual({ place: 4, text: 'plaats 4' });
  });
});
