// `npm run --silent bench:detector`: the detector as it is in the tree, on visits that it was not fitted on, a third of them by people
// and almost half of the trouble of kinds that the fit never saw. Progress and gates on stderr, one JSON object on stdout (contract, section 6).
import { parseArgs } from 'node:util';
import { REASON_CODES } from '#protocol';
import { THRESHOLDS } from '../../widget/detector/weights.ts';
import { BASELINES, type Baseline, RULES } from './baselines.ts';
import { intervalOfMean } from './bootstrap.ts';
import { checkLeaks, checkTimes } from './calibration.ts';
import { createChance } from './chance.ts';
import {
  calibrate,
  judge,
  type Offers,
  type Outcome,
  offersAt,
  quantile,
  thresholdFor,
  tickPairs,
} from './figures.ts';
import { fitModel, type Model, type Pair, scoreAll, shippedModel } from './model.ts';
import { SIMULATOR_VERSION } from './population.ts';
import { watchPopulation } from './population-watched.ts';
import type { Watched } from './watched.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '77' }, sessions: { type: 'string', default: '16000' } },
});
const seed = Number(values.seed);
const sessions = Number(values.sessions);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const round = (value: number, digits = 3): number => Number(value.toFixed(digits));
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const roundAll = (table: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, round(value)]));

function atShare(visits: readonly Watched[], model: Model, share: number): Outcome {
  const etas = scoreAll(model, visits);
  const threshold = thresholdFor(visits, etas, share);
  return judge(threshold, offersAt(visits, etas, threshold));
}

/** The best that can be had with no more false offers than this: very many of them come too early to count. */
const bestWithin = (visits: readonly Watched[], model: Model, share: number): number =>
  Math.max(...[share, share / 2, share / 4, share / 8].map((part) => atShare(visits, model, part).recall));

/** Never to happen, so counted over every offer at every threshold that is used. */
function countBadMoments(offers: Offers): { typing: number; hidden: number } {
  let [typing, hidden] = [0, 0];
  for (const { watched, at } of offers) {
    if (at === undefined) continue;
    const before = watched.visit.observations.filter(({ t }) => t <= at);
    if (before.some((one) => one.type === 'input' && one.t > at - 3_000)) typing += 1;
    if (before.findLast(({ type }) => type === 'hidden' || type === 'visible')?.type === 'hidden')
      hidden += 1;
  }
  return { typing, hidden };
}

const judgeRule = (visits: readonly Watched[], baseline: Baseline): Outcome =>
  judge(
    0,
    visits.map((watched) => ({ watched, at: RULES[baseline](watched.visit) })),
  );

function intervalOfRecall(visits: readonly Watched[], offers: Offers): [number, number] {
  const hits = offers.flatMap(({ watched, at }) => {
    const { fate, stuckFrom, stuckUntil = 0 } = watched.visit;
    if (fate !== 'gives-up' || stuckFrom === undefined) return [];
    return [at !== undefined && at >= stuckFrom && at <= stuckUntil ? 1 : 0];
  });
  return intervalOfMean(hits, createChance(seed, visits.length));
}

function sayGates(known: readonly Watched[], all: readonly Watched[]): void {
  say('\nIs the simulator noisy like people? (within 20 % of what was measured)');
  for (const { name, measured, simulated, passed } of checkTimes(known))
    say(`  ${passed ? 'yes' : 'NO '}  ${name}: measured ${measured}, simulated ${simulated.toFixed(2)}`);
  say('\nDo people who are fine do it too? (at least a fifth as often)');
  for (const { code, fine, stuck, passed } of checkLeaks(all))
    say(
      `  ${passed ? 'yes' : 'NO '}  ${code}: ${percent(fine)} of fine visits, ${percent(stuck)} of stuck ones`,
    );
}

