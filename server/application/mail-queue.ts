// Mail on its way out, in memory: nobody waits for a mail server, and one that is away for a while gets its mail later.
import { type Mail, type Mailer, MailFailed } from './mail-port.ts';
import type { Clock, Log } from './ports.ts';

/** A mail server that takes mail at all takes two at once; more would only fill our sockets when it hangs. */
const AT_ONCE = 2;
/** What an hour without a mail server collects at a large gemeente; each is a name and a place in the log, not the text. */
const MOST = 500;
/** A restart, a greylist (RFC 6647 advises to come back after minutes), a short outage. After half an hour nobody waits for a copy any more. */
const LATER_MS = [10_000, 60_000, 5 * 60_000, 25 * 60_000];

/** Written anew at each try: text waits nowhere, and what was erased meanwhile is not sent. Null: there is nothing to send any more. */
type Write = () => Promise<Mail | null>;

interface Parcel {
  write: Write;
  tries: number;
}

interface Parts {
  mailer: Mailer;
  clock: Clock;
  log: Log;
}

export class MailQueue {
  readonly #parts: Parts;
  readonly #ready: Parcel[] = [];
  readonly #later = new Set<() => void>();
  #under = 0;
  #ended: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** False: full, or stopping. */
  add(write: Write): boolean {
    if (this.#ended || this.#ready.length + this.#later.size + this.#under >= MOST) return false;
    this.#ready.push({ write, tries: 0 });
    this.#pump();
    return true;
  }

  /** Takes nothing more, and resolves when what can go now has gone or failed; what waits for a later try is given up. */
  stop(): Promise<void> {
    for (const cancel of this.#later) cancel();
    if (this.#later.size > 0) {
      this.#parts.log.warn({ code: 'mail-dropped', count: this.#later.size }, 'mail');
    }
    this.#later.clear();
    return new Promise((resolve) => {
      this.#ended = resolve;
      this.#pump();
    });
  }

  #pump(): void {
    while (this.#under < AT_ONCE) {
      const parcel = this.#ready.shift();
      if (!parcel) break;
      this.#under += 1;
      void this.#carry(parcel);
    }
    if (this.#under === 0) this.#ended?.();
  }

  async #carry(parcel: Parcel): Promise<void> {
    parcel.tries += 1;
    try {
      const mail = await parcel.write();
      if (mail) await this.#parts.mailer.send(mail);
    } catch (error) {
      this.#failed(parcel, error);
    }
    this.#under -= 1;
    this.#pump();
  }

  #failed(parcel: Parcel, error: unknown): void {
    const { clock, log } = this.#parts;
    const { tries } = parcel;
    // Never the message of an error: a mail server repeats the address in it.
    const why = error instanceof MailFailed ? error.code : error instanceof Error ? error.name : 'unknown';
    const wait = error instanceof MailFailed && error.isFinal ? undefined : LATER_MS[tries - 1];
    if (wait === undefined || this.#ended) {
      log.error({ code: 'mail-given-up', why, tries }, 'mail');
      return;
    }
    log.warn({ code: 'mail-later', why, tries }, 'mail');
    const cancel = clock.after(wait, () => {
      this.#later.delete(cancel);
      this.#ready.push(parcel);
      this.#pump();
    });
    this.#later.add(cancel);
  }
}
