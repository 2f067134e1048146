// One server process under test: loaded first, then told to serve, then killed, frozen or starved.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));
const LOAD_MUTANT = new URL('../mutants/load-mutant.ts', import.meta.url).href;
/** Beyond this offset no file may grow while the disk is "full": the log needs more at the first commit. */
const STARVED_BYTES = 4_096;
const SAID_KEPT = 4_000;

export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #loaded: Promise<unknown>;
  readonly #exit: Promise<unknown>;
  #said = '';
  #expectedEnd = false;

  constructor(env: Record<string, string>, mutant: string | null, crashed: (why: string) => void) {
    const preload = mutant === null ? [] : ['--import', LOAD_MUTANT];
    this.#child = spawn(process.execPath, ['--no-warnings', ...preload, SERVE], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...env, CHAOS_MUTANT: mutant ?? '' },
    });
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#said = (this.#said + data.toString()).slice(-SAID_KEPT);
    });
    this.#exit = once(this.#child, 'exit').then(([code, signal]) => {
      if (!this.#expectedEnd) crashed(`the server ended with ${code ?? signal}:\n${this.#said}`);
    });
    this.#loaded = this.#next();
    // Ended before anyone asked it to serve: whoever asks is told.
    this.#loaded.catch(() => {});
  }

  /** Resolves when it listens. `jumped`: how far the machine's clock has been moved so far. */
  async serve(jumped: number): Promise<void> {
    await this.#loaded;
    const serving = this.#next();
    this.#child.send({ jump: jumped });
    this.#child.send({ serve: true });
    await serving;
  }

  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child.kill(name);
  }

  jump(ms: number): void {
    this.#child.send({ jump: ms });
  }

  /** Starved: every write of a file fails (EFBIG, which SQLite takes like a full disk). */
  async starve(on: boolean): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const limit = on ? `${STARVED_BYTES}:` : 'unlimited:';
    await promisify(execFile)('prlimit', ['--pid', String(this.#child.pid), `--fsize=${limit}`]);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#expectedEnd = true;
    this.#child.kill(signal);
    await this.#exit;
  }

  async #next(): Promise<void> {
    const ended = this.#exit.then(() => {
      throw new Error(`The server did not start:\n${this.#said}`);
    });
    ended.catch(() => {});
    await Promise.race([once(this.#child, 'message'), ended]);
  }
}
