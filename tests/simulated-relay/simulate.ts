// npm run simulate:relay: many seeds on all cores, or one with its story; exit 1 and the shortest failing story when a rule breaks.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { countTo, runSeed, shrink } from './run-seed.ts';
import type { Report, Share } from './simulate-worker.ts';

/** Worlds live for some ms: with room enough they die young, which costs next to nothing. */
const YOUNG_MB = 96;

type Failure = Extract<Report, { failed: unknown }>['failed'];

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    steps: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});

function readCount(name: 'seeds' | 'steps' | 'from' | 'seed'): number {
  const count = Number(values[name]);
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`--${name} must be a whole number.`);
  return count;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Tells what breaks, in as few steps as still break it. */
async function explain(seed: number, steps: number): Promise<void> {
  const full = countTo(steps);
  const violation = await runSeed({ seed, steps: full });
  if (violation === null) return;
  say(`Seed ${seed} breaks ${violation.rule}: ${violation.what}. Looking for the shortest story…`);
  const fewest = await shrink({ seed, steps: full }, violation.rule);
  const trace: string[] = [];
  const shortest = await runSeed({ seed, steps: fewest, trace });
  for (const line of trace) say(line);
  say(`${shortest?.rule}: ${shortest?.what} (${fewest.length} of ${steps} steps)`);
}

async function replay(seed: number, steps: number): Promise<boolean> {
  const trace: string[] = [];
  const violation = await runSeed({ seed, steps: countTo(steps), trace });
  if (values.trace) for (const line of trace) say(line);
  else for (const line of trace.filter((told) => told.includes('  #'))) say(line);
  if (violation !== null) await explain(seed, steps);
  process.stdout.write(
    `${JSON.stringify({ seeds: 1, steps, violations: violation === null ? 0 : 1, seed, ...violation })}\n`,
  );
  return violation === null;
}

function runShare(share: Share, hear: (report: Report) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (report: Report) => hear(report));
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    worker.postMessage(share);
  });
}

async function runMany(from: number, seeds: number, steps: number): Promise<boolean> {
  const began = performance.now();
  const every = Math.min(availableParallelism(), Math.max(1, seeds));
  const failures: Failure[] = [];
  let done = 0;
  let told = 0;
  const hear = (report: Report): void => {
    if ('failed' in report) {
      failures.push(report.failed);
      say(`Seed ${report.failed.seed} breaks ${report.failed.rule}: ${report.failed.what}`);
      return;
    }
    done += report.done;
    if (done - told < seeds / 100) return;
    told = done;
    say(
      `${done} of ${seeds} seeds, ${Math.round((performance.now() - began) / 1_000)} s, ${failures.length} violations`,
    );
  };
  const shares = Array.from({ length: every }, (_, index) => ({
    from: from + index,
    to: from + seeds,
    every,
    steps,
  }));
  await Promise.all(shares.map((share) => runShare(share, hear)));
  const [first] = failures.sort((a, b) => a.seed - b.seed);
  if (first !== undefined) await explain(first.seed, steps);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const result = {
    seeds: done,
    steps,
    violations: failures.length,
    seconds,
    failing: failures.map(({ seed }) => seed),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return failures.length === 0 && done === seeds;
}

const steps = readCount('steps');
const isSound =
  values.seed === undefined
    ? await runMany(readCount('from'), readCount('seeds'), steps)
    : await replay(readCount('seed'), steps);
process.exitCode = isSound ? 0 : 1;
