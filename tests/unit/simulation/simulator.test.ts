// The simulator that the detector is fitted and judged on: the same people every time, in the grammar, and as noisy as people are.
import { describe, expect, test } from 'vitest';
import { THRESHOLDS } from '../../../widget/detector/weights.ts';
import { checkLeaks, checkTimes } from '../../simulation/calibration.ts';
import { judge, offersAt } from '../../simulation/figures.ts';
import { fitLogistic } from '../../simulation/logistic.ts';
import { scoreAll, shippedModel } from '../../simulation/model.ts';
import { makePopulation } from '../../simulation/population.ts';
import { watchPopulation } from '../../simulation/population-watched.ts';

describe('visits', () => {
  test('are the same for the same seed, and others for another', () => {
    const make = (seed: number) => JSON.stringify([...makePopulation(seed, 20, 'mixed')]);
    expect(make(3)).toBe(make(3));
    expect(make(3)).not.toBe(make(4));
  });

  test('tell their observations in order, until the end', () => {
    for (const { observations, endAt } of makePopulation(5, 200, 'mixed')) {
      const times = observations.map(({ t }) => t);
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(endAt).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
    }
  });

  test('are about fields that a step announced', () => {
    for (const { observations } of makePopulation(5, 200, 'mixed')) {
      const announced = observations.flatMap((one) =>
        one.type === 'step' ? one.fields.map(({ field }) => field) : [],
      );
      const named = observations.flatMap((one) => ('field' in one && one.field ? one.field : []));
      expect(announced).toEqual(expect.arrayContaining(named));
    }
  });

  test('of who gets stuck say when, and nobody else does', () => {
    for (const { fate, reason, stuckFrom, stuckUntil } of makePopulation(6, 400, 'mixed')) {
      const isStuck = fate === 'gives-up' || fate === 'recovers';
      expect([stuckFrom !== undefined, stuckUntil !== undefined, reason !== undefined]).toEqual([
        isStuck,
        isStuck,
        isStuck,
      ]);
    }
  });
});

describe('gates', () => {
  const known = watchPopulation(79, 4_000, 'known');

  test('times are within a fifth of what was measured', () => {
    expect(checkTimes(known).filter(({ passed }) => !passed)).toEqual([]);
  });
  test('people who are fine do everything too', () => {
    expect(checkLeaks(known).filter(({ passed }) => !passed)).toEqual([]);
  });
  test('a simulator whose people are all alike is caught', () => {
    const alike = known.filter(({ visit }) => visit.persona === 'fast');
    expect(checkTimes(alike).some(({ passed }) => !passed)).toBe(true);
  });
});

describe('the detector as shipped', () => {
  test('bothers between 3 and 6 % of people it was not fitted on, and finds seven in ten of who is stuck', () => {
    const visits = watchPopulation(78, 3_000, 'mixed');
    const { falseOffers, recall } = judge(
      0,
      offersAt(visits, scoreAll(shippedModel, visits), THRESHOLDS.normal),
    );
    expect(falseOffers).toBeGreaterThan(0.03);
    expect(falseOffers).toBeLessThan(0.06);
    expect(recall).toBeGreaterThan(0.7);
  });
});

describe('the fit', () => {
  const rows = (() => {
    const values = Float32Array.from({ length: 4_000 }, (_, at) => ((at * 7919) % 997) / 997);
    const truth = Uint8Array.from({ length: 2_000 }, (_, row) => {
      const eta = 3 * (values[row * 2] ?? 0) - 2 * (values[row * 2 + 1] ?? 0) - 0.5;
      return 1 / (1 + Math.exp(-eta)) > ((row * 104_729) % 1_009) / 1_009 ? 1 : 0;
    });
    return { width: 2, values, truth, weight: new Float32Array(2_000).fill(1) };
  })();
  const NO_PRIOR = { weights: [], pull: 0 };

  test('finds the weights that made the data', () => {
    const { intercept, weights } = fitLogistic(rows, [], NO_PRIOR);
    expect(weights[0]).toBeCloseTo(3, 0);
    expect(weights[1]).toBeCloseTo(-2, 0);
    expect(intercept).toBeCloseTo(-0.5, 0);
  });
  test('keeps to its bounds, and to what is thought beforehand when that weighs more', () => {
    const bound = { low: 0, high: 1 };
    expect(fitLogistic(rows, [bound, bound], NO_PRIOR).weights).toEqual([1, 0]);
    expect(fitLogistic(rows, [], { weights: [1, 1], pull: 1e6 }).weights[0]).toBeCloseTo(1, 1);
  });
});
