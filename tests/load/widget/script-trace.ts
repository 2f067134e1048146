// All script of the main thread, promises included: the browser's own script clock (`ScriptDuration`) leaves out what a promise continues.
import type { Browser } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** On the thread's own clock, which stands still while another program has the processor. In microseconds. */
  tts?: number;
  tdur?: number;
  args?: { name?: string };
}

const CATEGORIES = ['devtools.timeline'];
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);

/** One runs inside the other: time is counted once. In ms. */
export function sumScript(events: readonly TraceEvent[]): number {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const parts = events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && SCRIPT.has(name) && mains.has(`${pid}:${tid}`))
    .map(({ pid, tts = 0, tdur = 0 }) => ({ pid, from: tts, to: tts + tdur }))
    .sort((one, other) => one.pid - other.pid || one.from - other.from);
  let sum = 0;
  let last = { pid: -1, to: 0 };
  for (const { pid, from, to } of parts) {
    const start = pid === last.pid ? Math.max(from, last.to) : from;
    sum += Math.max(0, to - start);
    last = { pid, to: pid === last.pid ? Math.max(to, last.to) : to };
  }
  return sum / 1_000;
}

export interface ScriptTrace {
  /** Ends the trace; all script since its start, in ms. */
  stop(): Promise<number>;
}

export async function startScriptTrace(browser: Browser): Promise<ScriptTrace> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  return {
    async stop() {
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
      return sumScript(traceEvents);
    },
  };
}
