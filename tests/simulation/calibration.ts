// Gates on the simulator itself: its people must be as noisy as measured people (detection.md, section 2), and do when they are fine
// what they do when they are stuck (section 5, "leak gate"). A simulator that fails here says nothing about a detector.
import { REASON_CODES, type ReasonCode } from '#protocol';
import { quantile } from './figures.ts';
import type { Question } from './forms.ts';
import type { Watched } from './watched.ts';

export interface Gate {
  name: string;
  measured: number;
  simulated: number;
  /** Within so much of what was measured, as a share of it. */
  within: number;
  passed: boolean;
}

const WITHIN = 0.2;
const gate = (name: string, measured: number, simulated: number, within = WITHIN): Gate => ({
  name,
  measured,
  simulated,
  within,
  passed: Math.abs(simulated - measured) <= within * measured,
});

/** Seconds in focus of one question, filled in without an error. */
interface Filled {
  visit: string;
  kind: Question['kind'];
  seconds: number;
  latency: number | undefined;
  deletions: number;
}

/** What a page could measure of one visit, from its observations alone. */
function* readFilled({ visit }: Watched): Generator<Filled> {
  const kinds = new Map(visit.form.steps.flat().map(({ field, kind }) => [field, kind]));
  const seen = new Set<string>();
  let at:
    | { field: string; from: number; away: number; first?: number; deletions: number; answered: boolean }
    | undefined;
  let hiddenAt: number | undefined;
  for (const one of visit.observations) {
    if (one.type === 'hidden') hiddenAt = one.t;
    if (one.type === 'visible' && hiddenAt !== undefined && at) at.away += one.t - hiddenAt;
    if (one.type === 'focus') at = { field: one.field, from: one.t, away: 0, deletions: 0, answered: false };
    if (at && (one.type === 'input' || one.type === 'choose') && one.field === at.field) {
      at.first ??= one.t;
      at.answered = true;
      if (one.type === 'input') at.deletions += one.deleted;
    }
    if (one.type === 'invalid') seen.add(one.field);
    if (one.type !== 'blur' || !at || at.field !== one.field) continue;
    const kind = kinds.get(at.field);
    if (kind && at.answered && !seen.has(at.field)) {
      seen.add(at.field);
      yield {
        visit: visit.id,
        kind,
        seconds: (one.t - at.from - at.away) / 1_000,
        latency:
          at.first === undefined || visit.inBursts ? undefined : (at.first - at.from - at.away) / 1_000,
        deletions: at.deletions,
      };
    }
    at = undefined;
  }
}

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

/** Spread of ln(seconds) within and between people, after the time that goes with the question itself. */
function spreads(
  filled: readonly Filled[],
  usual: ReadonlyMap<string, number>,
): { within: number; between: number } {
  const byVisit = new Map<string, number[]>();
  for (const { visit, seconds } of filled) {
    const logs = byVisit.get(visit) ?? [];
    byVisit.set(visit, [...logs, Math.log(Math.max(0.3, seconds)) - Math.log(usual.get(visit) ?? 1)]);
  }
  const people = [...byVisit.values()].filter((logs) => logs.length >= 4);
  const within = Math.sqrt(
    people.reduce((sum, logs) => sum + deviation(logs) ** 2 * (logs.length - 1), 0) /
      people.reduce((sum, logs) => sum + logs.length - 1, 0),
  );
  const means = people.map((logs) => logs.reduce((sum, value) => sum + value, 0) / logs.length);
  const size = people.reduce((sum, logs) => sum + logs.length, 0) / people.length;
  return { within, between: Math.sqrt(Math.max(0, deviation(means) ** 2 - within ** 2 / size)) };
}

export function checkTimes(visits: readonly Watched[]): Gate[] {
  const fine = visits.filter(({ visit }) => visit.fate === 'fine');
  const all = fine.flatMap((watched) => [...readFilled(watched)]);
  const of = (...kinds: Question['kind'][]) => all.filter(({ kind }) => kinds.includes(kind));
  const gates: Gate[] = [];
  const compare = (name: string, values: readonly number[], measured: readonly [number, number, number]) => {
    for (const [index, part] of [0.5, 0.9, 0.99].entries())
      gates.push(gate(`${name} p${part * 100}`, measured[index] ?? 0, quantile(values, part)));
  };
  const text = of('text', 'email', 'tel', 'number');
  const seconds = (filled: readonly Filled[]) => filled.map((one) => one.seconds);
  compare('text field, s', seconds(text), [4.9, 18, 123]);
  compare(
    'typing latency, s',
    text.flatMap(({ latency }) => latency ?? []),
    [1.4, 4.5, 18.8],
  );
  compare(
    'corrections per text field',
    text.map(({ deletions }) => deletions),
    [0, 3, 19],
  );
  compare('select, s', seconds(of('select')), [2.8, 12.9, 51.7]);
  compare(
    'radio to first choice, s',
    of('radio').flatMap(({ latency }) => latency ?? []),
    [1.6, 7.5, 20.6],
  );
  compare('date in three parts, s', seconds(of('date-parts')), [16.8, 53.9, 114]);
  compare('native date, s', seconds(of('date')), [3.3, 8.8, 19.5]);
  const { within, between } = spreads(text, new Map());
  gates.push(gate('spread of ln(time) within people', 0.76, within), gate('between people', 0.57, between));
  return gates;
}

export interface Leak {
  code: ReasonCode;
  fine: number;
  stuck: number;
  /** Fine at least a fifth of stuck; a failed attempt excepted (detection.md, section 5). */
  passed: boolean;
}

/** ln(1 + evidence) from which a signal counts as seen. */
const SEEN = 0.25;
const LEAST_SHARE = 0.2;

export function checkLeaks(visits: readonly Watched[]): Leak[] {
  const shareOf = (fate: string, index: number): number => {
    const those = visits.filter(({ visit }) => visit.fate === fate);
    const heard = those.filter(({ found, ticks }) => {
      const width = found.length / ticks;
      for (let tick = 0; tick < ticks; tick += 1) if ((found[tick * width + index] ?? 0) > SEEN) return true;
      return false;
    });
    return heard.length / those.length;
  };
  return REASON_CODES.map((code, index) => {
    const [fine, stuck] = [shareOf('fine', index), shareOf('gives-up', index)];
    return { code, fine, stuck, passed: code === 'failed-submit' || fine >= LEAST_SHARE * stuck };
  });
}
