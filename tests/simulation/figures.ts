// What a detector is worth: who it found and in time, whom it bothered, and whether its probabilities are true.
import type { Persona } from './people.ts';
import type { Reason } from './trouble.ts';
import { offeredAt, type Watched } from './watched.ts';

/** A threshold and what it does to these visits. */
export interface Outcome {
  threshold: number;
  recall: number;
  falseOffers: number;
  premature: number;
  /** Seconds between offer and giving up. */
  lead: readonly number[];
  recallByReason: Partial<Record<Reason, number>>;
  falseOffersByPersona: Partial<Record<Persona, number>>;
  silentFound: number;
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

class Tally<K extends string> {
  readonly #counts = new Map<K, [number, number]>();
  add(key: K, hit: boolean): void {
    const [hits, all] = this.#counts.get(key) ?? [0, 0];
    this.#counts.set(key, [hits + (hit ? 1 : 0), all + 1]);
  }
  shares(): Partial<Record<K, number>> {
    const answer: Partial<Record<K, number>> = {};
    for (const [key, [hits, all]] of [...this.#counts].sort()) answer[key] = share(hits, all);
    return answer;
  }
}

export type Offers = readonly { watched: Watched; at: number | undefined }[];

export function judge(threshold: number, offers: Offers): Outcome {
  const reasons = new Tally<Reason>();
  const personas = new Tally<Persona>();
  const fates = new Tally<string>();
  const lead: number[] = [];
  let premature = 0;
  for (const { watched, at } of offers) {
    const { fate, reason, persona, stuckFrom, stuckUntil = 0 } = watched.visit;
    if (fate === 'fine') personas.add(persona, at !== undefined);
    if (stuckFrom === undefined || reason === undefined || fate !== 'gives-up') {
      fates.add(fate, at !== undefined);
      continue;
    }
    const early = at !== undefined && at < stuckFrom;
    const found = at !== undefined && !early && at <= stuckUntil;
    if (early) premature += 1;
    if (found) lead.push((stuckUntil - at) / 1_000);
    fates.add(fate, found);
    reasons.add(reason, found);
  }
  const all = fates.shares();
  return {
    threshold,
    recall: all['gives-up'] ?? 0,
    falseOffers: all['fine'] ?? 0,
    premature: share(premature, offers.filter(({ watched }) => watched.visit.fate === 'gives-up').length),
    lead,
    recallByReason: reasons.shares(),
    falseOffersByPersona: personas.shares(),
    silentFound: all['silent'] ?? 0,
  };
}

export const offersAt = (
  visits: readonly Watched[],
  etas: readonly Float32Array[],
  threshold: number,
): Offers =>
  visits.map((watched, index) => ({
    watched,
    at: offeredAt(watched, etas[index] ?? new Float32Array(0), threshold),
  }));

/** The lowest threshold at which no larger share of fine visits than this gets an offer. */
export function thresholdFor(
  visits: readonly Watched[],
  etas: readonly Float32Array[],
  falseOffers: number,
): number {
  const fine = visits.flatMap((watched, index) =>
    watched.visit.fate === 'fine' ? [{ watched, eta: etas[index] }] : [],
  );
  let [low, high] = [-12, 12];
  for (let turn = 0; turn < 24; turn += 1) {
    const middle = (low + high) / 2;
    const bothered = fine.filter(
      ({ watched, eta }) => eta && offeredAt(watched, eta, middle) !== undefined,
    ).length;
    if (share(bothered, fine.length) > falseOffers) low = middle;
    else high = middle;
  }
  return high;
}

export interface Calibration {
  /** 1 is perfect, 0 is no better than always saying the average. */
  brierSkill: number;
  /** Mean distance between what was said and what came true, in ten equal steps of probability. */
  ece: number;
}

export function calibrate(pairs: Iterable<readonly [probability: number, truth: number]>): Calibration {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, true: 0 }));
  let [n, hits, error] = [0, 0, 0];
  for (const [probability, truth] of pairs) {
    n += 1;
    hits += truth;
    error += (probability - truth) ** 2;
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (!bin) continue;
    bin.n += 1;
    bin.said += probability;
    bin.true += truth;
  }
  const base = hits / n;
  return {
    brierSkill: 1 - error / n / (base * (1 - base)),
    ece: bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / n,
  };
}

export function* tickPairs(
  visits: readonly Watched[],
  etas: readonly Float32Array[],
): Generator<readonly [number, number]> {
  for (const [index, { truth, ticks }] of visits.entries()) {
    const eta = etas[index];
    for (let tick = 0; eta && tick < ticks; tick += 1)
      yield [1 / (1 + Math.exp(-(eta[tick] ?? 0))), truth[tick] ?? 0];
  }
}
