// Where the inspector may stand: a free stretch at one side of the screen. Arithmetic only.
import type { Box, Size } from '../offer/place.ts';

/** Room to the edge of the screen, and to what must stay free. */
const MARGIN = 16;
const CLEARANCE = 8;

export interface Gap {
  left: number;
  top: number;
  height: number;
}

export interface Wish {
  screen: Size;
  /** Its own size. */
  size: Size;
  /** In a stretch lower than this it cannot stand. */
  least: number;
  /** Must stay free. */
  avoid: readonly Box[];
  /** Better left free as well: the questions. */
  spare: readonly Box[];
  /** It may stand over questions all the same. */
  mayCover: boolean;
}

/** The free stretches of a column, from top to bottom. */
function listGaps({ screen, size: { width }, avoid }: Wish, left: number): Gap[] {
  const inColumn = avoid
    .filter((box) => box.left < left + width + CLEARANCE && left < box.right + CLEARANCE)
    .sort((one, other) => one.top - other.top);
  const gaps: Gap[] = [];
  let top = MARGIN;
  const bottom = screen.height - MARGIN;
  for (const box of inColumn) {
    gaps.push({ left, top, height: Math.min(box.top - CLEARANCE, bottom) - top });
    top = Math.max(top, box.bottom + CLEARANCE);
  }
  gaps.push({ left, top, height: bottom - top });
  return gaps;
}

/** At an edge of the screen when it fits there as it is, else in the highest stretch: a line in the middle of the page is in the way. */
function chooseGap(gaps: Gap[], { size, least }: Wish): Gap | undefined {
  const [first, last] = [gaps[0], gaps.at(-1)];
  const highest = [...gaps].sort((one, other) => other.height - one.height)[0];
  const gap = [first, last].find((edge) => edge && edge.height >= size.height) ?? highest;
  if (!gap || gap.height < least) return undefined;
  const height = Math.min(size.height, gap.height);
  const top = gap === first ? gap.top : gap.top + gap.height - height;
  return { left: gap.left, top, height };
}

/** In the column that covers fewest questions, the left one when it makes no difference. */
export function findGap(wish: Wish): Gap | undefined {
  const { screen, size, spare, mayCover } = wish;
  return [MARGIN, screen.width - MARGIN - size.width]
    .map((left) => ({
      left,
      covered: spare.filter((box) => box.left < left + size.width && left < box.right).length,
    }))
    .sort((one, other) => one.covered - other.covered)
    .filter(({ covered }) => mayCover || !covered)
    .map(({ left }) => chooseGap(listGaps(wish, left), wish))
    .find((gap) => gap !== undefined);
}
