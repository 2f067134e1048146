// `npm run --silent ablate:detector`: what each signal adds, as a table for docs/detection.md: the model is fitted without it, and both are
// judged on the same visits, by people and for reasons that neither was fitted on.
import { parseArgs } from 'node:util';
import { REASON_CODES } from '#protocol';
import { MEETINGS } from '../../widget/detector/weights.ts';
import { intervalOfMean } from './bootstrap.ts';
import { createChance } from './chance.ts';
import { judge, offersAt, thresholdFor } from './figures.ts';
import { fitModel, type Model, type Pair, scoreAll, widthOf } from './model.ts';
import { watchPopulation } from './population-watched.ts';
import type { Watched } from './watched.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '77' }, sessions: { type: 'string', default: '8000' } },
});
const seed = Number(values.seed);
const sessions = Number(values.sessions);
const SHARE = 0.05;

/** The visits as they would be without this signal. */
function without(visits: readonly Watched[], signal: number): Watched[] {
  return visits.map((watched) => {
    const width = widthOf(watched);
    return { ...watched, found: watched.found.map((value, at) => (at % width === signal ? 0 : value)) };
  });
}

/** How well each visit was foretold: the sum over its ticks of ln(probability given to what came true). */
function foretell(visits: readonly Watched[], model: Model): number[] {
  return scoreAll(model, visits).map((etas, index) => {
    const truth = visits[index]?.truth;
    return etas.reduce((sum, eta, tick) => sum - Math.log1p(Math.exp(truth?.[tick] === 1 ? -eta : eta)), 0);
  });
}

/** 1 for who was found in time, 0 for who was not; only people who gave up. */
function findStuck(visits: readonly Watched[], model: Model): number[] {
  const etas = scoreAll(model, visits);
  const offers = offersAt(visits, etas, thresholdFor(visits, etas, SHARE));
  return offers
    .filter(({ watched }) => watched.visit.fate === 'gives-up')
    .map((offer) => judge(0, [offer]).recall);
}

const training = watchPopulation(seed + 1, sessions, 'training');
const visits = watchPopulation(seed, sessions, 'mixed');
const pairs: Pair[] = MEETINGS.map(([one, other]) => [one, other]);
const full = fitModel(training, { pairs });
const [foretold, found] = [foretell(visits, full), findStuck(visits, full)];
const chance = createChance(seed, 9);

const gain = (
  all: readonly number[],
  less: readonly number[],
): { mean: number; low: number; high: number } => {
  const gains = all.map((value, index) => value - (less[index] ?? 0));
  const [low, high] = intervalOfMean(gains, chance);
  return { mean: gains.reduce((sum, one) => sum + one, 0) / gains.length, low, high };
};
const show = ({ mean, low, high }: ReturnType<typeof gain>, times: number): string =>
  `${(mean * times).toFixed(1)} (${(low * times).toFixed(1)} to ${(high * times).toFixed(1)})`;

process.stdout.write(
  '| signal | foretells better by, nats per 100 visits | recall at 5 % false offers, points |\n|---|---|---|\n',
);
for (const [index, code] of REASON_CODES.entries()) {
  process.stderr.write(`without ${code}\n`);
  const model = fitModel(without(training, index), { pairs });
  const rest = without(visits, index);
  process.stdout.write(
    `| ${code} | ${show(gain(foretold, foretell(rest, model)), 100)} | ${show(gain(found, findStuck(rest, model)), 100)} |\n`,
  );
}
