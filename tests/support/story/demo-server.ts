// The product as people run it: the real server process in demo mode, on a port and a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './free-port.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const READY_LINE = /^Script: (.*)$/m;

export interface DemoServer {
  readonly url: string;
  readonly dataDir: string;
  readonly tag: string;
  /** An unused sign-in link of `Anna`, `Bram`, `Chris` or `Dewi`: the printed one first, then fresh ones from the tour. */
  signInLink(who: string): Promise<string>;
  /** Everything that the process ever wrote: printed lines and log. */
  output(): string;
  /** kill -9: no goodbye. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  start(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  /** Stops and removes the data. */
  dispose(): Promise<void>;
}

interface DemoOptions {
  /** Origins on which the tag may run besides the demo's own. */
  origins?: readonly string[];
}

function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function waitForReady(child: ChildProcess, read: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => READY_LINE.test(read()) && resolve());
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} while starting:\n${read()}`)),
    );
  });
}

export async function startDemoServer(options: DemoOptions = {}): Promise<DemoServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'vangnet-story-'));
  let child: ChildProcess;
  let everything = '';
  let sinceStart = '';
  let used = new Set<string>();

  async function start(): Promise<void> {
    sinceStart = '';
    used = new Set();
    child = spawn(join(root, 'node_modules', '.bin', 'node'), ['server/main.ts', '--demo'], {
      cwd: root,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        VANGNET_DATA_DIR: dataDir,
        VANGNET_DEMO_ORIGINS: (options.origins ?? []).join(','),
        LOG_LEVEL: 'debug',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (data: Buffer): void => {
      everything += data.toString();
      sinceStart += data.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    await waitForReady(child, () => sinceStart);
  }

  function readLine(pattern: RegExp): string {
    const found = pattern.exec(sinceStart)?.[1];
    if (found === undefined) throw new Error(`The server did not print ${pattern}:\n${sinceStart}`);
    return found.trim();
  }

  async function signInLink(who: string): Promise<string> {
    const printed = readLine(new RegExp(`^Aanmelden als \\w+ ${who}: (.*)$`, 'm'));
    if (!used.has(who)) {
      used.add(who);
      return printed;
    }
    const tour = await (await fetch(`${url}/demo/uitleg/`)).text();
    const fresh = new RegExp(`href="([^"]*aanmelden#[^"]*)"(?:[^>]*>){1,2}[^<]*${who}`).exec(tour)?.[1];
    if (fresh === undefined) throw new Error(`The tour shows no sign-in link for ${who}.`);
    return new URL(fresh, url).href;
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    child.kill(signal);
    return waitForExit(child);
  }

  await start();
  return {
    url,
    dataDir,
    get tag() {
      return readLine(READY_LINE);
    },
    signInLink,
    output: () => everything,
    kill: async () => void (await end('SIGKILL')),
    start,
    stop: () => end('SIGTERM'),
    dispose: async () => {
      await end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
