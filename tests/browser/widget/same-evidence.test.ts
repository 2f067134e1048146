// One behaviour on three makes of form: two questions answered, the third wrong twice, back to it, and then nothing. It must look the same.
import { getRequestListener } from '@hono/node-server';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Observation } from '#protocol';
import { createDemoSite } from '../../../demo-site/site.ts';
import { type Assessment, createDetector } from '../../../widget/detector/detector.ts';
import { tellReasons } from '../../../widget/detector/explain.ts';
import { relive } from '../../../widget/detector/relive.ts';
import { hesitate, pressWithMouse } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import { beginOpenForm } from '../../support/forms/fill-open-forms.ts';
import { startGovukPage } from '../../support/forms/govuk-page.ts';
import { listenOnLoopback, type RunningPage } from '../../support/forms/loopback-server.ts';
import { startOpenFormsPage } from '../../support/forms/open-forms-page.ts';
import { buildProbe } from './probe-page.ts';

const SECOND = 1_000;
/** To read a message, and to think before pressing on. */
const MOMENT = 3 * SECOND;
const LONG = 20 * SECOND;
/** How long an average person takes to start, to read a word and to type a letter (detection.md, sections 2 and 3). */
const START = 2_750;
const A_WORD = 300;
const A_LETTER = 250;
/** Real time between keys; the rest of a letter is cranked. */
const KEY_MS = 25;

interface Visit {
  observations: Observation[];
  until: number;
}

interface Place {
  start(tag: string): Promise<RunningPage>;
  /** Every attempt loads a page. */
  loads: boolean;
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
  for (const [index, part] of parts.entries()) await write(page, page.getByLabel(part), numbers[index] ?? '');
}

const AID: Place = {
  start: startDemo('bijstand'),
  loads: false,
  async arrive(page, url) {
    await page.goto(url);
    await page.getByLabel('Voor welke kosten vraagt u bijzondere bijstand aan?').selectOption('inrichting');
    await think(page, page.getByRole('radio', { name: 'Nee', exact: true }));
    const why = await think(page, page.getByLabel(/^Waarom zijn de kosten noodzakelijk/));
    // As long as most explanations are.
    await write(
      page,
      why,
      'Mijn koelkast en mijn wasmachine zijn kapot. Zonder die twee kan ik echt niet leven.',
    );
  },
  answer: (page, wrong) => write(page, AID.question(page), wrong),
  wrong: ['veel', 'best veel'],
  question: (page) => page.getByLabel('Hoe hoog zijn de kosten?'),
  next: (page) => page.getByRole('button', { name: 'Volgende' }),
  error: (page) => page.locator('.utrecht-form-field-error-message:visible, [role=alert]:visible').first(),
};

/**
 * The SDK takes a change to its server, in the new renderer when the field is left: by a press beside it, because Tab would be a
 * visit to the next field. Until the answer is there, Volgende is off.
 */
async function answerKenteken(page: Page, renderer: 'old' | 'new', wrong: string): Promise<void> {
  const checked = page.waitForResponse(
    (response) =>
      response.url().endsWith('/_check-logic') && `${response.request().postData()}`.includes(`"${wrong}"`),
  );
  await write(page, page.getByLabel('Kenteken', { exact: true }), wrong);
  if (renderer === 'new') await pressWithMouse(page, page.getByRole('heading', { level: 1 }));
  await checked;
}

const openForms = (renderer: 'old' | 'new'): Place => ({
  start: (tag) => startOpenFormsPage({ tag, renderer }),
  loads: false,
  async arrive(page, url) {
    await beginOpenForm(page, url);
    await write(page, await think(page, page.getByLabel('Naam', { exact: true })), 'Jan Jansen');
    await think(page, page.getByLabel('Ja', { exact: true }));
  },
  answer: (page, wrong) => answerKenteken(page, renderer, wrong),
  wrong: ['1234', '123456789'],
  question: (page) => page.getByLabel('Kenteken', { exact: true }),
  next: (page) => page.getByRole('button', { name: /^Volgende/, disabled: false }),
  error: (page) => page.getByText('Dit is geen Nederlands kenteken.'),
});

const EXTRACT: Place = {
  start: startDemo('uittreksel'),
  loads: true,
  async arrive(page, url) {
    await page.goto(url);
    await page.getByRole('radio', { name: 'Uittreksel met uw adres', exact: true }).check();
    await pressWithMouse(page, EXTRACT.next(page));
    await write(page, await think(page, page.getByLabel('E-mailadres')), 'jan@voorbeeld.nl');
    await write(page, await think(page, page.getByLabel(/^Telefoonnummer/)), '0612345678');
  },
  answer: (page, wrong) => writeDate(page, ['Dag', 'Maand', 'Jaar'], wrong),
  wrong: ['31 2 1980', '30 2 1980'],
  question: (page) => page.getByLabel('Dag'),
  next: (page) => page.getByRole('button', { name: /^(Volgende|Verder)/ }),
  error: (page) => page.getByRole('alert'),
};

