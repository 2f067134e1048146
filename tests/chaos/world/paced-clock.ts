// The clock of a server process under test: runs `pace` times as fast as the machine's, and jumps when it is told to.
import type { Clock } from '../../../server/application/ports.ts';

const realNow = Date.now;

export interface PacedClock extends Clock {
  jump(ms: number): void;
}

/** `origin` is the same for every process of a run, so that a restart does not turn the clock back. */
export function installPacedClock(pace: number, origin: number): PacedClock {
  let shift = 0;
  // Not only our port: what libraries read is the machine's clock too.
  Date.now = () => Math.round(origin + (realNow() - origin) * pace + shift);
  return {
    now: () => Date.now(),
    passed: () => performance.now() * pace,
    after(ms, act) {
      const timer = setTimeout(act, ms / pace).unref();
      return () => clearTimeout(timer);
    },
    every(ms, act) {
      const timer = setInterval(act, ms / pace).unref();
      return () => clearInterval(timer);
    },
    jump(ms) {
      shift += ms;
    },
  };
}
