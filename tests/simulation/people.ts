// Who fills in the form. Habits differ more between people than trouble makes them differ, and that is the difficulty.
import type { Chance } from './chance.ts';

/** What people do while they think, in trouble or not. */
export const ACTS = [
  'hover-label',
  'hover-help',
  'hover-field',
  'hover-submit',
  'select-label',
  'select-text',
  'copy-label',
  'help',
  'scroll',
  'scroll-back',
  'press-text',
  'press-nothing',
  'press-dead',
  'leave-top',
  'tab-away',
] as const;
export type Act = (typeof ACTS)[number];

/** Times a second of thinking, for an average person who is fine. */
const USUAL: Readonly<Record<Act, number>> = {
  'hover-label': 0.013,
  'hover-help': 0.004,
  'hover-field': 0.02,
  'hover-submit': 0.0025,
  'select-label': 0.0008,
  'select-text': 0.0009,
  'copy-label': 0.0005,
  help: 0.0014,
  scroll: 0.03,
  'scroll-back': 0.004,
  'press-text': 0.004,
  'press-nothing': 0.004,
  'press-dead': 0.0008,
  'leave-top': 0.0006,
  'tab-away': 0.002,
};

interface Nature {
  /** Median times the time of an average person, and spread of ln within a visit. */
  pace: number;
  unsteady: number;
  /** Share of fields filled in wrong at first. */
  slips: number;
  touch: number;
  /** No pointer: nothing is hovered, and the page is explored with Tab. */
  keyboard: number;
  autofill: number;
  /** How often this kind of person does these, times the usual. */
  does: Partial<Record<Act, number>>;
  /** Probabilities: a look back at an earlier answer per field; at all answers before going on; another choice; a question left for later; writing it again. */
  looksBack: number;
  reviews: number;
  rechooses: number;
  postpones: number;
  rewrites: number;
  /** Of getting a paper when one is asked for; of being called away during a field. */
  fetches: number;
  calledAway: number;
}

const AVERAGE: Nature = {
  pace: 1,
  unsteady: 0.68,
  slips: 0.07,
  touch: 0.25,
  keyboard: 0.04,
  autofill: 0.25,
  does: {},
  looksBack: 0.04,
  reviews: 0.12,
  rechooses: 0.04,
  postpones: 0.025,
  rewrites: 0.025,
  fetches: 0.4,
  calledAway: 0.018,
};

const calm = (factor: number): Partial<Record<Act, number>> =>
  Object.fromEntries(ACTS.map((act) => [act, factor]));

/** Known while the weights were fitted. */
export const PERSONAS = {
  average: {},
  older: {
    pace: 1.65,
    slips: 0.09,
    looksBack: 0.07,
    reviews: 0.25,
    touch: 0.2,
    does: { 'hover-label': 1.4, 'press-text': 1.5, 'scroll-back': 1.2, help: 1.3 },
  },
  'low-literate': {
    pace: 1.55,
    slips: 0.11,
    looksBack: 0.08,
    rechooses: 0.09,
    rewrites: 0.05,
    does: { 'hover-label': 1.6, 'hover-help': 1.3, 'scroll-back': 1.3, help: 1.4, 'select-label': 1.4 },
  },
  mobile: {
    touch: 1,
    pace: 1.15,
    slips: 0.09,
    keyboard: 0,
    does: { 'tab-away': 1.7, scroll: 1.6, 'scroll-back': 1.3 },
  },
  fast: { pace: 0.6, slips: 0.08, reviews: 0.04, autofill: 0.5 },
  assistive: {
    pace: 1.7,
    keyboard: 1,
    touch: 0,
    looksBack: 0.12,
    postpones: 0.1,
    slips: 0.09,
    does: { help: 1.5 },
  },
  gatherer: { fetches: 0.95, postpones: 0.15, does: { 'tab-away': 4 }, calledAway: 0.04 },
  fidgeter: { does: { ...calm(2.4), 'tab-away': 1 }, rewrites: 0.04 },
} satisfies Record<string, Partial<Nature>>;

