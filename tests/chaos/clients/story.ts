// One conversation from its first word to its last: two writing tabs, one reading tab, and whoever of the desk takes it.
import { randomBytes } from 'node:crypto';
import { CitizenTab } from './citizen-tab.ts';
import type { World } from './world.ts';

/** Writers of a story, for the order in which each one's words must stand. */
const WRITERS_PER_STORY = 4;
const START_AGAIN_MS = 500;

export interface Quota {
  eachTab: number;
  operator: number;
}

export class Story {
  readonly number: number;
  readonly organisation: number;
  readonly token = randomBytes(32).toString('base64url');
  readonly tabs: readonly CitizenTab[];
  readonly #world: World;
  /** Who closes it: the operator, or the citizen. */
  readonly endedBy: 'operator' | 'citizen';
  readonly done: Promise<void>;
  #finished = () => {};
  conversation: string | null = null;
  operatorLeft: number;
  /** Threads of operators that have not read this story to its end. */
  readonly reading = new Set<{ readonly isSaid: boolean }>();

  constructor(world: World, number: number, quota: Quota) {
    this.#world = world;
    this.number = number;
    this.organisation = number % world.organisations.length;
    this.endedBy = world.dice.roll() < 0.7 ? 'operator' : 'citizen';
    this.operatorLeft = quota.operator;
    this.tabs = [quota.eachTab, quota.eachTab, 0].map(
      (left, index) => new CitizenTab(world, this, { index, left }),
    );
    this.done = new Promise((resolve) => {
      this.#finished = resolve;
    });
  }

  get site(): string {
    return this.#world.organisations[this.organisation]?.site ?? '';
  }

  get origin(): string {
    return this.#world.organisations[this.organisation]?.origin ?? '';
  }

  writerNumber(index: number): number {
    return this.number * WRITERS_PER_STORY + index;
  }

  /** Everything was said and is surely in the log: time to close. */
  get isSaid(): boolean {
    const everyone = [...this.tabs, ...this.reading];
    return this.operatorLeft === 0 && everyone.every(({ isSaid }) => isSaid);
  }

  async open(): Promise<void> {
    while (this.conversation === null) this.conversation = await this.#ask();
    for (const tab of this.tabs) tab.start();
  }

  /** Said again as long as nobody hears of it: the word may be lost with a line. */
  endIfSaid(): void {
    if (this.endedBy === 'citizen' && this.isSaid) this.tabs[0]?.end();
  }

  tell(): string {
    const tabs = this.tabs.map((tab) => tab.tell()).join(', ');
    return `story ${this.number}: ${tabs}, ${this.operatorLeft} of the operator left, ${this.reading.size} desks reading`;
  }

  /** Called whenever someone has read on. */
  check(): void {
    if (this.reading.size > 0 || !this.tabs.every(({ mind }) => mind.closed)) return;
    for (const tab of this.tabs) tab.stop();
    this.#finished();
  }

  async #ask(): Promise<string | null> {
    const body = JSON.stringify({ token: this.token, offer: null, language: 'nl', context: null });
    try {
      const response = await fetch(`http://${this.#world.at}/v1/sites/${this.site}/conversations`, {
        method: 'POST',
        headers: { Origin: this.origin, 'Content-Type': 'text/plain' },
        body,
        signal: AbortSignal.timeout(2_000),
      });
      const answer: unknown = response.ok ? await response.json() : null;
      const conversation: unknown = Object(answer).conversation;
      if (typeof conversation === 'string') return conversation;
    } catch {
      // The line was cut or the server is down: the same token names the same conversation, so it is asked again.
    }
    await new Promise<void>((resolve) => this.#world.sockets.after(START_AGAIN_MS, resolve));
    return null;
  }
}