const govuk: Pick<Place, 'start' | 'loads' | 'next' | 'error'> = {
  start: (tag) => startGovukPage({ tag }),
  loads: true,
  next: (page) => page.getByRole('button', { name: 'Continue' }),
  error: (page) => page.getByRole('alert'),
};

const ADDRESS: Place = {
  ...govuk,
  async arrive(page, url) {
    await page.goto(url);
    await page.getByLabel('National Insurance number').fill('AB123456C');
    await pressWithMouse(page, govuk.next(page));
    await write(page, await think(page, page.getByLabel('Address line 1')), '1 High Street');
    await write(page, await think(page, page.getByLabel('Town or city')), 'London');
  },
  answer: (page, wrong) => write(page, ADDRESS.question(page), wrong),
  wrong: ['1234', '123456789'],
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

/** How long most people take to read the question in focus and to start: what is long on one form is long on the other. */
async function timeToStart(page: Page): Promise<number> {
  const words = await page.evaluate(() => {
    const { observations } = window.probe;
    const focus = observations.findLast(({ type }) => type === 'focus');
    const fields = observations.flatMap((seen) => (seen.type === 'step' ? seen.fields : []));
    return fields.findLast(({ field }) => focus && 'field' in focus && field === focus.field)?.words ?? 0;
  });
  return START + words * A_WORD;
}

async function think(page: Page, question: Locator): Promise<Locator> {
  await pressWithMouse(page, question);
  await sitStill(page, await timeToStart(page));
  return question;
}

/** Over what is there, with the keyboard only: `think` went there already. */
async function write(page: Page, question: Locator, text: string): Promise<void> {
  await question.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text, { delay: KEY_MS });
  await sitStill(page, text.length * A_LETTER);
}

/** Plays it, and gives what the senses reported; the last page's only, where every attempt loads a page. */
async function behave(place: Place): Promise<Visit> {
  const host = await place.start(tag);
  running.push(host);
  // High enough for the whole form: how far one has to scroll is no matter of behaviour.
  const page = await browser.openPage({ viewport: { width: 1280, height: 2_400 } });
  await page.clock.install();
  await place.arrive(page, host.url);
  for (const wrong of place.wrong) {
    await think(page, place.question(page));
    await place.answer(page, wrong);
    await sitStill(page, MOMENT);
    const loaded = place.loads && page.waitForEvent('domcontentloaded');
    await pressWithMouse(page, place.next(page));
    await loaded;
    // The message of the attempt before may still be there: a moment of the page's own time settles it.
    await place.error(page).waitFor();
    await sitStill(page, MOMENT);
    await place.error(page).waitFor();
  }
  await pressWithMouse(page, place.question(page));
  await sitStill(page, LONG);
  const observations = await page.evaluate(() => window.probe.observations);
  return { observations, until: await page.evaluate(() => performance.now()) };
}

/** What the detector makes of it at the end. Time counts from the first look at the form, as on a page that has just come. */
function judge({ observations, until }: Visit): Assessment {
  const start = observations[0]?.t ?? 0;
  const seen = observations.map((one) => ({ ...one, t: one.t - start }));
  const ticks: Assessment[] = [];
  relive(createDetector(), seen, { until: until - start }, (_t, assessment) => ticks.push(assessment));
  const last = ticks.at(-1);
  if (!last) throw new Error('Nothing was seen.');
  return last;
}

/** What was counted, in the order of the alphabet: how much each weighs, and what is no event but a state, is in the score. */
const evidenceOf = ({ alarm }: Assessment): string[] =>
  tellReasons(alarm)
    .flatMap(({ code, count }) => (count ? [`${code} ${count}`] : []))
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
  expect(evidenceOf(found)).toEqual(expect.arrayContaining(['failed-submit 1', 'repeated-error 2']));
  expect(Math.abs(found.score - known.score)).toBeLessThan(0.05);
});

it('GOV.UK, three questions a page: the evidence and the score of our own form that loads a page for every attempt', async () => {
  const [known, found] = await compare(ADDRESS, EXTRACT);
  expect(evidenceOf(found)).toEqual(expect.arrayContaining(['failed-submit 2']));
  expect(Math.abs(found.score - known.score)).toBeLessThan(0.05);
});

it('GOV.UK, one question a page: the evidence of our own form that never loads a page', async () => {
  const [, found] = await compare(BIRTH, AID);
  // A page that has just come knows nothing of the time spent before, so the score is not compared.
  expect(evidenceOf(found)).toEqual(expect.arrayContaining(['failed-submit 1', 'repeated-error 2']));
});
