// One core of the simulation: runs the seeds that it is given, and reports after every few.
import { parentPort } from 'node:worker_threads';
import { countTo, playSeed } from './run-seed.ts';

export interface Share {
  from: number;
  to: number;
  /** Every how manieth seed: the workers share the row. */
  every: number;
  steps: number;
}

export type Report =
  | { done: number; gaps: number }
  | { failed: { seed: number; rule: string; what: string } };

const REPORT_EVERY = 50;

async function work({ from, to, every, steps }: Share, tell: (report: Report) => void): Promise<void> {
  const numbers = countTo(steps);
  let done = 0;
  let gaps = 0;
  for (let seed = from; seed < to; seed += every) {
    const outcome = await playSeed({ seed, steps: numbers });
    if (outcome.violation !== null) tell({ failed: { seed, ...outcome.violation } });
    gaps += outcome.gaps;
    done += 1;
    if (done < REPORT_EVERY) continue;
    tell({ done, gaps });
    done = 0;
    gaps = 0;
  }
  tell({ done, gaps });
}

const port = parentPort;
port?.once('message', (share: Share) => {
  void work(share, (report) => port.postMessage(report)).then(() => port.close());
});
