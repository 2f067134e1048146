// What holds whatever happens, over 100,000 steps of anything at all.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '#protocol';
import { createDetector } from '../../../../widget/detector/detector.ts';
import { aField } from './session.ts';

const field = fc.constantFrom('a', 'b', 'c');
const maybeField: fc.Arbitrary<{ field?: string }> = fc.oneof(fc.record({ field }), fc.constant({}));
const constantly = fc.constantFrom;
const count = fc.nat(30);
type Untimed = Observation extends infer O ? (O extends unknown ? Omit<O, 't'> : never) : never;

/** Everything in the grammar, what is rare in life as often as what is not. */
const anything: fc.Arbitrary<Untimed> = fc.oneof(
  fc.record({ type: constantly('focus', 'blur', 'choose', 'invalid', 'valid'), field }),
  fc.record({ type: constantly('invalid', 'valid'), field }),
  fc.record({ type: constantly('submit', 'submit-failed') }),
  fc.record({ type: constantly('leave-top', 'resize') }),
  fc.record({ type: fc.constant('submitted') }),
  fc.record({ type: constantly('hidden', 'visible') }),
  fc.record({
    type: fc.constant('input'),
    field,
    inserted: count,
    deleted: count,
    how: constantly('type', 'paste', 'autofill', 'replace'),
  }),
  fc.record({ type: fc.constant('scroll'), dy: fc.double({ min: -2, max: 2, noNaN: true }) }),
  fc.record({
    type: fc.constant('press'),
    on: constantly('field', 'control', 'link', 'text', 'nothing'),
    x: count,
    y: count,
    effect: fc.boolean(),
  }),
  fc
    .tuple(constantly('label', 'help', 'submit', 'field'), fc.nat(9_000), maybeField)
    .map(([on, ms, at]) => ({ type: 'hover', on, ms, ...at }) as const),
  fc
    .tuple(constantly('label', 'help', 'text'), maybeField)
    .map(([on, at]) => ({ type: 'select-text', on, ...at }) as const),
  maybeField.map((at) => ({ type: 'help', ...at }) as const),
  fc.record({ type: fc.constant('copy'), on: constantly('label', 'help', 'text') }),
  fc.record({
    type: fc.constant('step'),
    step: constantly('een', 'twee'),
    fields: fc.constant([aField('a'), aField('b', 'radio')]),
  }),
);

const STEPS = 1_000;
const RUNS = 100;
/** Mostly moments, now and then long enough for an offer; never two things at once. */
const pause = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 1_500 }), weight: 8 },
  fc.integer({ min: 1, max: 12_000 }),
);
const stream = fc.array(fc.tuple(pause, anything), { minLength: STEPS, maxLength: STEPS, size: 'max' });

/** What the page itself knows, without the detector: when an offer is out of the question. */
function createConscience() {
  let [typed, returned] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [away, sent] = [false, false];
  return {
    hear({ t, type }: Observation) {
      if (type === 'input') typed = t;
      if (type === 'visible') returned = t;
      if (type === 'hidden' || type === 'visible') away = type === 'hidden';
      if (type === 'submitted' || type === 'step') sent = type === 'submitted';
    },
    forbids: (t: number) => away || sent || t - typed < 3_000 || t - returned < 6_000,
  };
}

describe('any stream of observations', () => {
  test('gives a probability, and no offer while typing, away, just back or sent', () => {
    let [steps, offers] = [0, 0];
    const live = (happenings: [number, Untimed][]) => {
      const detector = createDetector();
      const conscience = createConscience();
      const assess = (t: number) => {
        const { score, offer } = detector.assess(t);
        if (!(score > 0 && score < 1)) throw new Error(`A score of ${score} at ${t}.`);
        if (!offer) return;
        if (conscience.forbids(t)) throw new Error(`An offer at ${t}.`);
        offers += 1;
      };
      let [now, tick] = [0, 1_000];
      for (const [ms, told] of happenings) {
        now += ms;
        for (; tick < now; tick += 1_000) assess(tick);
        const observation: Observation = { t: now, ...told };
        conscience.hear(observation);
        detector.observe(observation);
        steps += 1;
      }
    };
    fc.assert(fc.property(stream, live), { seed: 5, numRuns: RUNS, endOnFailure: true });
    expect(steps).toBeGreaterThanOrEqual(STEPS * RUNS);
    // Otherwise there was nothing to forbid.
    expect(offers).toBeGreaterThan(1_000);
  });

  test('leaves no more behind after a hundred thousand than after ten thousand', () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: unknown = runInNewContext('gc');
    if (typeof collectGarbage !== 'function') throw new Error('This needs the garbage collector.');
    const [happenings] = fc.sample(stream, { seed: 6, numRuns: 1 });
    const detector = createDetector();
    let now = 0;
    const bytesAfter = (rounds: number): number => {
      for (let round = 0; round < rounds; round += 1) {
        for (const [, told] of happenings ?? []) {
          now += 500;
          detector.observe({ t: now, ...told });
          if (now % 1_000 === 0) detector.assess(now);
        }
      }
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = bytesAfter(10);
    // A single number kept of each would be 800 kB.
    expect(bytesAfter(100) - before).toBeLessThan(200_000);
  });
});
