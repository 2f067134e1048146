// Where the inspector stands: never over what must stay free, not over questions when it can be helped.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGap, type Wish } from '../../../../widget/inspector/find-gap.ts';
import { toBox } from '../offer/to-box.ts';

const WIDE: Wish = {
  screen: { width: 1280, height: 800 },
  size: { width: 400, height: 600 },
  least: 200,
  avoid: [],
  spare: [],
  mayCover: false,
};
const question = toBox({ left: 100, top: 300, width: 500, height: 80 });
const button = toBox({ left: 1130, top: 740, width: 134, height: 44 });

describe('the place of the inspector', () => {
  it('is beside the questions', () => {
    expect(findGap(WIDE)).toEqual({ left: 16, top: 16, height: 600 });
    expect(findGap({ ...WIDE, spare: [question] })).toEqual({ left: 864, top: 16, height: 600 });
  });

  it('gives way to the offer, as high as what is left', () => {
    const card = toBox({ left: 944, top: 540, width: 320, height: 190 });
    const gap = findGap({ ...WIDE, spare: [question], avoid: [button, card] });
    expect(gap).toEqual({ left: 864, top: 16, height: 516 });
  });

  it('would rather fold than cover questions, unless it was asked to open', () => {
    const panel = toBox({ left: 864, top: 104, width: 400, height: 680 });
    const crowded = { ...WIDE, spare: [question], avoid: [panel] };
    expect(findGap(crowded)).toBeUndefined();
    expect(findGap({ ...crowded, mayCover: true })?.left).toBe(16);
    const narrow = { ...WIDE, screen: { width: 700, height: 800 }, spare: [question] };
    expect(findGap(narrow)).toBeUndefined();
    expect(findGap({ ...narrow, mayCover: true })?.left).toBe(16);
  });

  it('on a phone: a line at the top, or at the bottom when the field is there', () => {
    const phone = {
      ...WIDE,
      screen: { width: 390, height: 844 },
      size: { width: 358, height: 46 },
      least: 46,
    };
    const fieldAt = (top: number, height = 50) => toBox({ left: 20, width: 350, top, height });
    expect(findGap({ ...phone, avoid: [fieldAt(400)] })?.top).toBe(16);
    expect(findGap({ ...phone, avoid: [fieldAt(30)] })?.top).toBe(844 - 16 - 46);
    expect(findGap({ ...phone, avoid: [fieldAt(780), fieldAt(30)] })?.top).toBe(780 - 8 - 46);
    expect(findGap({ ...phone, avoid: [fieldAt(0, 844)] })).toBeUndefined();
  });

  it('never covers what must stay free, and stays on the screen', () => {
    const box = fc.record({
      left: fc.integer({ min: -50, max: 1300 }),
      top: fc.integer({ min: -50, max: 850 }),
      width: fc.integer({ min: 0, max: 900 }),
      height: fc.integer({ min: 0, max: 600 }),
    });
    const boxes = fc.array(box.map(toBox), { maxLength: 5 });
    fc.assert(
      fc.property(boxes, boxes, fc.boolean(), (avoid, spare, mayCover) => {
        const gap = findGap({ ...WIDE, avoid, spare, mayCover });
        if (!gap) return;
        expect(gap.top).toBeGreaterThanOrEqual(16);
        expect(gap.top + gap.height).toBeLessThanOrEqual(784);
        expect(gap.height).toBeGreaterThanOrEqual(200);
        for (const one of avoid)
          expect(
            gap.left >= one.right ||
              gap.left + 400 <= one.left ||
              gap.top >= one.bottom ||
              gap.top + gap.height <= one.top,
          ).toBe(true);
      }),
    );
  });
});
