// Starts a contender as its own process on the server's core, and asks its gauge.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import server from '../../server/node-flags.json' with { type: 'json' };

/** The contender has this core for itself, the load generator the next one. */
const SERVER_CORE = '0';
export const LOAD_CORE = '1';

const GAUGE = new URL('./contenders/gauge.ts', import.meta.url).href;
const FILES = {
  raw: new URL('./contenders/raw-forward.ts', import.meta.url),
  plain: new URL('./contenders/plain-relay.ts', import.meta.url),
  durable: new URL('./contenders/durable.ts', import.meta.url),
} as const;
export type ContenderName = keyof typeof FILES;

interface Gauge {
  rss: number;
  /** Computing done by the process since its start: unlike the clock, not slowed by a busy machine. */
  cpuMs: number;
  delayP99: number;
  delayMax: number;
}

export interface Contender {
  port: number;
  /** Link with which an operator signs in, where there are operators. */
  signIn: string;
  resetGauge(): void;
  readGauge(): Promise<Gauge>;
  end(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export const isPinned = process.platform === 'linux' && availableParallelism() > 1;

async function hear(child: ChildProcess): Promise<Record<string, unknown>> {
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`A contender ended with ${code}.`);
  });
  const [said] = await Promise.race([once(child, 'message'), failed]);
  return said;
}

export async function startContender(
  name: ContenderName,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<Contender> {
  const node = [
    '--expose-gc',
    // All three: what helps the product helps the others as well.
    ...server.flags,
    '--import',
    GAUGE,
    fileURLToPath(FILES[name]),
    `${port}`,
    dataDir,
  ];
  const [command, ...args] = isPinned
    ? ['taskset', '-c', SERVER_CORE, process.execPath, ...node]
    : [process.execPath, ...node];
  const child = spawn(command ?? '', args, { stdio: ['ignore', 2, 2, 'ipc'] });
  const exited = once(child, 'exit');
  const { signIn } = await hear(child);
  return {
    port,
    signIn: String(signIn ?? ''),
    resetGauge: () => child.send('reset'),
    async readGauge() {
      child.send('measure');
      const { rss, cpuMs, delayP99, delayMax } = await hear(child);
      return {
        rss: Number(rss),
        cpuMs: Number(cpuMs),
        delayP99: Number(delayP99),
        delayMax: Number(delayMax),
      };
    },
    async end() {
      child.send('end');
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
