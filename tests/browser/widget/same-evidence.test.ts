// One behaviour on three makes of form: two questions answered, the third wrong twice, back to it, and then nothing. It must look the same.
import { getRequestListener } from '@hono/node-server';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Observation } from '#protocol';
import { createDemoSite } from '../../../demo-site/site.ts';
import { type Assessment, createDetector } from '../../../widget/detector/detector.ts';
import { relive } from '../../../widget/detector/relive.ts';
import { hesitate, pressWithMouse, retype, typeInto } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { answerOpenForm, beginOpenForm } from '../../support/forms/fill-open-forms.ts';
import { startGovukPage } from '../../support/forms/govuk-page.ts';
import { listenOnLoopback, type RunningPage } from '../../support/forms/loopback-server.ts';
import { startOpenFormsPage } from '../../support/forms/open-forms-page.ts';
import { buildProbe } from './probe-page.ts';

const SECOND = 1_000;
/** To read a message, and to think before pressing on. */
const MOMENT = 3 * SECOND;
const LONG = 20 * SECOND;
/** Log-odds: what is less than this is left of things long past. */
const TELLING = 0.25;

interface Place {
  start(tag: string): Promise<RunningPage>;
  /** Opens the form and answers two questions. */
  arrive(page: Page, url: string): Promise<void>;
  /** Writes a wrong answer to the third. */
  answer(page: Page, wrong: string): Promise<void>;
  wrong: readonly [string, string];
  question: (page: Page) => Locator;
  next: (page: Page) => Locator;
  error: (page: Page) => Locator;
}

const startDemo =
  (form: string) =>
  async (tag: string): Promise<RunningPage> => {
    const site = createDemoSite({ tag, consoleUrl: '/', signInLinks: () => [] });
    const server = await listenOnLoopback(0, getRequestListener(site));
    return { ...server, url: `${server.origin}/demo/${form}/` };
  };

async function writeDate(page: Page, parts: readonly string[], date: string): Promise<void> {
  const numbers = date.split(' ');
  for (const [index, part] of parts.entries())
    await retype(page, page.getByLabel(part), numbers[index] ?? '');
  await page.keyboard.press('Tab');
}

const AID: Place = {
  start: startDemo('bijstand'),
  async arrive(page, url) {
    await page.goto(url);
    await page.getByLabel('Voor welke kosten vraagt u bijzondere bijstand aan?').selectOption('inrichting');
    await pressWithMouse(page, page.getByRole('radio', { name: 'Nee', exact: true }));
    await typeInto(page, page.getByLabel(/^Waarom zijn de kosten noodzakelijk/), 'Mijn koelkast is kapot.');
  },
  async answer(page, wrong) {
    await retype(page, AID.question(page), wrong);
    await page.keyboard.press('Tab');
  },
  wrong: ['veel', 'best veel'],
  question: (page) => page.getByLabel('Hoe hoog zijn de kosten?'),
  next: (page) => page.getByRole('button', { name: 'Volgende' }),
  error: (page) => page.locator('.utrecht-form-field-error-message:visible, [role=alert]:visible').first(),
};

const openForms = (renderer: 'old' | 'new'): Place => ({
  start: (tag) => startOpenFormsPage({ tag, renderer }),
  async arrive(page, url) {
    await beginOpenForm(page, url);
    await answerOpenForm(page, 'Naam', 'Jan Jansen');
    await pressWithMouse(page, page.getByLabel('Ja', { exact: true }));
  },
  answer: (page, wrong) => answerOpenForm(page, 'Kenteken', wrong),
  wrong: ['12', '1234'],
  question: (page) => page.getByLabel('Kenteken', { exact: true }),
  next: (page) => page.getByRole('button', { name: /^Volgende/, disabled: false }),
  error: (page) => page.getByText('Dit is geen Nederlands kenteken.'),
});

const EXTRACT: Place = {
  start: startDemo('uittreksel'),
  async arrive(page, url) {
    await page.goto(url);
    await page.getByRole('radio', { name: 'Uittreksel met uw adres', exact: true }).check();
    await pressWithMouse(page, EXTRACT.next(page));
    await typeInto(page, page.getByLabel('E-mailadres'), 'jan@voorbeeld.nl');
    await typeInto(page, page.getByLabel(/^Telefoonnummer/), '0612345678');
  },
  answer: (page, wrong) => writeDate(page, ['Dag', 'Maand', 'Jaar'], wrong),
  wrong: ['31 2 1980', '30 2 1980'],
  question: (page) => page.getByLabel('Dag'),
  next: (page) => page.getByRole('button', { name: /^(Volgende|Verder)/ }),
  error: (page) => page.getByRole('alert'),
};

const govuk: Pick<Place, 'start' | 'next' | 'error'> = {
  start: (tag) => startGovukPage({ tag }),
  next: (page) => page.getByRole('button', { name: 'Continue' }),
  error: (page) => page.getByRole('alert'),
};

