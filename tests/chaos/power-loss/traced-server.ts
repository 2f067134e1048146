// The real server process with strace beside it: every write, sync and removal of its threads is noted until it is killed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
const LOAD_MUTANT = new URL('../mutants/load-mutant.ts', import.meta.url).href;
const CALLS = 'pwrite64,write,writev,sendto,sendmsg,fsync,fdatasync,ftruncate,unlink,unlinkat';
/** A page of the log is 4,096 bytes; several frames for one socket leave together. */
const MOST_BYTES = 200_000;
/** The last line of a thread: everything before it is written. */
const ENDED = /^(\d+)\s+\+\+\+ (?:killed by|exited with)/gm;
const THREAD = /^(\d+)\s/gm;

const countThreads = (text: string, row: RegExp): number =>
  new Set([...text.matchAll(row)].map(([, thread]) => thread)).size;

export interface TracedServer {
  url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Null until the trace is complete. */
  readTrace(): string | null;
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The server has no stdout.');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Console: (http:\/\/[^/]+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The server did not start under strace.');
}

export async function startTracedServer(
  folder: string,
  port: number,
  variant: string,
): Promise<TracedServer> {
  if (spawnSync('strace', ['-V']).error) {
    throw new Error('strace is needed for the power-loss tests: apt-get install strace.');
  }
  const trace = join(folder, 'trace');
  // -D: the server is our child, strace its neighbour. -f: checkpoints have a thread of their own.
  const strace = ['-D', '-f', '-y', '-xx', '-s', String(MOST_BYTES), '-e', `trace=${CALLS}`, '-o', trace];
  const child = spawn(
    'strace',
    [...strace, process.execPath, '--no-warnings', '--import', LOAD_MUTANT, MAIN, '--demo'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        VANGNET_DATA_DIR: join(folder, 'data'),
        LOG_LEVEL: 'silent',
        CHAOS_MUTANT: variant,
      },
    },
  );
  const exit = once(child, 'exit');
  return {
    url: await readUrl(child),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    readTrace() {
      const text = readFileSync(trace, 'utf8');
      return text !== '' && countThreads(text, ENDED) === countThreads(text, THREAD) ? text : null;
    },
  };
}
