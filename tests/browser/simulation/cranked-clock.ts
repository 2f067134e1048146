// Runs in the page: a clock that only moves when it is cranked, for everything the widget's senses ask the time of.

interface Timer {
  id: number;
  at: number;
  run: () => void;
}

export interface CrankedClock {
  /** Lets time pass up to `t`, running every timer at its own moment. */
  crank(t: number): Promise<void>;
}

/** What the page changed is told to its observers in a microtask. */
const settle = () => Promise.resolve();

/** To be called before anything else on the page looks at a clock. */
export function crankClock(): CrankedClock {
  let now = 0;
  let made = 0;
  let timers: Timer[] = [];
  const later = (run: () => void, ms = 0): number => {
    made += 1;
    timers.push({ id: made, at: now + ms, run });
    return made;
  };
  const forget = (id: number) => {
    timers = timers.filter((timer) => timer.id !== id);
  };
  Object.assign(window, { setTimeout: later, clearTimeout: forget });
  Object.defineProperty(performance, 'now', { value: () => now });
  Object.defineProperty(Event.prototype, 'timeStamp', { get: () => now });

  return {
    async crank(t) {
      await settle();
      for (;;) {
        const [due] = timers.filter(({ at }) => at <= t).sort((a, b) => a.at - b.at || a.id - b.id);
        if (!due) break;
        forget(due.id);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = Math.max(now, t);
    },
  };
}
