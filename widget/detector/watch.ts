// Is this citizen stuck? Observations in, once a second an answer out, without words: explain.ts has those. No DOM, no clock, no values.
import type { Observation } from '#protocol';
import { judge } from './errors.ts';
import { collect, type Evidence } from './evidence.ts';
import { fieldOf, KEYBOARD, PRIOR, TOUCH } from './expected.ts';
import { facts } from './facts.ts';
import { createGates, createPatience, isBreakpoint } from './gates.ts';
import { PRIOR_FIELDS, PRIOR_SLIPS } from './own-slip.ts';
import type { Crowd, Happening, Listener, Page, Tell } from './page.ts';
import { SIGNALS } from './signals.ts';
import { passTime } from './time.ts';
import { INTERCEPT, MEETINGS, PROGRESS, WEIGHTS } from './weights.ts';

/** Marks made until the next of these belong together. */
const JUDGES = /^(tick|input|choose|submit)$/;

export interface Alarm {
  /** Log-odds that this citizen is stuck and gives up within two active minutes. */
  eta: number;
  offer: boolean;
  /** What each signal found, in the order of the protocol's reasons. Alive: it changes with the next tick. */
  evidence: readonly Evidence[];
  /** ln(1 + what was filled in just now). */
  progress: number;
  /** Which gates are closed, in the order of explain.ts. */
  shut: readonly boolean[];
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

function createPage(byTouch: boolean, crowd: Crowd | undefined): Page {
  const page: Page = {
    perKey: byTouch ? TOUCH : KEYBOARD,
    crowd,
    clock: 0,
    viewed: 0,
    heardAt: {},
    since(...types) {
      let last = Number.NEGATIVE_INFINITY;
      for (const type of types) last = Math.max(last, page.heardAt[type] ?? last);
      return page.clock - last;
    },
    asked: [],
    slips: PRIOR_SLIPS,
    completed: PRIOR_FIELDS,
    pace: 0,
    learned: PRIOR,
    filled: 0,
    faded: 0,
  };
  return page;
}

export interface WatchOptions {
  byTouch: boolean;
  threshold: number;
  crowd?: Crowd | undefined;
}

export function createWatch({ byTouch, threshold, crowd }: WatchOptions): Watch {
  const page = createPage(byTouch, crowd);
  const evidence = SIGNALS.map((signal, index) => collect(page, signal, WEIGHTS[index] ?? 0));
  const listeners: Listener[] = [facts(page), ...evidence.map(({ hears }) => hears)];
  const gates = createGates(page);
  const patience = createPatience(threshold);

  // Who listens to what, made when it is first heard: most hear little, and a dense page says much.
  const hearing: Partial<Record<string, Listener[]>> = {};
  const tell: Tell = (type, told, field) => {
    hearing[type] ??= listeners.filter((listener) => listener[type]);
    for (const listener of hearing[type]) listener[type]?.(told, field);
    page.heardAt[type] = page.clock;
  };
  const observe = (happening: Happening) => {
    const { type, t } = happening;
    passTime(page, t / 1000);
    if (JUDGES.test(type)) judge(page, tell);
    const field = happening.field === undefined ? page.attended : fieldOf(page, happening.field);
    tell(type, happening, field);
  };

  return {
    observe,
    assess(t) {
      observe({ t, type: 'tick' });
      const progress = Math.log1p(page.filled);
      let eta = INTERCEPT + PROGRESS * progress;
      for (const { look } of evidence) eta += look();
      for (const meeting of MEETINGS) eta += weighMeeting(evidence, meeting);
      const shut = gates();
      const atBreakpoint = isBreakpoint(page);
      shut.push(...patience(page.clock, eta, shut.includes(true), atBreakpoint));
      return { eta, offer: eta >= threshold && !shut.includes(true), evidence, progress, shut, atBreakpoint };
    },
  };
}
