// Faults that a machine really makes: a disk without room, a file that may not grow, a database that another process holds.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MB = 1024 * 1024;

export interface SmallDisk {
  dir: string;
  /** For VANGNET_DISK_RESERVE. */
  reserve: string;
  /** Its own file system, so that it can be filled to the last byte. */
  isOwn: boolean;
  /** Takes the room: to below the reserve, or all that there is. */
  fill(how: 'low' | 'full'): void;
  /** Gives it back. */
  empty(): void;
  dispose(): void;
}

function mountTmpfs(dir: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function freeOf(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}

/** Real bytes, until that many were written or the disk is full. */
function writeBytes(path: string, bytes: number): void {
  const file = openSync(path, 'a');
  const chunk = Buffer.alloc(MB, 1);
  try {
    for (let left = bytes; left > 0; left -= chunk.length) {
      if (writeSync(file, chunk, 0, Math.min(left, chunk.length)) < Math.min(left, chunk.length)) break;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * A tmpfs of 96 MB where mounting is allowed. Elsewhere the real disk with a reserve just below what is free, and a file that takes more
 * than the difference: the server measures the same, only the last byte is never reached.
 */
export function makeSmallDisk(): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'vangnet-disk-'));
  const isOwn = mountTmpfs(dir, 96);
  const filler = isOwn ? join(dir, 'filler') : `${dir}-filler`;
  const reserveMb = isOwn ? 48 : Math.floor(freeOf(dir) / MB) - 128;
  return {
    dir,
    isOwn,
    reserve: `${reserveMb}MB`,
    fill(how) {
      if (how === 'full' && isOwn) writeBytes(filler, Number.MAX_SAFE_INTEGER);
      else writeBytes(filler, freeOf(dir) - reserveMb * MB + 8 * MB);
    },
    empty: () => rmSync(filler, { force: true }),
    dispose() {
      rmSync(filler, { force: true });
      if (isOwn) execFileSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** RLIMIT_FSIZE of a running process: files of that size and more may not grow. Null lifts it. */
export function limitFileSize(pid: number, bytes: number | null): void {
  // The soft limit alone, so that anyone may lift it again.
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:`]);
}

const HOLDER = `
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(process.argv[1], { timeout: 10_000 });
database.exec('BEGIN EXCLUSIVE');
process.stdout.write('locked');
process.stdin.on('end', () => { database.exec('ROLLBACK'); database.close(); process.exit(0); }).resume();
if (process.argv[2]) setTimeout(() => process.exit(0), Number(process.argv[2]));
`;

export interface Locker {
  child: ChildProcess;
  /** Lets go now; also resolves when the holder's own time is over. */
  release(): Promise<void>;
  released: Promise<void>;
}

/** Another process that holds the database exclusively, until it is told, or for so many ms. */
export async function lockDatabase(dataDir: string, forMs?: number): Promise<Locker> {
  const args = ['-e', HOLDER, join(dataDir, 'vangnet.db'), ...(forMs === undefined ? [] : [String(forMs)])];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const released = once(child, 'exit').then(() => undefined);
  await once(child.stdout, 'data');
  return {
    child,
    released,
    release() {
      child.stdin.end();
      return released;
    },
  };
}
