// The log is moved into the database beside the loop: it does not grow without end, and no stop, reader or missing thread loses a row.
import { existsSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checkpointer } from '../../server/storage/checkpointer.ts';
import { openDatabase, pathOf } from '../../server/storage/sqlite-database.ts';
import { makeSmallDisk } from '../support/server/faults.ts';
import { makeDataDir } from '../support/server/test-server.ts';

const PAGE = 4_096;
/** Ten rows of a page each and what holds them together: about 12 pages a transaction. */
const ROWS = 10;
/** The thread gets its turn late on a busy machine. */
const PATIENCE = { timeout: 20_000 };

let folder: string;
let file: string;
let database: DatabaseSync;
beforeEach(() => {
  folder = makeDataDir();
  file = pathOf(folder);
  database = openDatabase(folder);
  database.exec('CREATE TABLE row (body BLOB)');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logPages = () => Math.floor(statSync(`${file}-wal`).size / PAGE);
const databasePages = () => Math.floor(statSync(file).size / PAGE);
const countRows = (of: DatabaseSync) =>
  Number(of.prepare('SELECT count(*) AS count FROM row').get()?.['count']);

function commit(checkpointer: Checkpointer): void {
  const insert = database.prepare('INSERT INTO row VALUES (randomblob(4000))');
  database.exec('BEGIN IMMEDIATE');
  for (let count = 0; count < ROWS; count++) insert.run();
  database.exec('COMMIT');
  checkpointer.look();
}

/** Writes on, as citizens do, with turns of the loop between. */
async function write(checkpointer: Checkpointer, transactions: number): Promise<void> {
  for (let count = 0; count < transactions; count++) {
    commit(checkpointer);
    await new Promise(setImmediate);
  }
}

const countLogged = () => Number(database.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.['log']);

async function writeUntilAnew(checkpointer: Checkpointer): Promise<void> {
  for (let last = 0, logged = countLogged(); logged >= last; logged = countLogged()) {
    last = logged;
    await write(checkpointer, 1);
  }
}

describe('the checkpointer', () => {
  it('keeps the log short while more is written, and leaves the loop only the last few pages', async () => {
    const checkpointer = new Checkpointer(database, file);
    expect(database.prepare('PRAGMA wal_autocheckpoint').get()?.['wal_autocheckpoint']).toBe(0);
    // The log begins anew again and again; how many pages that takes depends on how busy the machine is.
    for (let time = 0; time < 3; time++) await writeUntilAnew(checkpointer);
    // Three times a thousand pages in the log, of which some are the same page twice.
    expect(databasePages()).toBeGreaterThan(2_500);
    const rows = countRows(database);
    checkpointer.close();
    database.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const again = new DatabaseSync(file);
    expect(countRows(again)).toBe(rows);
    expect(again.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok');
    again.close();
  });

  it('lets what it began come to its end when the server stops', () => {
    const checkpointer = new Checkpointer(database, file);
    for (let count = 0; count < 150; count++) commit(checkpointer);
    // No turn of the loop came between: the thread was asked, and nothing was heard of it.
    checkpointer.close();
    // What a thousand pages in the log are at least, of which some are the same page twice.
    expect(databasePages()).toBeGreaterThan(500);
    database.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('waits for a reader that holds an old view, and makes up for it afterwards', async () => {
    const checkpointer = new Checkpointer(database, file);
    commit(checkpointer);
    const backup = new DatabaseSync(file);
    backup.exec('BEGIN');
    expect(countRows(backup)).toBe(ROWS);
    await write(checkpointer, 400);
    expect(countRows(backup)).toBe(ROWS);
    const long = logPages();
    expect(long).toBeGreaterThan(4_000);
    backup.exec('COMMIT');
    backup.close();
    await vi.waitFor(async () => {
      await write(checkpointer, 20);
      expect(databasePages()).toBeGreaterThan(4_000);
    }, PATIENCE);
    const then = logPages();
    await write(checkpointer, 100);
    expect(logPages()).toBeLessThan(then + 100 * ROWS);
    checkpointer.close();
    database.close();
  });

  it('[T3] fails on a full disk without a word, and makes up for it when there is room', async () => {
    const disk = makeSmallDisk();
    const full = openDatabase(disk.dir);
    full.exec('PRAGMA wal_autocheckpoint = 0; CREATE TABLE row (body BLOB)');
    const insert = full.prepare('INSERT INTO row VALUES (randomblob(4000))');
    const insertMany = (count: number) => {
      full.exec('BEGIN IMMEDIATE');
      for (let done = 0; done < count; done++) insert.run();
      full.exec('COMMIT');
    };
    insertMany(1_100);
    if (disk.isOwn) disk.fill('full');
    const before = statSync(pathOf(disk.dir)).size;
    const failing = new Checkpointer(full, pathOf(disk.dir));
    failing.look();
    // Waits for the thread.
    failing.close();
    if (disk.isOwn) expect(statSync(pathOf(disk.dir)).size).toBe(before);
    disk.empty();
    const checkpointer = new Checkpointer(full, pathOf(disk.dir));
    await vi.waitFor(() => {
      insertMany(500);
      checkpointer.look();
      expect(statSync(pathOf(disk.dir)).size).toBeGreaterThan(1_100 * PAGE);
    }, PATIENCE);
    expect(full.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok');
    checkpointer.close();
    full.close();
    disk.dispose();
  });

  it('leaves the work to the loop when the thread cannot do it', async () => {
    // As when no descriptor is free for its connection.
    const failing = new URL(`data:text/javascript,
      import { parentPort, workerData } from 'node:worker_threads';
      parentPort.on('message', () => {
        Atomics.store(workerData.busy, 0, 0);
        parentPort.postMessage(false);
      });`);
    const checkpointer = new Checkpointer(database, file, failing);
    await write(checkpointer, 1_000);
    expect(logPages()).toBeLessThan(6_000);
    checkpointer.close();
    database.close();
  });

  it('leaves the work to the loop when the thread cannot start', async () => {
    const nowhere = new URL('./no-such-thread.ts', import.meta.url);
    const checkpointer = new Checkpointer(database, file, nowhere);
    await write(checkpointer, 150);
    await vi.waitFor(() =>
      expect(database.prepare('PRAGMA wal_autocheckpoint').get()?.['wal_autocheckpoint']).toBe(4_000),
    );
    await write(checkpointer, 600);
    expect(logPages()).toBeLessThan(6_000);
    checkpointer.close();
    database.close();
  });
});
