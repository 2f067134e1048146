/** Drives a page the way a person does: real keys, a real pointer, nothing set from inside the page. */
import type { Locator, Page } from 'playwright-core';

/** 25 ms a key is faster than any person types, and still one browser task, so one event, for each key. */
const KEY_MS = 25;

/** A pointer that travels in steps passes over what lies between, as a hand does. */
const POINTER_STEPS = 6;

type Point = { x: number; y: number };
type TypeOptions = { keyMs?: number };

/** Points at the field, then types at the end of what is there. */
export async function typeInto(
  page: Page,
  field: Locator,
  text: string,
  options: TypeOptions = {},
): Promise<void> {
  await pressWithMouse(page, field);
  await page.keyboard.press('End');
  await page.keyboard.type(text, { delay: options.keyMs ?? KEY_MS });
}

/** Points at the field, selects what is there and types over it. */
export async function retype(
  page: Page,
  field: Locator,
  text: string,
  options: TypeOptions = {},
): Promise<void> {
  await pressWithMouse(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text, { delay: options.keyMs ?? KEY_MS });
}

/**
 * Moves the pointer to what is meant and presses there. A control that only says it is off (aria-disabled) can be
 * pressed, as people do. Not built on Playwright's trial click: that sends the events and blocks them later on, so
 * sensors that listen early would see a press that nobody made.
 */
export async function pressWithMouse(page: Page, target: Locator): Promise<void> {
  await pointAt(page, target);
  await page.mouse.down();
  await page.mouse.up();
}

/** Rests the pointer on something without pressing it, once it is on the screen and nothing covers it. */
export async function pointAt(page: Page, target: Locator): Promise<void> {
  let aim = await findPoint(page, target);
  for (let moved = true; moved; ) {
    await page.mouse.move(aim.x, aim.y, { steps: POINTER_STEPS });
    // The page may have shifted meanwhile, an error that went away for instance: the hand follows.
    const now = await findPoint(page, target);
    moved = now.x !== aim.x || now.y !== aim.y;
    aim = now;
  }
}

/**
 * Sits still for a while, in the page's own time: needs `page.clock.install()` before the page is opened. Every timer
 * fires as often as it would (`fastForward` would fire a one-second tick once in 15 seconds). Only the page's time goes
 * by: a socket's heartbeat would time out on a server that is still in the same second, so sit still before the chat.
 */
export async function hesitate(page: Page, ms: number): Promise<void> {
  await page.clock.runFor(ms);
}

/** Takes the pointer out through the top of the page, where the tabs and the address bar are. */
export async function leaveThroughTop(page: Page): Promise<void> {
  await page.mouse.move(400, 60);
  await page.mouse.move(400, -20, { steps: POINTER_STEPS });
}

async function findPoint(page: Page, target: Locator): Promise<Point> {
  const element = await target.elementHandle();
  const found = await page.waitForFunction(findReachablePoint, element).catch((cause: unknown) => {
    throw new Error(`Nobody can point at ${target}: it has no size, or something covers it.`, { cause });
  });
  const point = await found.jsonValue();
  // Some kits draw a field anew while the hand is on its way: then it goes to the new one.
  return point === null || point === 'gone' ? findPoint(page, target) : point;
}

/** Runs in the page. The middle of the element, brought onto the screen, when that is what a pointer would meet. */
function findReachablePoint(element: Element | null): Point | 'gone' | null {
  if (!element?.isConnected) return 'gone';
  const before = element.getBoundingClientRect();
  if (before.top < 0 || before.bottom > innerHeight)
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const root = element.getRootNode();
  const hit =
    root instanceof ShadowRoot || root instanceof Document ? root.elementFromPoint(point.x, point.y) : null;
  // A label reaches its control too: many kits lay a drawn one over the real box.
  const isMeant = element.contains(hit) || (hit?.closest('label')?.control ?? null) === element;
  return box.width > 0 && isMeant ? point : null;
}
