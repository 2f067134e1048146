// A disk that keeps only what was synced: replays a trace up to a moment and gives the files as they are after the power came back.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Call } from './read-trace.ts';

type Change = Extract<Call, { do: 'write' | 'truncate' }>;

class KeptFile {
  /** Longer than the file, so that it need not be copied for each write. */
  #room = Buffer.alloc(64 * 1024);
  #length = 0;
  #pending: Change[] = [];
  /** How many of them each thread's sync under way will have made safe. */
  readonly #covered = new Map<string, number>();

  get content(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  get isSynced(): boolean {
    return this.#pending.length === 0;
  }

  take(change: Change): void {
    this.#pending.push(change);
  }

  beginSync(thread: string): void {
    this.#covered.set(thread, this.#pending.length);
  }

  sync(thread: string): void {
    const count = this.#covered.get(thread) ?? 0;
    for (const change of this.#pending.splice(0, count)) this.#apply(change);
    for (const [other, covered] of this.#covered) this.#covered.set(other, Math.max(0, covered - count));
  }

  /** `survives`: which of the writes that nobody synced reached the disk all the same. */
  keep(survives: () => boolean): void {
    for (const change of this.#pending) if (survives()) this.#apply(change);
    this.#pending = [];
  }

  #apply(change: Change): void {
    if (change.do === 'truncate') {
      this.#room.fill(0, Math.min(change.length, this.#length), this.#length);
      this.#reach(change.length);
      this.#length = change.length;
    } else {
      this.#reach(change.offset + change.data.length);
      change.data.copy(this.#room, change.offset);
    }
  }

  #reach(length: number): void {
    if (length > this.#room.length) {
      const larger = Buffer.alloc(2 * length);
      this.#room.copy(larger);
      this.#room = larger;
    }
    this.#length = Math.max(this.#length, length);
  }
}

export class SyncedDisk {
  readonly #folder: string;
  readonly #files = new Map<string, KeptFile>();

  /** Only files below `folder` are of interest. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  take(call: Call): void {
    if (call.do === 'ack' || !call.file.startsWith(this.#folder)) return;
    if (call.do === 'remove') this.#files.delete(call.file);
    else if (call.do === 'begin-sync') this.#files.get(call.file)?.beginSync(call.thread);
    else if (call.do === 'sync') this.#files.get(call.file)?.sync(call.thread);
    else this.#fileOf(call.file).take(call);
  }

  isSynced(file: string): boolean {
    return this.#files.get(file)?.isSynced ?? true;
  }

  /** The power is gone: writes the files into a folder of their own. */
  restoreInto(folder: string, survives: () => boolean): void {
    mkdirSync(folder, { recursive: true });
    for (const [name, file] of this.#files) {
      file.keep(survives);
      writeFileSync(join(folder, basename(name)), file.content);
    }
  }

  #fileOf(name: string): KeptFile {
    const file = this.#files.get(name) ?? new KeptFile();
    this.#files.set(name, file);
    return file;
  }
}
