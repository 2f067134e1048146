// Code that is not there yet: fetched once, and tried again for as long as somebody needs it (L6).
import { backoff } from '#protocol';
import type { Surroundings } from '../conversation/surroundings.ts';
import { fetchCode } from './fetch-code.ts';

export interface LateCodeOptions<Code> {
  /** Of a test; the browser's own otherwise. */
  surroundings: Pick<Surroundings, 'after' | 'random'> | undefined;
  load(): Promise<Code>;
  isNeeded(): boolean;
  came(code: Code): void;
  /** Not now; the next try is planned. */
  failed(): void;
  signal: AbortSignal;
}

const BROWSER: Pick<Surroundings, 'after' | 'random'> = {
  random: Math.random,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export class LateCode<Code> {
  readonly #options: LateCodeOptions<Code>;
  #isThere = false;
  #isAsking = false;
  #tries = 0;
  #cancelPlan = (): void => undefined;

  constructor(options: LateCodeOptions<Code>) {
    this.#options = options;
    const { signal } = options;
    addEventListener('online', () => this.#tries > 0 && this.#again(), { signal });
    signal.addEventListener('abort', () => this.#cancelPlan());
  }

  async fetch(): Promise<void> {
    if (this.#isThere || this.#isAsking) return;
    const { load, came, signal } = this.#options;
    this.#isAsking = true;
    this.#cancelPlan();
    const code = await fetchCode(load).catch(() => null);
    this.#isAsking = false;
    if (signal.aborted) return;
    if (code === null) return this.#wait();
    this.#isThere = true;
    came(code);
  }

  #wait(): void {
    const { surroundings = BROWSER, failed } = this.#options;
    this.#cancelPlan = surroundings.after(backoff(this.#tries, surroundings.random()), () => this.#again());
    this.#tries += 1;
    failed();
  }

  #again(): void {
    if (this.#options.isNeeded()) void this.fetch();
  }
}
