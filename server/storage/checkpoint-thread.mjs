// The thread of the checkpointer. JavaScript, and on its own: to strip types a thread loads 26 MB more.
import { constants, setPriority } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

// On Linux this is for the calling thread alone (elsewhere for the whole process): on a busy core the lines go first, and
// still it gets a tenth of it: with less the log would grow without end.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Its connection is there only for as long as one checkpoint takes, so that it is never the one that closes the file. */
function checkpoint() {
  const database = new DatabaseSync(workerData.file);
  try {
    // Set, not assumed: with OFF nothing would be synced before the log begins anew.
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } finally {
    database.close();
  }
}

parentPort.on('message', () => {
  let worked = true;
  try {
    checkpoint();
  } catch {
    // Whatever it was: the loop tries, and knows what to do with it.
    worked = false;
  }
  Atomics.store(workerData.busy, 0, 0);
  Atomics.notify(workerData.busy, 0);
  parentPort.postMessage(worked);
});
