// Watches the room on the disk: says when it gets low, and holds a ballast file that can be thrown out when nothing else can be.
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk, Log } from '../application/ports.ts';
import { UnsafeDatabase } from './sqlite-database.ts';

const MB = 1024 * 1024;

export interface DiskRoom {
  /** Below this nothing more is taken in: bytes, or a share of the disk between 0 and 1. */
  reserve: { bytes: number } | { share: number };
  /** 0: no ballast. */
  ballastBytes: number;
}

/** 200 MB: hours of chat of a whole city, and far more than a checkpoint of the log needs. Not 5 % of every disk: of 1 TB that would be 50 GB. */
export const USUAL_ROOM: DiskRoom = { reserve: { bytes: 200 * MB }, ballastBytes: 0 };

const measureDisk = (directory: string) => statfsSync(directory);

/** Below this even a DELETE can fail for want of room in the log (measured: SQLITE_FULL), so the ballast goes. */
const DESPERATE_BYTES = 32 * MB;
/** Room must come back by more than it takes to go, or the service would flicker. */
const MARGIN = 1.1;

/** Nobody knows whether there is room: what would grow is not taken in. */
const UNKNOWN = 'disk-unknown';

interface Measured {
  free: number;
  low: number;
}

/** Real bytes: a file with holes would hold no room. */
function writeBallast(path: string, bytes: number): void {
  const file = openSync(path, 'w', 0o600);
  try {
    const chunk = Buffer.alloc(MB, 1);
    for (let left = bytes; left > 0; left -= chunk.length) {
      writeSync(file, chunk, 0, Math.min(left, chunk.length));
    }
    fsyncSync(file);
  } finally {
    // Whatever is left open keeps its room, also when its name is gone.
    closeSync(file);
  }
}

export class DiskGuard implements Disk {
  readonly #directory: string;
  readonly #room: DiskRoom;
  readonly #log: Log;
  readonly #measureDisk: typeof measureDisk;
  readonly #ballast: string;
  #isLow = false;
  /** What is said already, until it is over. */
  readonly #told = new Set<string>();

  constructor(directory: string, room: DiskRoom, log: Log, measure = measureDisk) {
    this.#directory = directory;
    this.#room = room;
    this.#log = log;
    this.#measureDisk = measure;
    this.#ballast = join(directory, 'ballast');
    const measured = this.#measure();
    if (!measured)
      throw new UnsafeDatabase('The disk of VANGNET_DATA_DIR cannot be read; check it and start again.');
    const { free, low } = measured;
    if (free < low) {
      const wanted = Math.ceil(low / MB);
      throw new UnsafeDatabase(
        `VANGNET_DATA_DIR has less than ${wanted} MB free; make room and start again, or set VANGNET_DISK_RESERVE.`,
      );
    }
    this.#takeBallast(free - low);
  }

  get isLow(): boolean {
    return this.#isLow || this.#told.has(UNKNOWN);
  }

  /** Called from a timer: nothing that the disk does may be thrown from here (T3). */
  look(): void {
    const measured = this.#measure();
    if (measured) this.#judge(measured);
    else this.#tellOnce(UNKNOWN);
  }

  #judge({ free, low }: Measured): void {
    if (this.#told.delete(UNKNOWN)) this.#log.info({ code: 'disk-known' }, 'disk');
    const missing = this.#hasBallast() ? 0 : this.#room.ballastBytes;
    if (free < Math.min(low, DESPERATE_BYTES)) this.#dropBallast();
    if (!this.#isLow && free < low) {
      this.#isLow = true;
      this.#log.error({ code: 'disk-low', freeMb: Math.floor(free / MB) }, 'disk');
    } else if (this.#isLow && free >= low * MARGIN + missing) {
      this.#isLow = false;
      this.#log.info({ code: 'disk-room', freeMb: Math.floor(free / MB) }, 'disk');
      this.#takeBallast(free - low);
    }
  }

  /** Null: the disk does not say. It may be gone, or broken. */
  #measure(): Measured | null {
    try {
      const { bavail, bsize, blocks } = this.#measureDisk(this.#directory);
      const { reserve } = this.#room;
      const low = 'bytes' in reserve ? reserve.bytes : reserve.share * blocks * bsize;
      return { free: bavail * bsize, low };
    } catch {
      return null;
    }
  }

  #hasBallast(): boolean {
    return this.#room.ballastBytes === 0 || existsSync(this.#ballast);
  }

  #dropBallast(): void {
    if (this.#room.ballastBytes === 0 || !existsSync(this.#ballast)) return;
    if (this.#remove()) this.#log.error({ code: 'ballast-dropped' }, 'disk');
    else this.#tellOnce('ballast-stays');
  }

  /** False: the disk takes no change at all. */
  #remove(): boolean {
    try {
      rmSync(this.#ballast, { force: true });
      this.#told.delete('ballast-stays');
      return true;
    } catch {
      return false;
    }
  }

  #takeBallast(room: number): void {
    const { ballastBytes } = this.#room;
    if (this.#hasBallast() || room < ballastBytes) return;
    try {
      writeBallast(this.#ballast, ballastBytes);
    } catch {
      this.#remove();
      this.#log.warn({ code: 'no-ballast' }, 'disk');
    }
  }

  #tellOnce(code: string): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.#log.error({ code }, 'disk');
  }
}
