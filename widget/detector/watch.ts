// Is this citizen stuck? Observations in, once a second an answer out, without words: explain.ts has those. No DOM, no clock, no values.
import type { Observation } from '#protocol';
import { judge } from './errors.ts';
import { collect, type Evidence } from './evidence.ts';
import { fieldOf, PRIOR } from './expected.ts';
import { facts } from './facts.ts';
import { createGates } from './gates.ts';
import { PRIOR_FIELDS, PRIOR_SLIPS } from './own-slip.ts';
import type { Happening, Listener, Page, Tell } from './page.ts';
import { SIGNALS } from './signals.ts';
import { passTime } from './time.ts';
import { INTERCEPT, MEETINGS, PROGRESS, WEIGHTS } from './weights.ts';

/** No signal counts for more, so that none can reach the threshold alone. */
const MOST = 3;

export interface Alarm {
  /** Log-odds that this citizen is stuck and gives up within two active minutes. */
  eta: number;
  offer: boolean;
  /** What each signal found, in the order of the protocol's reasons; */
  found: readonly Evidence[];
  /** what each adds in log-odds; */
  weights: readonly number[];
  /** what each meeting of two adds, in the order of MEETINGS; and what progress takes off. */
  meetings: readonly number[];
  progress: number;
  /** Which gates are closed, in the order of explain.ts. */
  shut: readonly boolean[];
}

export interface Watch {
  observe(observation: Observation): void;
  /** To be called once a second. */
  assess(t: number): Alarm;
}

export function createWatch(byTouch: boolean, threshold: number): Watch {
  const page: Page = {
    byTouch,
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
  const listeners: Listener[] = [facts(page)];
  const evidence = SIGNALS.map((signal) => collect(page, listeners, signal));
  const gates = createGates(page, threshold);

  const tell: Tell = (type, told, field) => {
    for (const listener of listeners) listener[type]?.(told, field);
    page.heardAt[type] = page.clock;
  };
  const observe = (happening: Happening) => {
    passTime(page, happening.t / 1000);
    // Marks made until the next act or tick belong together.
    if (/tick|input|choose|submit$/.test(happening.type)) judge(page, tell);
    const field = happening.field === undefined ? page.attended : fieldOf(page, happening.field);
    tell(happening.type, happening, field);
  };

  return {
    observe,
    assess(t) {
      observe({ t, type: 'tick' });
      const found = evidence.map((ask) => ask());
      const amountOf = (index: number) => found[index]?.[0] ?? 0;
      const weights = WEIGHTS.map((weight, index) => Math.min(MOST, weight * amountOf(index)));
      const meetings = MEETINGS.map(
        ([one, other, weight]) => weight * Math.min(amountOf(one), amountOf(other)),
      );
      const progress = PROGRESS * Math.log1p(page.filled);
      const eta = [...weights, ...meetings].reduce((sum, weight) => sum + weight, INTERCEPT + progress);
      const shut = gates(eta);
      return { eta, offer: !shut.includes(true), found, weights, meetings, progress, shut };
    },
  };
}
