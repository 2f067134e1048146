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

/** The asked side before the other, and on each side as low as it goes. Undefined: no room. */
export function findPlace(
  { width, height }: Size,
  screen: Size,
  avoid: readonly Box[],
  atLeft: boolean,
): { left: number; top: number } | undefined {
  const lowest = screen.height - height - MARGIN;
  const sides = [screen.width - width - MARGIN, MARGIN];
  const tops = [lowest, MARGIN, ...avoid.map((box) => box.top - height - CLEARANCE)];
  tops.sort((one, other) => other - one);
  return (atLeft ? sides.reverse() : sides)
    .flatMap((left) => tops.map((top) => ({ left, top })))
    .find(
      ({ left, top }) =>
        top >= MARGIN &&
        top <= lowest &&
        !avoid.some(
          (box) =>
            left < box.left + box.width + CLEARANCE &&
            box.left < left + width + CLEARANCE &&
            top < box.top + box.height + CLEARANCE &&
            box.top < top + height + CLEARANCE,
        ),
    );
}
