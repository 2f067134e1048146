// What a client knows of one conversation: the contiguous prefix of its log (rules R3 and R4).
import type { ConversationEvent } from './schemas.ts';

export interface EventLog {
  /** Identity of the server's database; another one means that our copy is worthless (R5). */
  readonly epoch: string | null;
  readonly lastSeq: number;
  readonly events: readonly ConversationEvent[];
}

export const EMPTY_LOG: EventLog = { epoch: null, lastSeq: 0, events: [] };

export interface Applied {
  log: EventLog;
  /** True when an event beyond the prefix came in: ask again with `pull` after `log.lastSeq`. */
  gap: boolean;
}

/** Appends what follows on the prefix, drops what is known, and never shows what lies beyond a hole. */
export function applyEvents(log: EventLog, incoming: readonly ConversationEvent[]): Applied {
  // Nobody said yet whose history this is: what comes late on a line that was given up belongs nowhere (R5).
  if (log.epoch === null) return { log, gap: false };
  const added: ConversationEvent[] = [];
  let last = log.lastSeq;
  let gap = false;
  for (const event of incoming) {
    if (event.seq === last + 1) {
      added.push(event);
      last = event.seq;
    } else if (event.seq > last) gap = true;
  }
  if (added.length === 0) return { log, gap };
  return { log: { epoch: log.epoch, lastSeq: last, events: [...log.events, ...added] }, gap };
}

/** Whether the server's history is the one we read, as far as we read any. */
export const isSameHistory = (log: EventLog, epoch: string): boolean =>
  log.epoch === null || log.epoch === epoch;

/** The log to go on with after a welcome: ours, or an empty one when the server's history is not the one we read. */
export function adoptEpoch(log: EventLog, epoch: string, serverLastSeq: number): EventLog {
  if (isSameHistory(log, epoch) && log.lastSeq <= serverLastSeq)
    return log.epoch === epoch ? log : { ...log, epoch };
  return { ...EMPTY_LOG, epoch };
}
