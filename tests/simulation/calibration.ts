// Gates on the simulator itself: its people must be as noisy as measured people (detection.md, section 2), and do when they are fine
// what they do when they are stuck (section 5, "leak gate"). A simulator that fails here says nothing about a detector.
import { type Observation, REASON_CODES, type ReasonCode } from '#protocol';
import { quantile } from './figures.ts';
import type { Question } from './forms.ts';
import type { Visit } from './visit.ts';
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

interface InFocus {
  field: string;
  from: number;
  away: number;
  first: number | undefined;
  deletions: number;
}

/** What a page could measure of one visit, from its observations alone: each question the first time, as long as it was never wrong. */
class Stopwatch {
  readonly #visit: Visit;
  readonly #kinds: ReadonlyMap<string, Question['kind']>;
  readonly #known = new Set<string>();
  #at: InFocus | undefined;
  #hiddenAt = 0;
  readonly filled: Filled[] = [];

  constructor(visit: Visit) {
    this.#visit = visit;
    this.#kinds = new Map(visit.form.steps.flat().map(({ field, kind }) => [field, kind]));
    for (const one of visit.observations) this.#take(one);
  }

  #take(one: Observation): void {
    const at = this.#at;
    if (one.type === 'hidden') this.#hiddenAt = one.t;
    else if (one.type === 'visible' && at) at.away += one.t - this.#hiddenAt;
    else if (one.type === 'focus')
      this.#at = { field: one.field, from: one.t, away: 0, first: undefined, deletions: 0 };
    else if (one.type === 'invalid') this.#known.add(one.field);
    else if (one.type === 'input' || one.type === 'choose')
      this.#edit(one.t, one.field, 'deleted' in one ? one.deleted : 0);
    else if (one.type === 'blur') this.#leave(one.t);
  }

  #edit(t: number, field: string, deleted: number): void {
    const at = this.#at;
    if (at?.field !== field) return;
    at.first ??= t;
    at.deletions += deleted;
  }

  #leave(t: number): void {
    const at = this.#at;
    const kind = at && this.#kinds.get(at.field);
    this.#at = undefined;
    if (!at || !kind || at.first === undefined || this.#known.has(at.field)) return;
    this.#known.add(at.field);
    const began = at.from + at.away;
    this.filled.push({
      visit: this.#visit.id,
      kind,
      seconds: (t - began) / 1_000,
      latency: this.#visit.inBursts ? undefined : (at.first - began) / 1_000,
      deletions: at.deletions,
    });
  }
}

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

/** Spread of ln(seconds) within and between people. */
function spreads(filled: readonly Filled[]): { within: number; between: number } {
  const byVisit = new Map<string, number[]>();
  for (const { visit, seconds } of filled) {
    const logs = byVisit.get(visit) ?? [];
    byVisit.set(visit, [...logs, Math.log(Math.max(0.3, seconds))]);
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
  const all = fine.flatMap(({ visit }) => new Stopwatch(visit).filled);
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
  const { within, between } = spreads(text);
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
