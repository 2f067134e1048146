// Can the server store now? Refuses what it could not keep, tries again by itself, and tells everyone when that changes (T3).
import { trip, WHOLE, waitOf } from '../domain/circuit-breaker.ts';
import type { Clock, Disk, Log } from './ports.ts';
import { StoreUnavailable } from './ports.ts';

/** Writes under way: beyond these an ack would come too late to be worth waiting for. */
const MOST_FRAMES = 1_000;
const MOST_CHARS = 4 * 1024 * 1024;
/** A full queue passes within a commit; a low disk needs a person. */
const CROWDED_MS = 1_000;
const LOW_DISK_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

const ENDLESS_DISK: Disk = { isLow: false, look: () => undefined };

interface Parts {
  clock: Clock;
  log: Log;
  disk?: Disk;
  /** A real write: resolves when it is on disk. */
  probe?: () => Promise<void>;
}

export class StorageHealth {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #disk: Disk;
  readonly #probe: () => Promise<void>;
  #breaker = WHOLE;
  #probing = false;
  #told = true;
  #frames = 0;
  #chars = 0;

  constructor({ clock, log, disk = ENDLESS_DISK, probe = async () => undefined }: Parts) {
    this.#clock = clock;
    this.#log = log;
    this.#disk = disk;
    this.#probe = probe;
  }

  get isStoring(): boolean {
    return this.#breaker.failures === 0 && !this.#disk.isLow;
  }

  /** Null: write it, and call `settle` after. A number: not now, come back after so many ms. `growth` 0 makes room or needs none. */
  refuse(growth: number): number | null {
    const wait = waitOf(this.#breaker, this.#clock.now());
    if (wait !== null) return wait;
    if (growth > 0 && this.#disk.isLow) return LOW_DISK_MS;
    if (this.#frames >= MOST_FRAMES || this.#chars + growth > MOST_CHARS) return CROWDED_MS;
    this.#frames += 1;
    this.#chars += growth;
    return null;
  }

  /** Ms until it makes sense to come back after a failure. */
  get nextTry(): number {
    return waitOf(this.#breaker, this.#clock.now()) ?? 0;
  }

  settle(growth: number): void {
    this.#frames -= 1;
    this.#chars -= growth;
  }

  worked(): void {
    if (this.#breaker !== WHOLE) this.#breaker = WHOLE;
  }

  /** Without a cause the store was only full of work or closing: that says nothing of the disk. */
  failed(error: StoreUnavailable): void {
    if (error.cause === undefined) return;
    this.#breaker = trip(this.#breaker, this.#clock.now());
    this.#disk.look();
  }

  /** `changed` hears at most once a second whether everything can be stored. */
  begin(changed: (storing: boolean) => void): () => void {
    return this.#clock.every(LOOK_EVERY_MS, () => {
      this.#disk.look();
      this.#tryAgain();
      if (this.#told === this.isStoring) return;
      this.#told = this.isStoring;
      this.#log[this.#told ? 'info' : 'error']({ code: this.#told ? 'storing' : 'not-storing' }, 'store');
      changed(this.#told);
    });
  }

  /** Nobody may be writing: without this a store that works again would stay refused. */
  #tryAgain(): void {
    const due = this.#breaker.failures > 0 && waitOf(this.#breaker, this.#clock.now()) === null;
    if (!due || this.#probing) return;
    this.#probing = true;
    this.#probe()
      .then(() => this.worked())
      .catch((error: unknown) => {
        if (error instanceof StoreUnavailable) this.failed(error);
        else this.#log.error({ code: 'probe-failed' }, 'store');
      })
      .finally(() => {
        this.#probing = false;
      });
  }
}
