/** A state in every colour and at every width and zoom: axe finds nothing, everything can be read, reached and hit. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeViolation, type LoadedAxe, loadAxe } from '../../support/browser/axe.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { openPanel } from './before.ts';
import { hangLooks, type LookName, readLook, wearLook } from './host-pages.ts';
import { lookOver } from './look-over.ts';
import { readBuilt, type State, withState } from './stage.ts';
import { walkFocus } from './walk-focus.ts';

const ZOOMS = [1, 2, 4];
/** CSS px at 100 %: zooming in divides them. */
const SCREENS = [
  { width: 1280, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;
const SIZES = SCREENS.flatMap(({ width, height }) =>
  ZOOMS.map((zoom) => ({ width: Math.round(width / zoom), height: Math.round(height / zoom) })),
);

interface Colour {
  look: LookName;
  forcedColors: 'active' | 'none';
}
const FIRST: Colour = { look: 'voorbeeld', forcedColors: 'none' };
const COLOURS: readonly Colour[] = [
  FIRST,
  { look: 'dark', forcedColors: 'none' },
  { look: 'none', forcedColors: 'active' },
];

interface Sight {
  size: (typeof SIZES)[number];
  colour: Colour;
}
/** The size outside: it costs a layout and two frames. The colours there and back: at each new size it wears what it wore. */
const SIGHTS: readonly Sight[] = SIZES.flatMap((size, at) =>
  (at % 2 === 0 ? COLOURS : COLOURS.toReversed()).map((colour) => ({ size, colour })),
);

/** The rules that see size or place, and those that see colour. All others judge the tree, which is the same in every colour. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];
const BY_SIGHT = [...BY_COLOUR, 'target-size', 'scrollable-region-focusable'];

const settle = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

async function resize(page: Page, size: Sight['size']): Promise<void> {
  await page.setViewportSize(size);
  await settle(page);
}

/** `clothes`: what the widget took over on a page of that look. Gives what puts a colour on. */
async function openWardrobe(page: Page, clothes: ReadonlyMap<LookName, string>) {
  const read = (look: LookName) => readLook(look, clothes.get(look) ?? '');
  await page.evaluate(
    hangLooks,
    COLOURS.map(({ look }) => read(look)),
  );
  return async ({ look, forcedColors }: Colour): Promise<void> => {
    const { style: _, ...worn } = read(look);
    await page.emulateMedia({ forcedColors });
    await page.evaluate(wearLook, worn);
  };
}

/** Call it once, at the top of a describe block; `port` is that file's own. */
export function expectForEveryone(states: readonly State[], port: number): void {
  const browser = useBrowser();
  const files = readBuilt();
  const clothes = new Map<LookName, string>();

  beforeAll(async () => {
    for (const { look } of COLOURS) {
      const open = { name: '', reach: openPanel };
      await withState(open, await browser.openContext(), { files, port, look }, async ({ page }) => {
        clothes.set(look, (await page.locator('vangnet-widget').getAttribute('style')) ?? '');
      });
    }
  });

  it.each(states)('$name', async (state) => {
    const found: string[] = [];
    const context = await browser.openContext();
    await withState(state, context, { files, port, look: FIRST.look }, async ({ page }) => {
      const axe = await loadAxe(page);
      const dress = await openWardrobe(page, clothes);
      let last: Partial<Sight> = {};
      for (const sight of SIGHTS) {
        if (sight.size !== last.size) await resize(page, sight.size);
        if (sight.colour !== last.colour) await dress(sight.colour);
        last = sight;
        found.push(...(await lookAt(page, axe, sight)));
      }
      // Where there is room for all of it.
      await resize(page, SCREENS[0]);
      for (const colour of COLOURS) {
        await dress(colour);
        found.push(...(await walkFocus(page)).map((one) => `${colour.look}: ${one}`));
      }
    });
    expect(found, found.join('\n')).toEqual([]);
  });
}

async function lookAt(page: Page, axe: LoadedAxe, { size, colour }: Sight): Promise<string[]> {
  const isFirst = colour === FIRST;
  // What is on the screen differs most between the largest and the smallest.
  const seesTree = isFirst && (size === SIZES[0] || size === SIZES.at(-1));
  const violations = await axe.find({
    within: ['vangnet-widget'],
    // Where nothing is free, the button is out of sight.
    mayBeEmpty: true,
    ...(seesTree ? {} : { rules: isFirst ? BY_SIGHT : BY_COLOUR }),
  });
  // Colours move nothing.
  const complaints = [...violations.map(describeViolation), ...(isFirst ? await lookOver(page) : [])];
  return complaints.map((one) => `${colour.look}, ${size.width} x ${size.height}: ${one}`);
}
