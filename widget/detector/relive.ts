// Lets a detector live through what happened without it: observations in order, and a tick every second in between.
import type { Observation } from '#protocol';
import type { Assessment, Detector } from './detector.ts';

/** The detector is made for one assessment a second. */
const TICK_MS = 1_000;

/** From the first whole second after `since` up to and including `until`. Observations after `until` are left out. */
export function relive(
  detector: Detector,
  observations: readonly Observation[],
  span: { since?: number; until: number },
  onTick?: (t: number, assessment: Assessment) => void,
): void {
  let next = 0;
  const first = (Math.floor((span.since ?? 0) / TICK_MS) + 1) * TICK_MS;
  for (let t = first; t < span.until + TICK_MS; t += TICK_MS) {
    const end = Math.min(t, span.until);
    for (let one = observations[next]; one && one.t <= end; one = observations[next]) {
      detector.observe(one);
      next += 1;
    }
    if (t > span.until) return;
    const assessment = detector.assess(t);
    onTick?.(t, assessment);
  }
}
