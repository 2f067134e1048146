/** A box as tests like to write it. */
import type { Box } from '../../../../widget/offer/place.ts';

export interface Placed {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const toBox = ({ left, top, width, height }: Placed): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
