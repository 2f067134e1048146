// Tells a disk that refuses from a mistake of ours: the first is waited for, the second throws.

/** SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: the disk, not the command. */
const STORAGE_FAILURES = new Set([5, 6, 8, 10, 13, 14]);

export function isStorageFailure(cause: unknown): boolean {
  if (!(cause instanceof Error) || !('errcode' in cause)) return false;
  return typeof cause.errcode === 'number' && STORAGE_FAILURES.has(cause.errcode & 0xff);
}
