// The real server as its own process, on the machine's clock and disk: for what only a process can show.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

export interface ServerProcess {
  child: ChildProcess;
  url: string;
  /** What was printed on stdout until it was up. */
  lines: string[];
  stderr: string[];
  exit: Promise<number | null>;
}

function spawnServer(args: string[], env: Record<string, string>): { child: ChildProcess; stderr: string[] } {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  const stderr: string[] = [];
  child.stderr?.on('data', (data: Buffer) => stderr.push(data.toString()));
  return { child, stderr };
}

const exitOf = async (child: ChildProcess): Promise<number | null> => (await once(child, 'exit'))[0];

export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const { child, stderr } = spawnServer(['--demo'], env);
  const exit = exitOf(child);
  const lines: string[] = [];
  if (!child.stdout) throw new Error('The server has no stdout.');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.startsWith('Script: ')) break;
  }
  const url = lines.find((line) => line.startsWith('Console: '))?.match(/http:\/\/[^/]+/)?.[0];
  if (!url) throw new Error(`The server did not start: ${stderr.join('')}`);
  return { child, url, lines, stderr, exit };
}

/** For a start that must fail: gives the exit code and what it said. */
export async function failToStart(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; stderr: string }> {
  const { child, stderr } = spawnServer(args, env);
  return { code: await exitOf(child), stderr: stderr.join('') };
}
