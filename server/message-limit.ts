// S4: the pace of one citizen, counted in memory and answered at once: it is asked with every message.
import type { Clock, RateLimit } from './application/ports.ts';
import type { Allowance } from './rate-limits.ts';

interface Window {
  endsAt: number;
  used: number;
}

function countIn(window: Window, { points, seconds }: Allowance, now: number): number {
  if (now >= window.endsAt) {
    window.endsAt = now + seconds * 1_000;
    window.used = 0;
  }
  window.used += 1;
  return window.used > points ? Math.ceil(window.endsAt - now) : 0;
}

/** By the clock that only goes by: one that is set can neither lock a citizen out nor let one flood. */
export class MessageLimit implements RateLimit {
  readonly #allowances: readonly Allowance[];
  readonly #clock: Pick<Clock, 'passed'>;
  readonly #longestMs: number;
  /** Two generations: who wrote in neither has no window that still counts. */
  #recent = new Map<string, Window[]>();
  #older = new Map<string, Window[]>();
  #nextAt: number;

  constructor(allowances: readonly Allowance[], clock: Pick<Clock, 'passed'>) {
    this.#allowances = allowances;
    this.#clock = clock;
    this.#longestMs = Math.max(...allowances.map(({ seconds }) => seconds * 1_000));
    this.#nextAt = clock.passed() + this.#longestMs;
  }

  /** Every allowance must agree; the longest wait is the answer. */
  consume(key: string): number | null {
    const now = this.#clock.passed();
    const windows = this.#find(key, now);
    let wait = 0;
    for (const [index, allowance] of this.#allowances.entries()) {
      const window = windows[index];
      if (window) wait = Math.max(wait, countIn(window, allowance, now));
    }
    return wait === 0 ? null : wait;
  }

  #find(key: string, now: number): Window[] {
    if (now >= this.#nextAt) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#nextAt = now + this.#longestMs;
    }
    const known = this.#recent.get(key);
    if (known) return known;
    const windows =
      this.#older.get(key) ?? this.#allowances.map(() => ({ endsAt: Number.NEGATIVE_INFINITY, used: 0 }));
    this.#recent.set(key, windows);
    return windows;
  }
}
