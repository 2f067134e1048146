// Moves the write-ahead log into the database on a thread of its own: on the loop it held up every line for 30 to 60 ms, once a second at full speed.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { isStorageFailure } from './storage-failure.ts';

/** 4 MB, a quarter of a second at full speed. Less is not worth its two syncs, more makes each of them longer. */
const PAGES = 1_000;
/** 64 MB: the disk's reserve holds three of these. */
const MOST_PAGES = 16_000;
/** Without a thread the loop does it, and less often: measured 30 % more durable messages than each 1,000 pages. */
const PAGES_ON_LOOP = 4_000;
/** A stop waits this long for a checkpoint that is under way; beyond that the next start reads the log anyway. */
const CLOSE_WAIT_MS = 5_000;
const THREAD = new URL('./checkpoint-thread.mjs', import.meta.url);

export class Checkpointer {
  readonly #database: DatabaseSync;
  readonly #file: string;
  /** 1 while the thread works: read by a stop, which cannot wait for a message. */
  readonly #busy = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #count: StatementSync;
  readonly #complete: StatementSync;
  readonly #thread: URL;
  #worker: Worker | null = null;
  #isRunning = false;
  #isOnLoop = false;
  /** Pages of the log that are not in the database yet, from which it is worth starting. */
  #startAt = PAGES;

  constructor(database: DatabaseSync, file: string, thread = THREAD) {
    this.#database = database;
    this.#file = file;
    this.#thread = thread;
    this.#count = database.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.#complete = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
    database.exec('PRAGMA wal_autocheckpoint = 0');
  }

  /** After each commit. Costs 5 µs. */
  look(): void {
    if (this.#isRunning || this.#isOnLoop || look(this.#count).left < this.#startAt) return;
    this.#isRunning = true;
    Atomics.store(this.#busy, 0, 1);
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(null);
  }

  close(): void {
    if (!this.#worker) return;
    Atomics.wait(this.#busy, 0, 1, CLOSE_WAIT_MS);
    this.#worker.removeAllListeners();
    void this.#worker.terminate();
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#thread, { workerData: { file: this.#file, busy: this.#busy } });
    worker.on('message', (worked: boolean) => this.#finish(worked));
    // Also a thread that could not start: what it would have done is done here, as SQLite does by itself.
    worker.on('error', () => {
      this.#isOnLoop = true;
      this.#worker = null;
      Atomics.store(this.#busy, 0, 0);
      this.#database.exec(`PRAGMA wal_autocheckpoint = ${PAGES_ON_LOOP}`);
    });
    worker.unref();
    return worker;
  }

  /**
   * Only when every page of the log is in the database can the log begin anew, and while the thread worked more were written: those
   * few take the loop 0.4 to 1.5 ms. Many are left to the thread's next turn, unless it failed (it opens the file each time) or the
   * log is long already. While a backup reads an old view nothing can be done, and trying costs nothing.
   */
  #finish(worked: boolean): void {
    this.#isRunning = false;
    const { log, left } = look(this.#count);
    const isForLoop = !worked || left < PAGES || log > MOST_PAGES;
    this.#startAt = PAGES + (isForLoop ? look(this.#complete).left : left);
  }
}

/** Pages of the log, and how many of them are not in the database yet. A disk that refuses is found by the next message. */
function look(checkpoint: StatementSync): { log: number; left: number } {
  try {
    const row = checkpoint.get();
    const log = Number(row?.['log']);
    return { log, left: log - Number(row?.['checkpointed']) };
  } catch (cause) {
    if (isStorageFailure(cause)) return { log: 0, left: 0 };
    throw cause;
  }
}
