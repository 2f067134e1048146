// One core of the simulation: runs the seeds that it is given, and reports after every few.
import { parentPort } from 'node:worker_threads';
import { countTo, runSeed } from './run-seed.ts';

export interface Share {
  from: number;
  to: number;
  /** Every how manieth seed: the workers share the row. */
  every: number;
  steps: number;
}

export type Report = { done: number } | { failed: { seed: number; rule: string; what: string } };

const REPORT_EVERY = 50;

async function work({ from, to, every, steps }: Share, tell: (report: Report) => void): Promise<void> {
  const numbers = countTo(steps);
  let done = 0;
  for (let seed = from; seed < to; seed += every) {
    const violation = await runSeed({ seed, steps: numbers });
    if (violation !== null) tell({ failed: { seed, ...violation } });
    done += 1;
    if (done < REPORT_EVERY) continue;
    tell({ done });
    done = 0;
  }
  tell({ done });
}

const port = parentPort;
port?.once('message', (share: Share) => {
  void work(share, (report) => port.postMessage(report)).then(() => port.close());
});
