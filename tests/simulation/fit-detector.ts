// `npm run fit:detector`: fits the weights of the detector on simulated visits and writes them to widget/detector/weights.ts.
// Same seed, same simulator, same file. What it optimises and under which constraints: docs/detection.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REASON_CODES } from '#protocol';
import { calibrate, judge, offersAt, thresholdFor, tickPairs } from './figures.ts';
import { fitModel, type Model, type Pair, recalibrate, scoreAll } from './model.ts';
import type { Persona } from './people.ts';
import { SIMULATOR_VERSION } from './population.ts';
import { watchPopulation } from './population-watched.ts';
import type { Watched } from './watched.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '2026' }, visits: { type: 'string', default: '10000' } },
});
const seed = Number(values.seed);
const count = Number(values.visits);

/** Share of false offers that each sensitivity stands for, on people as the fit saw them. */
const SENSITIVITIES = { reserved: 0.028, normal: 0.052, generous: 0.11 };
/** At which the fit weighs people against each other. */
const OPERATING = SENSITIVITIES.normal;
/** Rounds in which those who are bothered more than average come to count more. */
const FAIR_ROUNDS = 4;
const MOST_COUNTED = 3;
/** Signals that meet: at most so many, and each must make the recall on visits beside the fit better by this. */
const MOST_MEETINGS = 3;
const WORTH = 0.001;
/** At one share of false offers recall is a matter of a few visits: the mean over these tells more. */
const SHARES = [0.01, 0.02, 0.03, 0.05, 0.08];
/** A weight below this is nothing. */
const NOTHING = 0.03;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const nameOf = (index: number): string => REASON_CODES[index] ?? 'progress';

/** Whoever is stranded gets an offer, wherever the threshold comes to lie. */
const alwaysStranded = (model: Model): Model => ({ ...model, stranded: Number.POSITIVE_INFINITY });

/** The fairness constraint: whose false offers are above average counts more, until nobody stands out. */
function fitFairly(visits: readonly Watched[], pairs: readonly Pair[]): Model {
  const counts = new Map<Persona, number>();
  const weightOf = ({ visit }: Watched) => counts.get(visit.persona) ?? 1;
  let model = fitModel(visits, { pairs });
  for (let round = 0; round < FAIR_ROUNDS; round += 1) {
    const etas = scoreAll(alwaysStranded(model), visits);
    const { falseOffers, falseOffersByPersona } = judge(
      0,
      offersAt(visits, etas, thresholdFor(visits, etas, OPERATING)),
    );
    for (const [persona, share] of Object.entries(falseOffersByPersona) as [Persona, number][]) {
      const ratio = share / falseOffers;
      const next = (counts.get(persona) ?? 1) * ratio;
      counts.set(persona, Math.min(MOST_COUNTED, Math.max(1 / MOST_COUNTED, next)));
    }
    model = fitModel(visits, { pairs, weightOf });
  }
  const etas = scoreAll(alwaysStranded(model), visits);
  const fair = judge(0, offersAt(visits, etas, thresholdFor(visits, etas, OPERATING)));
  say(
    `false offers: ${Object.entries(fair.falseOffersByPersona)
      .map(([persona, share]) => `${persona} ${share.toFixed(3)}`)
      .join(', ')}`,
  );
  say(`counted: ${[...counts].map(([persona, weight]) => `${persona} ${weight.toFixed(2)}`).join(', ')}`);
  return recalibrate(model, visits);
}

const recallOf = (model: Model, visits: readonly Watched[]): number => {
  const etas = scoreAll(model, visits);
  const recalls = SHARES.map(
    (share) => judge(0, offersAt(visits, etas, thresholdFor(visits, etas, share))).recall,
  );
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
};

