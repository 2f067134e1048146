// Contrast close enough to the exact figure to decide on, and never a guess about what is not an opaque colour.
import { describe, expect, it } from 'vitest';
import { contrast, luminance } from '../../../../widget/theme/contrast.ts';

describe('contrast', () => {
  it.each([
    ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 21],
    ['rgb(21, 66, 115)', 'rgb(255, 255, 255)', 10.03],
    ['rgb(118, 118, 118)', 'rgb(255, 255, 255)', 4.54],
    ['rgb(255, 255, 255)', 'rgb(118, 118, 118)', 4.54],
  ])('%s on %s', (text, ground, exact) => {
    expect(Math.abs(contrast(text, ground) / exact - 1)).toBeLessThan(0.05);
  });

  it.each(['', 'rgba(0, 0, 0, 0)', 'oklch(0.5 0.1 200)', 'transparent'])(
    '%j is no colour to count on',
    (colour) => {
      expect(luminance(colour)).toBeNaN();
      expect(contrast(colour, 'rgb(0, 0, 0)') >= 4.5).toBe(false);
    },
  );
});
