// A clock that moves only when a test turns it: due timers run in order, and everything they start is awaited by the test itself.
import type { Clock } from '../../../server/application/ports.ts';

interface Timer {
  at: number;
  every: number | null;
  act: () => void;
}

export class ManualClock implements Clock {
  #now: number;
  #set = 0;
  readonly #timers = new Set<Timer>();

  constructor(start = Date.UTC(2026, 10, 24, 10)) {
    this.#now = start;
  }

  now(): number {
    return this.#now + this.#set;
  }

  passed(): number {
    return this.#now;
  }

  /** Somebody sets the clock of the machine: no time passes. */
  set(ms: number): void {
    this.#set += ms;
  }

  after(ms: number, act: () => void): () => void {
    return this.#add({ at: this.#now + ms, every: null, act });
  }

  every(ms: number, act: () => void): () => void {
    return this.#add({ at: this.#now + ms, every: ms, act });
  }

  advance(ms: number): void {
    const until = this.#now + ms;
    for (let timer = this.#nextDue(until); timer; timer = this.#nextDue(until)) {
      this.#now = timer.at;
      if (timer.every === null) this.#timers.delete(timer);
      else timer.at += timer.every;
      timer.act();
    }
    this.#now = until;
  }

  /** The machine slept: time passed and no timer ran. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.at += ms;
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  #nextDue(until: number): Timer | null {
    const due = [...this.#timers].filter((timer) => timer.at <= until);
    return due.reduce<Timer | null>((first, timer) => (first && first.at <= timer.at ? first : timer), null);
  }
}
