// What is durable in the simulation: conversations with their logs, as the tables of the real store hold them. Copied for backups.
import type { ConversationEvent, OperatorStatus } from '#protocol';
import type { ConversationRecord } from '../../server/application/ports.ts';

export interface Writer {
  device: string;
  n: number;
}

export interface StoredConversation {
  record: ConversationRecord;
  tokenHash: string;
  events: ConversationEvent[];
  /** Beside each event: who wrote it, for messages. */
  writers: (Writer | null)[];
  lastN: Map<string, number>;
  givenBack: Set<string>;
  seqById: Map<string, number>;
}

export interface Disk {
  epoch: string;
  conversations: Map<number, StoredConversation>;
  statuses: Map<number, OperatorStatus>;
}

export function createDisk(epoch: string): Disk {
  return { epoch, conversations: new Map(), statuses: new Map() };
}

/** States and events are never changed in place, only replaced. */
export function copyDisk(disk: Disk): Disk {
  const copyOf = (stored: StoredConversation): StoredConversation => ({
    ...stored,
    events: [...stored.events],
    writers: [...stored.writers],
    lastN: new Map(stored.lastN),
    givenBack: new Set(stored.givenBack),
    seqById: new Map(stored.seqById),
  });
  return {
    epoch: disk.epoch,
    conversations: new Map([...disk.conversations].map(([number, stored]) => [number, copyOf(stored)])),
    statuses: new Map(disk.statuses),
  };
}