function sayOracles(visits: readonly Watched[]): void {
  const training = watchPopulation(seed + 1, sessions, 'training');
  const all: Pair[] = REASON_CODES.flatMap((_, one) =>
    REASON_CODES.slice(0, one).map((_code, other): Pair => [other, one]),
  );
  say('\nYardsticks on the same signals, without our constraints:');
  for (const [name, pairs] of [
    ['linear', []],
    ['quadratic', all],
  ] as const) {
    const oracle = fitModel(training, { pairs, free: true });
    say(
      `  ${name}: recall ${round(atShare(visits, oracle, 0.05).recall)} at 5 %, ${round(atShare(visits, oracle, 0.02).recall)} at 2 %, Brier skill ${round(calibrate(tickPairs(visits, scoreAll(oracle, visits))).brierSkill)}`,
    );
  }
}

function sayOutcome(name: string, visits: readonly Watched[]): void {
  const etas = scoreAll(shippedModel, visits);
  for (const [sensitivity, threshold] of Object.entries(THRESHOLDS)) {
    const outcome = judge(threshold, offersAt(visits, etas, threshold));
    say(
      `  ${name}, ${sensitivity}: ${percent(outcome.falseOffers)} false offers, recall ${round(outcome.recall)}, silent leavers found ${percent(outcome.silentFound)}`,
    );
  }
}

say(`Detector on ${sessions} visits, seed ${seed}, simulator ${SIMULATOR_VERSION}.`);
const visits = watchPopulation(seed, sessions, 'mixed');
const known = watchPopulation(seed + 2, sessions / 2, 'known');
const strange = watchPopulation(seed + 3, sessions / 2, 'strange');
sayGates(known, visits);
sayOracles(visits);

const etas = scoreAll(shippedModel, visits);
const five = atShare(visits, shippedModel, 0.05);
const two = atShare(visits, shippedModel, 0.02);
const offers = offersAt(visits, etas, THRESHOLDS.normal);
const normal = judge(THRESHOLDS.normal, offers);
const { brierSkill, ece } = calibrate(tickPairs(visits, etas));
const bad = countBadMoments([
  ...offers,
  ...offersAt(visits, etas, THRESHOLDS.generous),
  ...offersAt(visits, etas, THRESHOLDS.reserved),
]);
const offersAtFive = offersAt(visits, etas, five.threshold);

say('\nAs shipped:');
sayOutcome('people as the fit saw them', known);
sayOutcome('strangers', strange);
const worst = Math.max(...Object.values(normal.falseOffersByPersona)) / normal.falseOffers;
say(
  `  recall at 5 %: ${round(five.recall)} (${intervalOfRecall(visits, offersAtFive)
    .map((end) => round(end))
    .join(' to ')}); worst persona ${worst.toFixed(2)}x the average`,
);
say(
  `  known only: ${round(atShare(known, shippedModel, 0.05).recall)} at 5 %, ${round(atShare(known, shippedModel, 0.02).recall)} at 2 %; strangers only: ${round(atShare(strange, shippedModel, 0.05).recall)}, ${round(atShare(strange, shippedModel, 0.02).recall)}`,
);
const baselines = Object.fromEntries(
  BASELINES.map((baseline) => {
    const { recall, falseOffers } = judgeRule(visits, baseline);
    say(
      `  ${baseline}: recall ${round(recall)} at ${percent(falseOffers)}; ours with no more false offers: ${round(bestWithin(visits, shippedModel, falseOffers))}`,
    );
    return [baseline, { recall: round(recall), falseOfferRate: round(falseOffers) }];
  }),
);

process.stdout.write(
  `${JSON.stringify({
    recallAt5: round(five.recall),
    recallAt2: round(two.recall),
    falseOfferRate: round(normal.falseOffers),
    leadP50: round(quantile(normal.lead, 0.5), 1),
    leadP25: round(quantile(normal.lead, 0.25), 1),
    premature: round(normal.premature),
    recallByReason: roundAll(five.recallByReason),
    falseOffersByPersona: roundAll(normal.falseOffersByPersona),
    brierSkill: round(brierSkill),
    ece: round(ece, 4),
    baselines,
    offersWhileTyping: bad.typing,
    offersWhileHidden: bad.hidden,
    sessions,
    seed,
  })}\n`,
);
