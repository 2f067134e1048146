// `npm run chaos`: faults by seed against real server processes, a checker over all of it, and broken servers that the checker must catch.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { VIOLATIONS } from './model/ledger.ts';
import { killMutant } from './mutants/kill-mutant.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { type Outcome, runChaos } from './run-chaos.ts';

const flags = z.object({
  messages: z.coerce.number().int().min(100).default(20_000),
  kills: z.coerce.number().int().min(0).default(10),
  seed: z.coerce.number().int().min(0).default(1),
  conversations: z.coerce.number().int().min(1).default(24),
  pace: z.coerce.number().min(1).max(20).default(8),
  mutants: z.boolean().default(false),
});

/** With `--mutants` each broken server is caught with several seeds, not by the luck of one. */
const MUTANT_SEEDS = 3;

const text = { type: 'string' } as const;

function readFlags() {
  const { values } = parseArgs({
    options: {
      messages: text,
      kills: text,
      seed: text,
      conversations: text,
      pace: text,
      mutants: { type: 'boolean' },
    },
  });
  return flags.parse(values);
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function judge({ ledger, counts, database, seconds }: Outcome): void {
  for (const sentence of ledger.sentences) tell(sentence);
  tell(
    `${database.messages} messages in ${database.conversations} conversations, ${ledger.readings} readings, ` +
      `${counts.stopped} tabs stopped and started again, ${seconds.toFixed(1)} s: ${JSON.stringify(counts.byKind)}`,
  );
}

async function killMutants(
  folder: string,
  seed: number,
  seeds: number,
): Promise<{ killed: number; all: number }> {
  let killed = 0;
  for (const [name, { breaks }] of Object.entries(MUTANTS)) {
    let caught = 0;
    for (let round = 0; round < seeds; round += 1) {
      if (await killMutant({ name, folder, seed: seed + round })) caught += 1;
    }
    if (caught === seeds) killed += 1;
    tell(`mutant ${name} (${breaks}): ${caught === seeds ? 'caught' : `caught ${caught} of ${seeds} times`}`);
  }
  return { killed, all: Object.keys(MUTANTS).length };
}

const { messages, kills, seed, conversations, pace, mutants } = readFlags();
const folder = mkdtempSync(join(tmpdir(), 'vangnet-chaos-'));
try {
  const outcome = await runChaos({
    messages,
    kills,
    seed,
    conversations,
    pace,
    folder,
    mutant: null,
    stopEarly: false,
    progress: tell,
  });
  judge(outcome);
  const broken = await killMutants(folder, seed, mutants ? MUTANT_SEEDS : 1);
  const { ledger, counts } = outcome;
  const found = Object.fromEntries(VIOLATIONS.map((name) => [name, ledger.counts[name]]));
  const figures = {
    messages,
    acked: ledger.accepted,
    ...found,
    kills: counts.kills,
    faults: counts.faults,
    reconnects: counts.reconnects,
    mutantsKilled: broken.killed,
    mutants: broken.all,
    storage: 'sqlite',
    seed,
    seconds: Math.round(outcome.seconds),
    faultsByKind: counts.byKind,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  const isClean = ledger.violations === 0 && broken.killed === broken.all && ledger.accepted >= messages;
  process.exitCode = isClean ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
