// Everything the use cases work with, composed once at the start.
import { createHash } from 'node:crypto';
import type { ContactRequestStore } from './contact-port.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import type {
  AccountStore,
  Bus,
  Clock,
  ConversationStore,
  CrowdStore,
  Log,
  OfferStore,
  Random,
} from './ports.ts';
import type { PresenceBook } from './presence-book.ts';
import type { SiteDirectory } from './site-directory.ts';
import type { StorageHealth } from './storage-health.ts';
import type { WaitingRoom } from './waiting-room.ts';

export interface Relay {
  conversations: ConversationStore;
  offers: OfferStore;
  crowds: CrowdStore;
  contacts: ContactRequestStore;
  accounts: AccountStore;
  sites: SiteDirectory;
  presence: PresenceBook;
  leases: LeaseKeeper;
  queue: WaitingRoom;
  storage: StorageHealth;
  bus: Bus;
  clock: Clock;
  random: Random;
  log: Log;
}

/** Secrets are stored as their hash: 256 random bits need no salt. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
