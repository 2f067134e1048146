// Where a box may float: a corner that covers nothing the citizen needs now. Arithmetic only.
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Size {
  width: number;
  height: number;
}

/** Room to the edge of the screen, and to what must stay free. */
const MARGIN = 16;
const CLEARANCE = 8;

/** The asked side before the other, and on each side as low as it goes. Undefined: no room, and over nothing is better than in the way. */
export function findPlace(
  { width, height }: Size,
  screen: Size,
  avoid: readonly Box[],
  atLeft: boolean,
): { left: number; top: number } | undefined {
  const atRight = screen.width - width - MARGIN;
  for (const left of atLeft ? [MARGIN, atRight] : [atRight, MARGIN]) {
    let top = screen.height - height - MARGIN;
    const inTheWay = () =>
      avoid.find(
        (box) =>
          left < box.right + CLEARANCE &&
          box.left < left + width + CLEARANCE &&
          top < box.bottom + CLEARANCE &&
          box.top < top + height + CLEARANCE,
      );
    for (let found = inTheWay(); found; found = inTheWay()) top = found.top - height - CLEARANCE;
    if (top >= MARGIN) return { left, top };
  }
  return undefined;
}
