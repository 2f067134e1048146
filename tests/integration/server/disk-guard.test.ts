// The guard on the disk when the disk itself does not answer, or takes nothing: it never throws where nobody catches, and gives back what it took.
import { mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskGuard } from '../../../server/storage/disk-guard.ts';
import { UnsafeDatabase } from '../../../server/storage/sqlite-database.ts';
import { limitFileSize } from '../../support/server/faults.ts';
import { makeDataDir } from '../../support/server/test-server.ts';

const MB = 1024 * 1024;
const ROOM = { reserve: { bytes: MB }, ballastBytes: 0 };

let folder: string;
let codes: string[];
const keep = (fields: object): void => void codes.push('code' in fields ? String(fields.code) : '');
const log = { info: keep, warn: keep, error: keep };

beforeEach(() => {
  folder = makeDataDir();
  codes = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Descriptors of this process that lead to that file, also after it was removed. */
function countOpen(path: string): number {
  const leads = (name: string): boolean => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`).startsWith(path);
    } catch {
      // The one that read the folder.
      return false;
    }
  };
  return readdirSync('/proc/self/fd').filter(leads).length;
}

describe('[T3] a disk that cannot be measured', () => {
  it('counts as low, is told once, and is measured again until it answers', () => {
    const guard = new DiskGuard(folder, ROOM, log);
    renameSync(folder, `${folder}-away`);
    for (let look = 0; look < 3; look += 1) guard.look();
    expect(guard.isLow).toBe(true);
    expect(codes).toEqual(['disk-unknown']);
    renameSync(`${folder}-away`, folder);
    for (let look = 0; look < 3; look += 1) guard.look();
    expect(guard.isLow).toBe(false);
    expect(codes).toEqual(['disk-unknown', 'disk-known']);
    renameSync(folder, `${folder}-away`);
    guard.look();
    expect(codes).toEqual(['disk-unknown', 'disk-known', 'disk-unknown']);
    renameSync(`${folder}-away`, folder);
  });

  it('at a start is a sentence that says what to do', () => {
    expect(() => new DiskGuard(join(folder, 'gone'), ROOM, log)).toThrow(UnsafeDatabase);
    expect(() => new DiskGuard(join(folder, 'gone'), ROOM, log)).toThrow(/VANGNET_DATA_DIR/);
  });
});

describe('the ballast', () => {
  /** The real disk, but with so much free as the test says. */
  const measureOf = (free: () => number) => (path: string) => ({
    ...statfsSync(path),
    bavail: free(),
    bsize: 1,
  });

  it('[T3] that cannot be removed is told once, and lets everything else go on', () => {
    let free = 100 * MB;
    const room = { reserve: { bytes: 50 * MB }, ballastBytes: MB };
    // A folder in its place: removing fails as it does on a disk that became read-only.
    mkdirSync(join(folder, 'ballast'));
    const guard = new DiskGuard(
      folder,
      room,
      log,
      measureOf(() => free),
    );
    free = 5 * MB;
    for (let look = 0; look < 3; look += 1) guard.look();
    expect(guard.isLow).toBe(true);
    expect(codes).toEqual(['ballast-stays', 'disk-low']);
    free = 100 * MB;
    guard.look();
    expect(guard.isLow).toBe(false);
  });

  it('that does not fit is given back whole: file and descriptor', () => {
    limitFileSize(process.pid, MB);
    try {
      const room = { reserve: { bytes: MB }, ballastBytes: 4 * MB };
      new DiskGuard(
        folder,
        room,
        log,
        measureOf(() => 100 * MB),
      );
    } finally {
      limitFileSize(process.pid, null);
    }
    expect(codes).toEqual(['no-ballast']);
    expect(readdirSync(folder)).toEqual([]);
    expect(countOpen(join(folder, 'ballast'))).toBe(0);
  });
});
