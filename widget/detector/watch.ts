// Is this citizen stuck? Observations in, once a second an answer out, without words: explain.ts has those. No DOM, no clock, no values.
import type { Observation } from '#protocol';
import { judge } from './errors.ts';
import { collect, type Evidence } from './evidence.ts';
import { fieldOf, KEYBOARD, PRIOR, TOUCH } from './expected.ts';
import { facts } from './facts.ts';
import { createGates, createPatience, type Gate, isBreakpoint } from './gates.ts';
import { PRIOR_FIELDS, PRIOR_SLIPS } from './own-slip.ts';
import type { Crowd, Happening, Listener, Page, Tell } from './page.ts';
import { SIGNALS } from './signals.ts';
import { passTime } from './time.ts';
import { INTERCEPT, MEETINGS, PROGRESS, THRESHOLDS, WEIGHTS } from './weights.ts';

/** Its place in the order of the protocol's reasons. */
const REPEATED_ERROR = 1;

/** What a page says of one attempt belongs together, until something else is heard. */
const ANSWERS = /valid|failed/;

export interface Alarm {
  /** Log-odds that this citizen is stuck and gives up within two active minutes. */
  eta: number;
  offer: boolean;
  /** What each signal found, in the order of the protocol's reasons. */
  evidence: readonly Evidence[];
  /** ln(1 + what was filled in just now). */
  progress: number;
  /** Which gates are closed. */
  gatesShut: readonly Gate[];
  /** Told twice that an answer is wrong, and silent since: a page can prove that trouble, so it is enough for an offer. */
  stranded: boolean;
  /** An offer would disturb little now. */
  atBreakpoint: boolean;
}

export interface Watch {
  observe(observation: Observation): void;
  /** To be called once a second. */
  assess(t: number): Alarm;
}

/** What the meeting of two signals adds: as much as the weaker is there. */
export const weighMeeting = (
  evidence: readonly Evidence[],
  [one, other, weight]: (typeof MEETINGS)[number],
): number => weight * Math.min(evidence[one]?.found ?? 0, evidence[other]?.found ?? 0);

export function createWatch(byTouch: boolean, threshold: number, crowd?: Crowd): Watch {
  const page: Page = {
    perKey: byTouch ? TOUCH : KEYBOARD,
    crowd,
    pageTime: 0,
    viewed: 0,
    outOfView: false,
    heardAt: {},
    since: (...types) =>
      page.pageTime - Math.max(...types.map((type) => page.heardAt[type] ?? Number.NEGATIVE_INFINITY)),
    asked: [],
    slips: PRIOR_SLIPS,
    fieldsDone: PRIOR_FIELDS,
    pace: 0,
    learned: PRIOR,
    filled: 0,
    faded: 0,
    stranded: false,
  };
  const collected = SIGNALS.map((signal, index) => collect(page, signal, WEIGHTS[index]));
  const listeners: Listener[] = [facts(page), ...collected.map(({ hears }) => hears)];
  const gates = createGates(page);
  const patience = createPatience(threshold);

  const tell: Tell = (type, told, field) => {
    for (const listener of listeners) listener[type]?.(told, field);
    page.heardAt[type] = page.pageTime;
  };
  const observe = (happening: Happening) => {
    const { type, t } = happening;
    passTime(page, t / 1000);
    if (!ANSWERS.test(type)) judge(page, tell);
    tell(type, happening, happening.field === undefined ? page.attended : fieldOf(page, happening.field));
  };

  return {
    observe,
    assess(t) {
      observe({ t, type: 'tick' });
      const progress = Math.log1p(page.filled);
      const evidence = collected.map(({ look }) => look());
      let eta = INTERCEPT + PROGRESS * progress;
      for (const { weight } of evidence) eta += weight;
      for (const meeting of MEETINGS) eta += weighMeeting(evidence, meeting);
      const told = evidence[REPEATED_ERROR];
      if (page.stranded && told && eta < THRESHOLDS.normal) {
        told.weight += THRESHOLDS.normal - eta;
        eta = THRESHOLDS.normal;
      }
      const shut = gates();
      const atBreakpoint = isBreakpoint(page);
      shut.push(...patience(page.pageTime, eta, shut.some(Boolean), atBreakpoint));
      return {
        eta,
        offer: eta >= threshold && !shut.some(Boolean),
        evidence,
        progress,
        stranded: page.stranded,
        gatesShut: shut,
        atBreakpoint,
      };
    },
  };
}
