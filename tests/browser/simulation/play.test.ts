// A share of the simulated visits, played in a real browser: the widget must come to the same decision at the same second as the replay does.
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDetector } from '../../../widget/detector/detector.ts';
import { relive } from '../../../widget/detector/relive.ts';
import { makePopulation } from '../../simulation/population.ts';
import type { Fate, Visit } from '../../simulation/visit.ts';
import { findChromium } from '../../support/browser/find-chromium.ts';
import type { Played } from './play-visit.ts';

const SEED = 4_711;
/** So many of each: more of those in whom there is something to see. */
const WANTED: Readonly<Record<Fate, number>> = { fine: 24, 'gives-up': 24, recovers: 12, silent: 6 };
const DRAWN = 600;
const TOTAL = Object.values(WANTED).reduce((sum, count) => sum + count, 0);
/** The norm of the project, and so many with an offer at least. */
const SAME = 0.98;
const SEEN_STUCK = 12;
/** The detector looks once a second. */
const ONE_TICK = 1_000;
/** High, so that a pixel is a small part of it: a visit tells scrolling in parts of the screen. */
const VIEWPORT = { width: 400, height: 2_000 };
const PAGES = 4;

/** On no page can anyone type into a calendar, a list or a file dialogue. */
function canBePlayed({ form, observations }: Visit): boolean {
  const chosen = form.steps.flat().filter(({ kind }) => /^(date|file|select|radio|checkbox)$/.test(kind));
  const names = new Set(chosen.map(({ field }) => field));
  return !observations.some((one) => one.type === 'input' && names.has(one.field));
}

function chooseVisits(): Visit[] {
  const left = { ...WANTED };
  return [...makePopulation(SEED, DRAWN, 'mixed')].filter(canBePlayed).filter(({ fate }) => {
    left[fate] -= 1;
    return left[fate] >= 0;
  });
}

let browser: Browser;
let code = '';
async function buildStage(): Promise<string> {
  const entry = fileURLToPath(new URL('./play-visit.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry, name: 'stage', formats: ['iife'] } },
  });
  const [first] = [built].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The stage was not built.');
  return chunk.code;
}

beforeAll(async () => {
  code = await buildStage();
  browser = await chromium.launch({
    executablePath: findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    // Scrolling is told once a frame.
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
});
afterAll(() => browser?.close());

async function play(page: Page, { observations, touch, endAt }: Visit): Promise<Played> {
  await page.goto('about:blank');
  await page.setContent('<!doctype html><html lang="nl"><head><title>Aanvraag</title></head></html>');
  await page.addScriptTag({ content: code });
  return page.evaluate((visit) => window.playVisit(visit), { observations, touch, endAt });
}

/** The second of the offer, as `detector:replay` finds it. */
function replay({ observations, touch, endAt }: Visit): number | undefined {
  let offeredAt: number | undefined;
  const detector = createDetector({ byTouch: touch });
  relive(detector, observations, { until: endAt }, (t, { offer }) => {
    if (offer) offeredAt ??= t;
  });
  return offeredAt;
}

async function compare(page: Page, visit: Visit) {
  const { offeredAt, errors } = await play(page, visit);
  const replayed = replay(visit);
  const isSame =
    offeredAt === undefined || replayed === undefined
      ? offeredAt === replayed
      : Math.abs(offeredAt - replayed) <= ONE_TICK;
  const story = `${visit.id} (${visit.fate}): replayed ${replayed ?? 'none'}, played ${offeredAt ?? 'none'}`;
  return { isSame, story, errors, isOffered: offeredAt !== undefined };
}

it('played and replayed visits lead to the same decision at the same second', async () => {
  const visits = chooseVisits();
  expect(visits).toHaveLength(TOTAL);
  const compared: Awaited<ReturnType<typeof compare>>[] = [];
  const work = async () => {
    const page = await browser.newPage({ viewport: VIEWPORT });
    for (let visit = visits.shift(); visit; visit = visits.shift()) compared.push(await compare(page, visit));
  };
  await Promise.all(Array.from({ length: PAGES }, work));
  const differ = compared.filter(({ isSame }) => !isSame).map(({ story }) => story);
  const share = 1 - differ.length / TOTAL;
  process.stdout.write(
    `Played as replayed: ${(100 * share).toFixed(1)} % of ${TOTAL} visits. ${differ.join('; ')}\n`,
  );
  expect(compared.flatMap(({ errors }) => errors)).toEqual([]);
  // Saying nothing to anyone would be easy.
  expect(compared.filter(({ isOffered }) => isOffered).length).toBeGreaterThanOrEqual(SEEN_STUCK);
  expect(share, differ.join('\n')).toBeGreaterThanOrEqual(SAME);
});
