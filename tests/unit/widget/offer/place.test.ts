// Where a box floats: never over what is in use, as low as it goes, and nowhere when there is no room.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, findPlace, type Size } from '../../../../widget/offer/place.ts';
import { toBox } from './to-box.ts';

const CARD = { width: 320, height: 176 };
const SCREEN = { width: 1280, height: 800 };
/** To the edge of the screen, and to what must stay free. */
const MARGIN = 16;
const CLEARANCE = 8;

const isFree = (box: Box, avoid: readonly Box[]): boolean =>
  !avoid.some(
    (other) =>
      box.left < other.right + CLEARANCE &&
      other.left < box.right + CLEARANCE &&
      box.top < other.bottom + CLEARANCE &&
      other.top < box.bottom + CLEARANCE,
  );

/** Tries every pixel, from the bottom up. */
function lowest(size: Size, screen: Size, avoid: readonly Box[], left: number): number | undefined {
  for (let top = screen.height - size.height - MARGIN; top >= MARGIN; top -= 1)
    if (isFree(toBox({ ...size, left, top }), avoid)) return top;
  return undefined;
}

/** A page at some width and zoom: fields, buttons and summaries, in the column of the form or across the whole screen. */
const LAYOUTS = fc
  .record({
    width: fc.constantFrom(320, 360, 390, 768, 1024, 1280, 1920),
    zoom: fc.constantFrom(1, 1.5, 2, 4),
    high: fc.integer({ min: 480, max: 1200 }),
  })
  .chain(({ width, zoom, high }) => {
    const screen = { width: Math.round(width / zoom), height: Math.round(high / zoom) };
    const box = fc.record({
      left: fc.integer({ min: -20, max: screen.width }),
      top: fc.integer({ min: -200, max: screen.height + 50 }),
      width: fc.integer({ min: 0, max: screen.width }),
      height: fc.integer({ min: 0, max: 300 }),
    });
    return fc.record({
      screen: fc.constant(screen),
      size: fc.record({
        width: fc.constant(Math.min(320, screen.width - 2 * MARGIN)),
        height: fc.constantFrom(44, 108, 176, 260),
      }),
      avoid: fc.array(box.map(toBox), { maxLength: 6 }),
      atLeft: fc.boolean(),
    });
  });

describe('findPlace', () => {
  it('the low corner on the asked side', () => {
    expect(findPlace(CARD, SCREEN, [], false)).toEqual({ left: 944, top: 608 });
    expect(findPlace(CARD, SCREEN, [], true)).toEqual({ left: 16, top: 608 });
  });

  it('right above what is in the way', () => {
    const button = toBox({ left: 1122, top: 740, width: 142, height: 44 });
    expect(findPlace(CARD, SCREEN, [button], false)).toEqual({ left: 944, top: 556 });
  });

  it('[V1] covers nothing that is in use and stays on the screen, in every layout', () => {
    fc.assert(
      fc.property(LAYOUTS, ({ size, screen, avoid, atLeft }) => {
        const place = findPlace(size, screen, avoid, atLeft);
        if (!place) return;
        const box = toBox({ ...place, ...size });
        expect(isFree(box, avoid)).toBe(true);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(MARGIN);
        expect(box.right).toBeLessThanOrEqual(screen.width - MARGIN);
        expect(box.bottom).toBeLessThanOrEqual(screen.height - MARGIN);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[V2] is as low as it goes on the asked side, on the other side when there is no room, and nowhere only when both are full', () => {
    fc.assert(
      fc.property(LAYOUTS, ({ size, screen, avoid, atLeft }) => {
        const atRight = screen.width - size.width - MARGIN;
        const [asked, other] = atLeft ? [MARGIN, atRight] : [atRight, MARGIN];
        const place = findPlace(size, screen, avoid, atLeft);
        const onAsked = lowest(size, screen, avoid, asked);
        if (onAsked !== undefined) expect(place).toEqual({ left: asked, top: onAsked });
        else {
          const top = lowest(size, screen, avoid, other);
          expect(place).toEqual(top === undefined ? undefined : { left: other, top });
        }
      }),
      { numRuns: 500 },
    );
  });
});
