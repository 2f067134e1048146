/** Looks over what is on the screen now: what scrolls sideways, is cut off, hidden behind something, or too small to hit. */
import type { Page } from 'playwright-core';
import { type Edges, type Measured, measure } from './measure.ts';

/** Our promise for a target; WCAG 2.5.8 for a link within a sentence, which is as high as its letters. */
const TARGET_PX = 44;
const IN_TEXT_PX = 18;
/** What is higher than this part of the screen is read by scrolling. */
const MOST_OF = 0.6;
/** Rounding of sub-pixels. */
const SLACK = 1;

const sticksOutSideways = (box: Edges, edge: Edges): boolean =>
  box.left < edge.left - SLACK || box.right > edge.right + SLACK;

const sticksOutUpOrDown = (box: Edges, edge: Edges): boolean =>
  box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;

function judgeText({ name, box, edge, lost }: Measured['texts'][number]): string[] {
  if (box.left === box.right) return [];
  const isCut = sticksOutSideways(box, edge) || (lost && sticksOutUpOrDown(box, edge));
  return isCut ? [`text is cut off: ${name}`] : [];
}

function judgeTarget(target: Measured['targets'][number], screen: Edges): string[] {
  const { name, box, inText, coveredBy } = target;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const found: string[] = [];
  const [side, least] = inText ? [height, IN_TEXT_PX] : [Math.min(width, height), TARGET_PX];
  if (side < least - SLACK) found.push(`too small, ${Math.round(width)} by ${Math.round(height)}`);
  const isOff =
    sticksOutSideways(box, screen) || (height < screen.bottom * MOST_OF && sticksOutUpOrDown(box, screen));
  if (isOff) found.push('cannot be brought onto the screen');
  if (coveredBy !== null) found.push(`covered by ${coveredBy}`);
  return found.map((complaint) => `${complaint}: ${name}`);
}

/** One sentence for each thing that is wrong. */
export async function lookOver(page: Page): Promise<string[]> {
  const { wide, texts, targets, hidden } = await page.evaluate(measure);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const screen = { left: 0, top: 0, right: width, bottom: height };
  return [
    ...wide.map((name) => `scrolls sideways: ${name}`),
    ...texts.flatMap(judgeText),
    ...hidden.map(({ name, coveredBy }) => `covered by ${coveredBy}: ${name}`),
    ...targets.flatMap((target) => judgeTarget(target, screen)),
  ];
}
