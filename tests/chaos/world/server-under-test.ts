// The server as the run sees it: always one process that serves, and one that is loaded and waits for the next kill.
import { ServerProcess } from './server-process.ts';

export interface ServerPlan {
  port: number;
  dataDir: string;
  pace: number;
  /** Where Node keeps the code that it has read once. */
  codeCache: string;
  mutant: string | null;
  /** The process ended by itself. */
  crashed(why: string): void;
}

export class ServerUnderTest {
  readonly #plan: ServerPlan;
  readonly #origin = Date.now();
  #jumped = 0;
  #serving: ServerProcess | null = null;
  #standby: ServerProcess | null = null;

  constructor(plan: ServerPlan) {
    this.#plan = plan;
  }

  async start(): Promise<void> {
    const next = this.#standby ?? this.#load();
    this.#standby = null;
    this.#serving = next;
    await next.serve(this.#jumped);
    this.#standby = this.#load();
  }

  /** kill -9: no goodbye, and nothing of what it had in memory. */
  async kill(): Promise<void> {
    await this.#serving?.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#serving?.end('SIGTERM');
  }

  /** Whatever still runs. */
  async endAll(): Promise<void> {
    await this.#serving?.end('SIGKILL');
    await this.#standby?.end('SIGKILL');
  }

  freeze(): void {
    this.#serving?.signal('SIGSTOP');
  }

  thaw(): void {
    this.#serving?.signal('SIGCONT');
  }

  jump(ms: number): void {
    this.#jumped += ms;
    this.#serving?.jump(ms);
  }

  async starve(on: boolean): Promise<void> {
    await this.#serving?.starve(on);
  }

  #load(): ServerProcess {
    const { port, dataDir, pace, codeCache, mutant, crashed } = this.#plan;
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      VANGNET_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      NODE_COMPILE_CACHE: codeCache,
      CHAOS_PACE: String(pace),
      CHAOS_ORIGIN: String(this.#origin),
    };
    const loaded: ServerProcess = new ServerProcess(env, mutant, (why) => {
      crashed(why);
      // As a service manager does; the crash itself is a violation.
      if (this.#serving === loaded) this.start().catch(crashed);
    });
    return loaded;
  }
}