const ADDRESS: Place = {
  ...govuk,
  async arrive(page, url) {
    await page.goto(url);
    await typeInto(page, page.getByLabel('National Insurance number'), 'AB123456C');
    await pressWithMouse(page, govuk.next(page));
    await typeInto(page, page.getByLabel('Address line 1'), '1 High Street');
    await typeInto(page, page.getByLabel('Town or city'), 'London');
  },
  async answer(page, wrong) {
    await retype(page, ADDRESS.question(page), wrong);
    await page.keyboard.press('Tab');
  },
  wrong: ['12', '1234'],
  question: (page) => page.getByLabel('Postcode'),
};

const BIRTH: Place = {
  ...govuk,
  async arrive(page, url) {
    await ADDRESS.arrive(page, url);
    await ADDRESS.answer(page, 'SW1A 1AA');
    await pressWithMouse(page, govuk.next(page));
    await page.getByLabel('Day').waitFor();
  },
  answer: (page, wrong) => writeDate(page, ['Day', 'Month', 'Year'], wrong),
  wrong: ['31 2 1980', '30 2 1980'],
  question: (page) => page.getByLabel('Day'),
};

const browser = useBrowser();
const running: RunningPage[] = [];
let tag = '';
beforeAll(async () => {
  tag = `<script type="module">${await buildProbe()}</script>`;
});
afterEach(() => Promise.all(running.splice(0).map((one) => one.close())));

/** Sits still, with the beat that the desk has: what only silence tells is told in time. */
async function sitStill(page: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += SECOND) {
    await hesitate(page, SECOND);
    await page.evaluate(() => window.probe.pass(0));
  }
}

/** Plays it, and gives what the senses reported; the last page's only, where every attempt loads a page. */
async function behave(place: Place): Promise<Observation[]> {
  const host = await place.start(tag);
  running.push(host);
  // High enough for the whole form: how far one has to scroll is no matter of behaviour.
  const page = await browser.openPage({ viewport: { width: 1280, height: 2_400 } });
  await page.clock.install();
  await place.arrive(page, host.url);
  for (const wrong of place.wrong) {
    await place.answer(page, wrong);
    await sitStill(page, MOMENT);
    await pressWithMouse(page, place.next(page));
    // The message of the attempt before may still be there: a moment of the page's own time settles it.
    await place.error(page).waitFor();
    await sitStill(page, MOMENT);
    await place.error(page).waitFor();
  }
  await pressWithMouse(page, place.question(page));
  await sitStill(page, LONG);
  return page.evaluate(() => window.probe.observations);
}

/** What the detector makes of it at the end. Time counts from the first look at the form, as on a page that has just come. */
function judge(observations: readonly Observation[]): Assessment {
  const start = observations[0]?.t ?? 0;
  const seen = observations.map((one) => ({ ...one, t: one.t - start }));
  const until = (seen.findLast(({ type }) => type === 'focus')?.t ?? 0) + LONG;
  const ticks: Assessment[] = [];
  relive(createDetector(), seen, { until }, (_t, assessment) => ticks.push(assessment));
  const last = ticks.at(-1);
  if (!last) throw new Error('Nothing was seen.');
  return last;
}

/** Codes and counts, in the order of the alphabet: which of two weighs a hair more is no difference. */
const evidenceOf = ({ sum }: Assessment): string[] =>
  sum.evidence
    .filter(({ weight }) => weight >= TELLING)
    .map(({ code, count }) => `${code} ${count ?? ''}`.trim())
    .sort();

async function compare(theirs: Place, ours: Place): Promise<[Assessment, Assessment]> {
  const known = judge(await behave(ours));
  const found = judge(await behave(theirs));
  expect(evidenceOf(found)).toEqual(evidenceOf(known));
  return [known, found];
}

it.each([
  ['Open Forms, old renderer', openForms('old')],
  ['Open Forms, new renderer', openForms('new')],
])('%s: the evidence and the score of our own form', async (_kit, place) => {
  const [known, found] = await compare(place, AID);
  expect(evidenceOf(found)).toEqual(expect.arrayContaining(['dwell', 'failed-submit 2', 'repeated-error 2']));
  expect(Math.abs(found.score - known.score)).toBeLessThan(0.05);
});

it('GOV.UK, three questions a page: the evidence and the score of our own form that loads a page for every attempt', async () => {
  const [known, found] = await compare(ADDRESS, EXTRACT);
  expect(evidenceOf(found)).toEqual(expect.arrayContaining(['dwell', 'failed-submit 2']));
  expect(Math.abs(found.score - known.score)).toBeLessThan(0.05);
});

it('GOV.UK, one question a page: the evidence of our own form that never loads a page', async () => {
  const [known, found] = await compare(BIRTH, AID);
  // A page that was just loaded does not remember the answers before: a slip weighs a little less of what is known of this person.
  expect(Math.abs(found.score - known.score)).toBeLessThan(0.1);
});
