// Where a box floats: never over what is in use, as low as it goes, and nowhere when there is no room.
import { describe, expect, it } from 'vitest';
import { type Box, findPlace } from '../../../../widget/offer/place.ts';

const CARD = { width: 320, height: 176 };
const SCREEN = { width: 1280, height: 800 };

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

describe('findPlace', () => {
  it('the low corner on the asked side', () => {
    expect(findPlace(CARD, SCREEN, [], false)).toEqual({ left: 944, top: 608 });
    expect(findPlace(CARD, SCREEN, [], true)).toEqual({ left: 16, top: 608 });
  });

  it('right above what is in the way', () => {
    const button = { left: 1122, top: 740, width: 142, height: 44 };
    expect(findPlace(CARD, SCREEN, [button], false)).toEqual({ left: 944, top: 556 });
  });

  it('never over anything, in four hundred arrangements on a phone', () => {
    const phone = { width: 320, height: 568 };
    const size = { width: 288, height: 176 };
    for (let field = 0; field < 560; field += 28)
      for (let submit = 0; submit < 560; submit += 28) {
        const avoid = [
          { left: 16, top: field, width: 288, height: 48 },
          { left: 16, top: submit, width: 140, height: 48 },
        ];
        const place = findPlace(size, phone, avoid, false);
        if (!place) continue;
        expect(avoid.some((box) => overlap({ ...place, ...size }, box))).toBe(false);
        expect(place.top + size.height).toBeLessThanOrEqual(phone.height);
      }
  });

  it('no room is no place', () => {
    expect(findPlace(CARD, SCREEN, [{ left: 0, top: 0, width: 1280, height: 800 }], false)).toBeUndefined();
  });
});
