// Where a box may float: a corner that covers nothing the citizen needs now. Arithmetic only.
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

/** Room to the edge of the screen, and to what must stay free. */
const MARGIN = 16;
const CLEARANCE = 8;

/** Bottom before top, the asked side before the other, the edge before a place above what is in the way. Undefined: no room. */
export function findPlace(
  { width, height }: Size,
  screen: Size,
  avoid: readonly Box[],
  atLeft: boolean,
): { left: number; top: number } | undefined {
  const bottom = screen.height - height - MARGIN;
  const sides = [screen.width - width - MARGIN, MARGIN];
  if (atLeft) sides.reverse();
  // Bottom, above what is in the way, top.
  return [bottom, ...avoid.map((box) => box.top - height - MARGIN), MARGIN]
    .flatMap((top) => sides.map((left) => ({ left, top })))
    .find(
      ({ left, top }) =>
        top >= MARGIN &&
        top <= bottom &&
        !avoid.some(
          (box) =>
            left < box.left + box.width + CLEARANCE &&
            box.left < left + width + CLEARANCE &&
            top < box.top + box.height + CLEARANCE &&
            box.top < top + height + CLEARANCE,
        ),
    );
}
