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

/** Below this even a DELETE can fail for want of room in the log (measured: SQLITE_FULL), so the ballast goes. */
const DESPERATE_BYTES = 32 * MB;
/** Room must come back by more than it takes to go, or the service would flicker. */
const MARGIN = 1.1;

export class DiskGuard implements Disk {
  readonly #directory: string;
  readonly #room: DiskRoom;
  readonly #log: Log;
  readonly #ballast: string;
  #isLow = false;

  constructor(directory: string, room: DiskRoom, log: Log) {
    this.#directory = directory;
    this.#room = room;
    this.#log = log;
    this.#ballast = join(directory, 'ballast');
    const { free, low } = this.#measure();
    if (free < low) {
      const wanted = Math.ceil(low / MB);
      throw new UnsafeDatabase(
        `VANGNET_DATA_DIR has less than ${wanted} MB free; make room and start again, or set VANGNET_DISK_RESERVE.`,
      );
    }
    this.#takeBallast(free - low);
  }

  get isLow(): boolean {
    return this.#isLow;
  }

  look(): void {
    const { free, low } = this.#measure();
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

  #measure(): { free: number; low: number } {
    const { bavail, bsize, blocks } = statfsSync(this.#directory);
    const { reserve } = this.#room;
    const low = 'bytes' in reserve ? reserve.bytes : reserve.share * blocks * bsize;
    return { free: bavail * bsize, low };
  }

  #hasBallast(): boolean {
    return this.#room.ballastBytes === 0 || existsSync(this.#ballast);
  }

  #dropBallast(): void {
    if (this.#room.ballastBytes === 0 || !existsSync(this.#ballast)) return;
    rmSync(this.#ballast, { force: true });
    this.#log.error({ code: 'ballast-dropped' }, 'disk');
  }

  /** Real bytes: a file with holes would hold no room. */
  #takeBallast(room: number): void {
    const { ballastBytes } = this.#room;
    if (this.#hasBallast() || room < ballastBytes) return;
    try {
      const file = openSync(this.#ballast, 'w', 0o600);
      const chunk = Buffer.alloc(MB, 1);
      for (let left = ballastBytes; left > 0; left -= chunk.length) {
        writeSync(file, chunk, 0, Math.min(left, chunk.length));
      }
      fsyncSync(file);
      closeSync(file);
    } catch {
      rmSync(this.#ballast, { force: true });
      this.#log.warn({ code: 'no-ballast' }, 'disk');
    }
  }
}
