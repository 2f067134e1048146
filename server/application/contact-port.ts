// Where requests to be called back are kept, as the application asks for them.
import type { ContactMoment } from '#protocol';
import type {
  ContactCommand,
  ContactDecision,
  ContactState,
  ContactWords,
} from '../domain/contact-request.ts';
import type { Site } from './ports.ts';

export interface ContactRef {
  organisation: number;
  contact: number;
}

export interface NewContact {
  organisation: number;
  site: number;
  /** Made by the browser. */
  id: string;
  words: ContactWords;
  moment: ContactMoment | null;
  /** The store's number of the conversation from whose queue it was asked. */
  conversation: number | null;
  promisedBy: number;
}

export interface ContactRecord extends ContactRef {
  id: string;
  site: number;
  words: ContactWords;
  moment: ContactMoment | null;
  /** As the console knows it. */
  conversation: string | null;
  createdAt: number;
  state: ContactState;
}

export interface ContactRequestStore {
  /** Within how many days on which the counter is open the site answers. */
  readNorm(site: Pick<Site, 'id'>): Promise<number>;
  /** The same id names the same request, and keeps its first words. */
  add(request: NewContact, now: number): Promise<{ record: ContactRecord; created: boolean }>;
  find(organisation: number, id: string): Promise<ContactRecord | null>;
  read(ref: ContactRef): Promise<ContactRecord | null>;
  /** Decides and writes in one transaction; null: there is no such request. Resolves when it is on disk. */
  execute(
    ref: ContactRef,
    command: ContactCommand,
    now: number,
  ): Promise<{ decision: ContactDecision; record: ContactRecord } | null>;
  /** What is not done, the first promise first. */
  listOpen(organisation: number, limit: number): Promise<ContactRecord[]>;
  countOpen(organisation: number): Promise<number>;
  /** What is taken, of all organisations, with a lease that ends by then. */
  findTaken(leaseBefore: number): Promise<ContactRecord[]>;
  /** Sets the lease of everything that is taken. */
  lendAll(until: number): Promise<void>;
}
