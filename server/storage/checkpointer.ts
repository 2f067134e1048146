// Moves the write-ahead log into the database on a thread of its own: on the loop it held up every line for 30 to 60 ms, once a second at full speed.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { CheckpointWork } from './checkpoint-thread.ts';
import { isStorageFailure } from './storage-failure.ts';

/** 4 MB, a quarter of a second at full speed. Less is not worth its two syncs, more makes each of them longer. */
const PAGES = 1_000;
/** Without a thread the loop does it, and less often: measured 30 % more durable messages than each 1,000 pages. */
const PAGES_ON_LOOP = 4_000;
/** A stop waits this long for a checkpoint that is under way; beyond that the next start reads the log anyway. */
const CLOSE_WAIT_MS = 5_000;
const THREAD = new URL('./checkpoint-thread.ts', import.meta.url);

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
    if (this.#isRunning || this.#isOnLoop || readLeft(this.#count) < this.#startAt) return;
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
    const work: CheckpointWork = { file: this.#file, busy: this.#busy };
    const worker = new Worker(this.#thread, { workerData: work });
    worker.on('message', () => this.#finish());
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
   * Only when every page of the log is in the database can the log begin anew, and while the thread worked more were written.
   * Those few take the loop 0.4 to 1.5 ms. When many are left (a full disk, a backup that reads) it is for a later time.
   */
  #finish(): void {
    this.#isRunning = false;
    const left = readLeft(this.#count);
    this.#startAt = PAGES + (left < PAGES ? readLeft(this.#complete) : left);
  }
}

/** How many pages of the log are not in the database. A disk that refuses is found by the next message. */
function readLeft(checkpoint: StatementSync): number {
  try {
    const row = checkpoint.get();
    return Number(row?.['log']) - Number(row?.['checkpointed']);
  } catch (cause) {
    if (isStorageFailure(cause)) return 0;
    throw cause;
  }
}
