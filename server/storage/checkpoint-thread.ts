// The thread of the checkpointer. Its connection is there only for as long as one checkpoint takes, so that it is never the one that closes the file.
import { constants, setPriority } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { makeSafe } from './sqlite-database.ts';
import { isStorageFailure } from './storage-failure.ts';

export interface CheckpointWork {
  file: string;
  /** Its one number is 1 while the thread works. */
  busy: Int32Array;
}

const { file, busy }: CheckpointWork = workerData;

// On Linux this is for the calling thread alone (elsewhere for the whole process): on a busy core the lines go first, and
// still it gets a tenth of it: with less the log would grow without end.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** False: the disk refused, and the loop has to know. */
function checkpoint(): boolean {
  try {
    const database = new DatabaseSync(file);
    makeSafe(database);
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    database.close();
    return true;
  } catch (cause) {
    if (isStorageFailure(cause)) return false;
    throw cause;
  }
}

parentPort?.on('message', () => {
  const worked = checkpoint();
  Atomics.store(busy, 0, 0);
  Atomics.notify(busy, 0);
  parentPort?.postMessage(worked);
});
