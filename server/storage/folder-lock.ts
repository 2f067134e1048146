// One process per data folder: two would give the same numbers to different messages. The lock is the system's, so a killed process leaves none.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { START_WAIT_MS, UnsafeDatabase } from './sqlite-database.ts';

/** Gives what lets go. A file of its own: the database itself stays open to a backup. */
export function lockFolder(directory: string): () => void {
  const lock = new DatabaseSync(join(directory, 'vangnet.lock'), { timeout: START_WAIT_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new UnsafeDatabase(
      'Another Vangnet uses the folder of VANGNET_DATA_DIR; stop it, or choose another folder.',
    );
  }
  return () => lock.close();
}
