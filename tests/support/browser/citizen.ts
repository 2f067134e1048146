/** Drives a page the way a person does: real keys, a real pointer, nothing set from inside the page. */
import type { Locator, Page } from 'playwright-core';

/** 25 ms a key is faster than any person types, and still one browser task, so one event, for each key. */
const KEY_MS = 25;

/** A pointer that travels in steps passes over what lies between, as a hand does. */
const POINTER_STEPS = 6;

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

/** Moves the pointer to what is meant, as far as a person can see and reach it, and presses there. */
export async function pressWithMouse(page: Page, target: Locator): Promise<void> {
  await moveTo(page, target);
  // Not after a trial click: Playwright's trial sends the events and blocks them, but sensors that listen earlier get them.
  await target.click();
}

/** Rests the pointer on something without pressing it. */
export async function pointAt(page: Page, target: Locator): Promise<void> {
  await moveTo(page, target);
  await target.hover();
}

/** Takes the pointer out through the top of the page, where the tabs and the address bar are. */
export async function leaveThroughTop(page: Page): Promise<void> {
  await page.mouse.move(400, 60);
  await page.mouse.move(400, -20, { steps: POINTER_STEPS });
}

async function moveTo(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing on the screen to point at.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: POINTER_STEPS });
}
