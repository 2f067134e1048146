// How long it will take until somebody at a place in the queue is helped: by how fast this organisation took people from it lately, as a
// range, and nothing at all when too little is known.

/** Somebody was taken from the queue. `gap`: how long nobody was taken before that, although somebody waited. */
export interface Take {
  readonly at: number;
  readonly gap: number;
}

/** Whole minutes. `to` null: more than an hour. */
export interface WaitRange {
  readonly from: number;
  readonly to: number | null;
}

/** Fewer say nothing; of more than the second the oldest no longer tell how it goes now. */
const LEAST_TAKES = 5;
const MOST_TAKES = 20;
/** The desk of an hour ago is another desk. */
const TOLD_BY_MS = 60 * 60_000;
const MINUTE = 60_000;
/** Steps that people think in: a wait said to the minute would promise what nobody can keep. */
const STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60] as const;
/** However evenly people were taken: the next conversation may be the long one. */
const LEAST_SPREAD = 0.3;
/** Evenly by chance is what queues are at worst; beyond it a range says nothing. */
const MOST_SPREAD = 1;

interface Pace {
  /** Of one place, in ms. */
  readonly mean: number;
  /** Of one gap, as a share of the mean. */
  readonly spread: number;
  readonly count: number;
}

function readPace(takes: readonly Take[], now: number): Pace | null {
  const last = takes.at(-1)?.at ?? 0;
  if (now - last > TOLD_BY_MS) return null;
  // Counted from the newest, not from now: what is known must not change by time alone.
  const gaps = takes.filter(({ at }) => last - at <= TOLD_BY_MS).map(({ gap }) => Math.max(0, gap));
  const count = gaps.length;
  if (count < LEAST_TAKES) return null;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / count;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / count;
  const spread = mean > 0 ? Math.sqrt(variance) / mean : 0;
  return { mean, spread: Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, spread)), count };
}

/** From the step below to the step above: never more exact than what it comes from. */
function toRange(low: number, high: number): WaitRange {
  const from = STEPS.findLast((step) => step * MINUTE <= low) ?? 0;
  const to = STEPS.find((step) => step > from && step * MINUTE >= high) ?? null;
  return { from, to };
}

/**
 * `idle`: how long nobody was taken now, although somebody waits. The present gap counts as at least that, so the wait that is told does not
 * get shorter by time that passes, only by people who are helped.
 */
export function expectWait(
  takes: readonly Take[],
  { place, idle, now }: { place: number; idle: number; now: number },
): WaitRange | null {
  const pace = readPace(takes, now);
  if (pace === null) return null;
  const { mean, spread, count } = pace;
  const usual = mean * place;
  const beyond = Math.max(0, idle - mean);
  // The sum of many gaps is surer than one, but never surer than what was seen of them.
  const blur = (gaps: number): number => 1 + spread * Math.sqrt(1 / gaps + 1 / count);
  const [ofAll, ofOne] = [blur(place), blur(1)];
  return toRange(usual / ofAll + beyond / ofOne, usual * ofAll + beyond * ofOne);
}

/** `since`: since when somebody waits. */
export function noteTake(takes: readonly Take[], since: number, now: number): Take[] {
  const before = takes.at(-1)?.at ?? since;
  return [...takes.slice(1 - MOST_TAKES), { at: now, gap: Math.max(0, now - Math.max(before, since)) }];
}