/** The meetings that tell most, found by fitting all of them at once, and kept as long as recall beside the fit grows. */
function chooseMeetings(visits: readonly Watched[], beside: readonly Watched[]): Pair[] {
  const all: Pair[] = REASON_CODES.flatMap((_, one) =>
    REASON_CODES.slice(0, one).map((_code, other): Pair => [other, one]),
  );
  const ranked = [...fitModel(visits, { pairs: all }).meetings].sort((a, b) => b[2] - a[2]).slice(0, 16);
  let chosen: Pair[] = [];
  let best = recallOf(fitModel(visits, { pairs: chosen }), beside);
  say(`no meetings: ${best.toFixed(4)}`);
  for (const [one, other] of ranked) {
    if (chosen.length === MOST_MEETINGS) break;
    const tried: Pair[] = [...chosen, [one, other]];
    const recall = recallOf(fitModel(visits, { pairs: tried }), beside);
    say(`${nameOf(one)} + ${nameOf(other)}: ${recall.toFixed(4)}`);
    if (recall < best + WORTH) continue;
    chosen = tried;
    best = recall;
  }
  return chosen;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function roundModel({ intercept, weights, meetings }: Model): Model {
  return {
    intercept: round(intercept),
    weights: weights.map((weight) => (Math.abs(weight) < NOTHING ? 0 : round(weight))),
    meetings: meetings.flatMap(([one, other, weight]) =>
      weight < NOTHING ? [] : [[one, other, round(weight)] as const],
    ),
  };
}

function write(
  { intercept, weights, meetings }: Model,
  thresholds: Record<string, number>,
  figures: string,
): void {
  const lines = REASON_CODES.map((code, index) => `  ${weights[index]}, // ${code}`);
  const met = meetings.map(
    ([one, other, weight]) => `  [${one}, ${other}, ${weight}], // ${nameOf(one)} + ${nameOf(other)}`,
  );
  const text = `// Log-odds of the additive model. Written by \`npm run fit:detector\`, never by hand: seed ${seed}, simulator ${SIMULATOR_VERSION}, ${count} visits.
// ${figures}
import type { Sensitivity } from '#protocol';

export const INTERCEPT = ${intercept};
/** The counterweight: who is filling in is not stuck. */
export const PROGRESS = ${weights.at(-1)};
/** In the order of the protocol's reasons. */
export const WEIGHTS: readonly number[] = [
${lines.join('\n')}
];
/** Two signals that meet: their places in the order of the reasons, and what their meeting adds. */
export const MEETINGS: readonly (readonly [number, number, number])[] = [
${met.join('\n')}
];
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = {
${Object.entries(thresholds)
  .map(([name, threshold]) => `  ${name}: ${threshold},`)
  .join('\n')}
};
`;
  writeFileSync(fileURLToPath(new URL('../../widget/detector/weights.ts', import.meta.url)), text);
}

say(`Fitting: seed ${seed}, simulator ${SIMULATOR_VERSION}, ${count} visits.`);
const visits = watchPopulation(seed, count, 'training');
const beside = watchPopulation(seed + 1, count, 'training');
const pairs = chooseMeetings(visits, beside);
const model = roundModel(fitFairly(visits, pairs));
// Someone stranded gets an offer at normal, so not where fewer offers are asked for.
const within = scoreAll(alwaysStranded(model), beside);
const normal = round(thresholdFor(beside, within, SENSITIVITIES.normal));
const etas = scoreAll({ ...model, stranded: normal }, beside);
const thresholds = {
  reserved: round(thresholdFor(beside, etas, SENSITIVITIES.reserved)),
  normal,
  generous: round(thresholdFor(beside, within, SENSITIVITIES.generous)),
};
const { recall, falseOffers } = judge(0, offersAt(beside, etas, normal));
const { brierSkill } = calibrate(tickPairs(beside, etas));
const figures = `Beside the fit: recall ${recall.toFixed(3)} at ${(falseOffers * 100).toFixed(1)} % false offers (normal), Brier skill ${brierSkill.toFixed(2)}.`;
write(model, thresholds, figures);
say(figures);
