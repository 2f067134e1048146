// A request that was taken is lent: who has it keeps it while a console of theirs is open, and who left gives it back without a word.
import { CONTACT_LEASE_MS } from '../domain/contact-request.ts';
import type { ContactRecord, ContactRequestStore } from './contact-port.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Bus, Clock, Log } from './ports.ts';
import type { PresenceBook } from './presence-book.ts';

const SWEEP_EVERY = 60_000;
/** Renewed when a third of it is over: who leaves keeps it for ten to fifteen minutes, and a sweep seldom writes. */
const RENEW_BELOW = (CONTACT_LEASE_MS * 2) / 3;

interface Parts {
  contacts: ContactRequestStore;
  presence: Pick<PresenceBook, 'hasLine'>;
  bus: Bus;
  clock: Clock;
  log: Log;
}

async function judge({ contacts, presence, bus, clock }: Parts, record: ContactRecord): Promise<void> {
  const { assignee, leaseUntil, version } = record.state;
  const now = clock.now();
  if (assignee !== null && presence.hasLine(assignee.operator)) {
    await contacts.execute(record, { action: 'renew', until: now + CONTACT_LEASE_MS }, now);
    return;
  }
  if (leaseUntil !== null && leaseUntil > now) return;
  const done = await contacts.execute(record, { action: 'lose', version }, now);
  if (!done?.decision.ok) return;
  bus.poke({ kind: 'contact', organisation: record.organisation, contact: record.contact });
}

async function sweep(parts: Parts): Promise<void> {
  const { contacts, clock, log } = parts;
  try {
    for (const record of await contacts.findTaken(clock.now() + RENEW_BELOW)) await judge(parts, record);
  } catch {
    // The store cannot write now: the next sweep finds the same requests.
    log.warn({ code: 'sweep-failed' }, 'contact');
  }
}

/** After a start nobody is back yet: whatever was taken is lent anew. */
export async function beginContactLeases(parts: Parts): Promise<() => void> {
  const { contacts, clock } = parts;
  const round = oneAtATime(() => sweep(parts));
  await contacts.lendAll(clock.now() + CONTACT_LEASE_MS);
  return clock.every(SWEEP_EVERY, () => void round());
}
