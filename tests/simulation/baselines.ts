// The simple rules that others use, judged on the same visits (detection.md, section 5).
import type { Observation } from '#protocol';
import type { Visit } from './visit.ts';

export const BASELINES = ['timeOnPage60', 'idle30', 'exitIntent', 'rageClick', 'repeatedError'] as const;
export type Baseline = (typeof BASELINES)[number];

/** When a rule would offer help first, in ms since page load. */
export type Rule = (visit: Visit) => number | undefined;

const first = (visit: Visit, is: (one: Observation) => boolean): number | undefined =>
  visit.observations.find(is)?.t;

function afterIdle(visit: Visit, ms: number): number | undefined {
  let before = 0;
  let hidden = false;
  for (const one of [...visit.observations, { t: visit.endAt, type: 'resize' } as const]) {
    if (!hidden && one.t - before >= ms) return before + ms;
    if (one.type === 'hidden') hidden = true;
    if (one.type === 'visible') hidden = false;
    before = one.t;
  }
  return undefined;
}

/** Three presses on one spot, each within a second of the one before (PostHog). */
function afterRage(visit: Visit): number | undefined {
  let [count, x, y, t] = [0, 0, 0, 0];
  for (const one of visit.observations) {
    if (one.type !== 'press' || /text|field/.test(one.on)) continue;
    const isNear = Math.abs(one.x - x) + Math.abs(one.y - y) < 30 && one.t - t < 1_000;
    [count, x, y, t] = [isNear ? count + 1 : 1, one.x, one.y, one.t];
    if (count === 3) return t;
  }
  return undefined;
}

function afterRepeatedError(visit: Visit): number | undefined {
  const counts = new Map<string, number>();
  for (const one of visit.observations) {
    if (one.type !== 'invalid') continue;
    const count = (counts.get(one.field) ?? 0) + 1;
    counts.set(one.field, count);
    if (count === 2) return one.t;
  }
  return undefined;
}

export const RULES: Record<Baseline, Rule> = {
  timeOnPage60: ({ endAt }) => (endAt >= 60_000 ? 60_000 : undefined),
  idle30: (visit) => afterIdle(visit, 30_000),
  exitIntent: (visit) => first(visit, ({ type }) => type === 'leave-top'),
  rageClick: afterRage,
  repeatedError: afterRepeatedError,
};
