// npm run bench:server: the product's durable path beside a plain relay and a raw forward, in one run, on one core; then the idle crowd.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contender, type ContenderName, isPinned, LOAD_CORE, startContender } from './contender.ts';
import { IdleCrowd } from './idle-crowd.ts';
import { type Grouping, pace, saturate } from './pairs.ts';
import { startCitizens } from './people.ts';

const FIRST_PORT = Number(process.env['BENCH_PORT'] ?? 22_000);
const ROUNDS = 5;
const PACED_SECONDS = 4;
/** Messages a second that come one by one: far beyond any gemeente, and below the capacity of all. */
const SINGLES_PER_SECOND = 5_000;
/** A round lasts two to three seconds on every contender. */
const MESSAGES: Record<ContenderName, number> = { raw: 150_000, plain: 100_000, durable: 48_000 };
const CONTENDERS = ['raw', 'plain', 'durable'] as const;
const CITIZENS = 10_000;
/** Descriptors that are not citizens: files, pipes, a margin. */
const OTHER_DESCRIPTORS = 500;
/** The crowd sits a while before it is weighed: a second tick, and no handshake is left half done. */
const SETTLE_MS = 2_000;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Node raises its own soft limit to the hard one; beyond that the crowd is smaller, and says so. */
function countCitizens(): number {
  if (process.platform !== 'linux') return CITIZENS;
  const hard = /Max open files\s+\d+\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  return Math.min(CITIZENS, Number(hard ?? CITIZENS) - OTHER_DESCRIPTORS);
}

async function race(contenders: Record<ContenderName, Contender>) {
  const rates: Record<ContenderName, number[]> = { raw: [], plain: [], durable: [] };
  // The first round warms the compilers up and does not count, here and below.
  for (let number = 0; number <= ROUNDS; number++) {
    for (const name of CONTENDERS) {
      const rate = await saturate(name, contenders[name], MESSAGES[name]);
      if (number > 0) rates[name].push(rate);
      say(`${number === 0 ? 'warm-up' : `round ${number}`} ${name}: ${round(rate)} messages/s`);
    }
  }
  return { raw: median(rates.raw), plain: median(rates.plain), durable: median(rates.durable) };
}

async function timeAnswers(
  contenders: Record<ContenderName, Contender>,
  { rate, grouping }: { rate: number; grouping: Grouping },
) {
  const p50: Record<'plain' | 'durable', number[]> = { plain: [], durable: [] };
  const p99: Record<'plain' | 'durable', number[]> = { plain: [], durable: [] };
  for (let number = 0; number <= ROUNDS; number++) {
    for (const name of ['plain', 'durable'] as const) {
      const waits = await pace(name, contenders[name], { rate, seconds: PACED_SECONDS, grouping });
      const [half, most] = [percentile(waits, 0.5), percentile(waits, 0.99)];
      if (number > 0) {
        p50[name].push(half);
        p99[name].push(most);
      }
      const which = number === 0 ? 'warm-up' : `round ${number}`;
      say(`${which} ${name}, ${round(rate)}/s: p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms`);
    }
  }
  return {
    ackP50: round(median(p50.durable), 2),
    ackP99: round(median(p99.durable), 2),
    plainP50: round(median(p50.plain), 2),
    plainP99: round(median(p99.plain), 2),
    latencyRatio: round(median(p99.durable) / median(p99.plain), 2),
  };
}

async function raceAll(dataDir: string) {
  const [raw, plain, durable] = await Promise.all(
    CONTENDERS.map((name, index) => startContender(name, { port: FIRST_PORT + index, dataDir })),
  );
  if (!raw || !plain || !durable) throw new Error('A contender is missing.');
  const contenders = { raw, plain, durable };
  const rates = await race(contenders);
  const answers = await timeAnswers(contenders, { rate: rates.durable / 2, grouping: 'window' });
  const singles = await timeAnswers(contenders, { rate: SINGLES_PER_SECOND, grouping: 'one' });
  await Promise.all([raw.kill(), plain.kill(), durable.kill()]);
  return {
    durableThroughput: round(rates.durable),
    plainRelayThroughput: round(rates.plain),
    rawForwardThroughput: round(rates.raw),
    ratio: round(rates.durable / rates.plain, 3),
    rawRatio: round(rates.durable / rates.raw, 3),
    ...answers,
    singles: { perSecond: SINGLES_PER_SECOND, ...singles },
  };
}

async function weighCrowd(dataDir: string) {
  const options = { port: FIRST_PORT + CONTENDERS.length, dataDir };
  const count = countCitizens();
  say(`${count} citizens: each starts a conversation`);
  const opener = await startContender('durable', options);
  const citizens = await startCitizens(options.port, count);
  await opener.kill();
  const first = await startContender('durable', options);
  const crowd = new IdleCrowd(options.port, citizens);
  const { rss: empty } = await first.readGauge();
  await crowd.come();
  await pause(SETTLE_MS);
  const { rss: full } = await first.readGauge();
  const connections = crowd.here;
  say(`${connections} here: ${round(empty / 1e6)} MB grew to ${round(full / 1e6)} MB; now kill -9`);
  await first.kill();
  const killedAt = performance.now();
  const second = await startContender('durable', options);
  await crowd.allBack();
  const stormRecoveryMs = performance.now() - killedAt;
  const storm = await second.readGauge();
  say(`all back after ${round(stormRecoveryMs)} ms`);
  crowd.leave();
  await second.kill();
  return {
    bytesPerIdleConnection: round((full - empty) / connections),
    connections,
    rssMb: round(full / 1e6),
    stormRecoveryMs: round(stormRecoveryMs),
    eventLoopDelayP99: round(storm.delayP99, 1),
    eventLoopDelayMax: round(storm.delayMax, 1),
  };
}

if (isPinned) {
  execFileSync('taskset', ['-a', '-c', '-p', LOAD_CORE, `${process.pid}`], { stdio: 'ignore' });
}
const folder = mkdtempSync(join(tmpdir(), 'vangnet-bench-'));
try {
  const speed = await raceAll(join(folder, 'race'));
  const crowd = await weighCrowd(join(folder, 'crowd'));
  const result = { ...speed, ...crowd, storage: 'sqlite', pinned: isPinned, rounds: ROUNDS };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
