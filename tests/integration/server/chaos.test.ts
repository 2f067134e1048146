// The small run of the fault harness: 20,000 messages, 10 kills and 60 other faults against real server processes, and every broken server caught.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const CHAOS = fileURLToPath(new URL('../../chaos/chaos.ts', import.meta.url));
/** 40 s on a quiet machine with two cores; the suite runs beside browsers. */
const TIMEOUT_MS = 240_000;

describe('[M2] [M3] [M5] [R1] [R2] [A5] under kills, cuts, holes, freezes, clock jumps and a full disk', () => {
  it('no message is lost, doubled, out of order or shown to others, and the checker catches every broken server', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const flags = ['--messages', '20000', '--kills', '10', '--seed', '1'];
    const run = promisify(execFile)(process.execPath, ['--no-warnings', CHAOS, ...flags]);
    const { stdout, stderr } = await run.catch((failed) => failed);
    const figures: unknown = JSON.parse(String(stdout) || '{}');
    expect(figures, String(stderr)).toMatchObject({
      messages: 20_000,
      acked: 20_000,
      lost: 0,
      duplicated: 0,
      reordered: 0,
      gaps: 0,
      leaks: 0,
      crashes: 0,
      stalled: 0,
      kills: 10,
      faults: 60,
      mutantsKilled: 5,
      mutants: 5,
      storage: 'sqlite',
      seed: 1,
    });
  });
});
