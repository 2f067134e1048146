// Opens the SQLite file and asserts at every open what durability rests on: a wrong value stops the start.
import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite 3.51.3 repaired a WAL-reset corruption (3.7.0 to 3.51.2). */
const LEAST_VERSION = [3, 51, 3] as const;
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
}

/** At the start another process may just be ending. */
export const START_WAIT_MS = 5_000;

function assertUnlocked(database: DatabaseSync): void {
  try {
    database.exec('BEGIN IMMEDIATE; COMMIT');
  } catch {
    throw new UnsafeDatabase('Another process keeps the database in VANGNET_DATA_DIR locked; stop it first.');
  }
}

/** The smallest real write: when it is on disk, so will be a message. */
export function writeProbe(database: DatabaseSync, value: string): void {
  database
    .prepare(
      "INSERT INTO meta (name, value) VALUES ('probe', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    )
    .run(value);
}

/** Every setting is set, not assumed: `synchronous` has other defaults in other builds. */
function makeSafe(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  assertDatabaseSafe(database);
}

export const pathOf = (directory: string): string => join(directory, 'vangnet.db');

export function openDatabase(directory: string): DatabaseSync {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  assertDiskSafe(directory);
  const database = new DatabaseSync(pathOf(directory), { timeout: START_WAIT_MS });
  assertUnlocked(database);
  makeSafe(database);
  // From here on a lock of another process is answered at once: waiting for it would stop every line of the server.
  database.exec('PRAGMA busy_timeout = 0');
  return database;
}