/** Never seen by the fit. */
export const STRANGERS = {
  'anxious-reviewer': {
    looksBack: 0.16,
    reviews: 0.8,
    rechooses: 0.12,
    pace: 1.2,
    does: { 'hover-submit': 3, 'scroll-back': 2, help: 1.5 },
  },
  'called-away': { calledAway: 0.09, does: { 'tab-away': 3 } },
  'unsteady-hand': {
    pace: 1.8,
    slips: 0.14,
    rewrites: 0.08,
    does: { 'press-nothing': 5, 'press-text': 4, 'press-dead': 2.5, 'select-text': 2 },
  },
  'second-language': {
    pace: 1.45,
    slips: 0.1,
    does: { 'copy-label': 3, 'select-label': 2.5, 'hover-label': 1.6, 'tab-away': 2, help: 1.5 },
  },
} satisfies Record<string, Partial<Nature>>;

/** Anyone at all, drawn anew each time: only there to keep the fit from learning eight characters by heart. */
function makeNature(chance: Chance): Partial<Nature> {
  const about = (usual: number) => usual * chance.logNormal(1.3, 0.8);
  return {
    pace: chance.logNormal(1.2, 0.3),
    slips: about(AVERAGE.slips),
    touch: chance.uniform() ** 2,
    keyboard: chance.happens(0.1) ? 1 : 0,
    autofill: chance.uniform() * 0.6,
    looksBack: about(AVERAGE.looksBack),
    reviews: chance.uniform(),
    rechooses: about(AVERAGE.rechooses),
    postpones: about(AVERAGE.postpones),
    rewrites: about(AVERAGE.rewrites),
    fetches: chance.uniform(),
    calledAway: about(AVERAGE.calledAway),
    does: Object.fromEntries(ACTS.map((act) => [act, chance.logNormal(1.3, 0.8)])),
  };
}

export type Persona = keyof typeof PERSONAS | keyof typeof STRANGERS | 'anyone';

export interface Person extends Omit<Nature, 'touch' | 'keyboard' | 'does'> {
  persona: Persona;
  touch: boolean;
  keyboard: boolean;
  /** Times a second of thinking. */
  does: Record<Act, number>;
  /** How much of what goes on inside shows outside, 0 to 1. */
  expressive: number;
}

/** Spread of ln between people of one persona: pace measured 0.57 between all people; habits [U]. */
const PACE_SPREAD = 0.53;
const HABIT_SPREAD = 0.65;

/** Share of people who show little of what goes on inside: it makes recall hardly rise from 2 to 10 % false offers, as in detection.md, section 5. */
const QUIET = 0.2;

const NEEDS_POINTER = /hover|leave-top|select|copy|press/;

export function makePerson(chance: Chance, persona: Persona, noise: Readonly<Record<Act, number>>): Person {
  const special = persona === 'anyone' ? makeNature(chance) : { ...PERSONAS, ...STRANGERS }[persona];
  const nature: Nature = { ...AVERAGE, ...special };
  const keyboard = chance.happens(nature.keyboard);
  const touch = !keyboard && chance.happens(nature.touch);
  const some = (share: number, spread = 0.6) => Math.min(0.95, share * chance.logNormal(1, spread));
  const does = { ...USUAL };
  for (const act of ACTS) {
    const able = (keyboard && NEEDS_POINTER.test(act)) || (touch && /hover|leave-top/.test(act)) ? 0 : 1;
    does[act] = able * USUAL[act] * noise[act] * (nature.does[act] ?? 1) * chance.logNormal(1, HABIT_SPREAD);
  }
  return {
    ...nature,
    persona,
    keyboard,
    touch,
    does,
    pace: chance.logNormal(nature.pace, PACE_SPREAD),
    slips: some(nature.slips),
    looksBack: some(nature.looksBack),
    reviews: some(nature.reviews),
    rechooses: some(nature.rechooses),
    postpones: some(nature.postpones),
    rewrites: some(nature.rewrites),
    fetches: some(nature.fetches, 0.3),
    calledAway: some(nature.calledAway),
    expressive: chance.happens(QUIET) ? 0.25 * chance.uniform() : chance.between(0.7, 1),
  };
}
