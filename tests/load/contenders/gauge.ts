// Preloaded into a contender: measures the process from the inside when asked, and changes nothing in it.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The monitor's timer; its own interval is part of what it records, and is taken off. */
const RESOLUTION_MS = 5;
const NS_PER_MS = 1e6;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

const readDelay = (ns: number): number => Math.max(0, ns / NS_PER_MS - RESOLUTION_MS);

process.on('message', (asked) => {
  if (asked === 'reset') delay.reset();
  // An ordinary end, so that a profile (--cpu-prof) is written.
  if (asked === 'end') process.exit(0);
  if (asked !== 'measure') return;
  const cpu = process.cpuUsage();
  // As V8 itself does when memory is asked for: what is left is what is needed.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  process.send?.({
    rss: process.memoryUsage.rss(),
    cpuMs: (cpu.user + cpu.system) / 1_000,

    delayP99: readDelay(delay.percentile(99)),
    delayMax: readDelay(delay.max),
  });
});
// Who asked is gone: nobody needs this contender any more.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
