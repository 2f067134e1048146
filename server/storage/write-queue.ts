// Group commit: everything that was asked in one turn of the event loop becomes one synced transaction. The only writer.
import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../application/ports.ts';
import { isStorageFailure } from './storage-failure.ts';

/** Beyond this the disk does not keep up; refusing is honest, an ack is not possible. */
const MOST_QUEUED = 1_000;

interface Job {
  run(): void;
  done(): void;
  fail(cause: unknown): void;
}

export class WriteQueue {
  readonly #database: DatabaseSync;
  /** Called around each transaction, for what is kept in memory beside it. */
  readonly #memory: { keep(): void; drop(): void };
  #jobs: Job[] = [];
  #scheduled = false;
  #closed = false;

  constructor(database: DatabaseSync, memory: { keep(): void; drop(): void }) {
    this.#database = database;
    this.#memory = memory;
  }

  /** `work` runs inside the transaction, in one turn: it must not wait for anything. */
  write<Result>(work: () => Result): Promise<Result> {
    if (this.#closed || this.#jobs.length >= MOST_QUEUED) return Promise.reject(new StoreUnavailable());
    return new Promise((resolve, reject) => {
      let result: Result;
      const run = () => {
        result = work();
      };
      this.#jobs.push({ run, done: () => resolve(result), fail: reject });
      this.#schedule();
    });
  }

  /** Commits what was accepted, then refuses everything. */
  close(): void {
    this.#closed = true;
    this.#commit();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#commit();
    });
  }

  #commit(): void {
    const jobs = this.#jobs;
    this.#jobs = [];
    if (jobs.length === 0) return;
    const failure = this.#transact(jobs);
    if (!failure) for (const job of jobs) job.done();
    // One bad command must not take the others with it: each gets its own transaction. A bad disk takes them all.
    else if (jobs.length > 1 && !(failure.cause instanceof StoreUnavailable)) {
      for (const job of jobs) this.#commitAlone(job);
    } else for (const job of jobs) job.fail(failure.cause);
  }

  #commitAlone(job: Job): void {
    const failure = this.#transact([job]);
    if (failure) job.fail(failure.cause);
    else job.done();
  }

  #transact(jobs: readonly Job[]): { cause: unknown } | null {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const job of jobs) job.run();
      this.#database.exec('COMMIT');
    } catch (cause) {
      this.#memory.drop();
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      return { cause: isStorageFailure(cause) ? new StoreUnavailable(cause) : cause };
    }
    this.#memory.keep();
    return null;
  }
}
