// Seeded chance: the same seed gives the same people, on every machine.

export interface Chance {
  /** From 0 up to 1. */
  uniform(): number;
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  normal(): number;
  /** Median and spread of ln. */
  logNormal(median: number, spread: number): number;
  /** Seconds until the next of events that come `rate` times a second. */
  wait(rate: number): number;
  pick<T>(from: readonly T[]): T;
  /** A key of the table, by its weight. */
  draw<K extends string>(weights: Readonly<Record<K, number>>): K;
  whole(low: number, high: number): number;
}

/** sfc32 (PractRand): small, fast, and good enough for more numbers than we draw. */
export function createChance(...seeds: readonly number[]): Chance {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (const seed of seeds) {
    a ^= seed | 0;
    b = (b + Math.imul(seed | 0, 0x85ebca6b)) | 0;
    for (let turn = 0; turn < 12; turn += 1) next();
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    uniform: next,
    between: (low, high) => low + next() * (high - low),
    happens: (probability) => next() < probability,
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    wait: (rate) => (rate > 0 ? -Math.log(1 - next()) / rate : Number.POSITIVE_INFINITY),
    pick<T>(from: readonly T[]): T {
      const one = from[whole(0, from.length - 1)];
      if (one === undefined) throw new Error('Nothing to pick from.');
      return one;
    },
    draw<K extends string>(weights: Readonly<Record<K, number>>): K {
      let left = next() * Object.values<number>(weights).reduce((sum, weight) => sum + weight, 0);
      let last: K | undefined;
      for (const key in weights) {
        last = key;
        left -= weights[key];
        if (left < 0) break;
      }
      if (last === undefined) throw new Error('Nothing to draw from.');
      return last;
    },
    whole,
  };
}
