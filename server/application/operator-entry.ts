// How an operator comes in and goes: one-time sign-in, session, status, presence.
import type { OperatorStatus, SessionInfo } from '#protocol';
import { type OperatorAccount, StoreUnavailable } from './ports.ts';
import { hashSecret, type Relay } from './relay.ts';

/** A working day with overtime; nothing slides, so a forgotten browser ends by itself. */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;

export async function signIn(
  relay: Relay,
  token: string,
): Promise<{ account: OperatorAccount; session: string } | null> {
  const now = relay.clock.now();
  const session = relay.random.token();
  const hashes = { tokenHash: hashSecret(token), sessionHash: hashSecret(session) };
  const account = await relay.accounts.signIn({ ...hashes, sessionUntil: now + SESSION_LIFE_MS }, now);
  return account && { account, session };
}

export async function findSession(relay: Relay, session: string): Promise<OperatorAccount | null> {
  return relay.accounts.findSession(hashSecret(session), relay.clock.now());
}

export async function signOut(relay: Relay, session: string): Promise<void> {
  const sessionHash = hashSecret(session);
  await relay.accounts.endSession(sessionHash);
  relay.bus.poke({ kind: 'session-ended', sessionHash });
}

export function toSessionInfo({ id, name, role, organisationName }: OperatorAccount): SessionInfo {
  return { operator: { id, name, role }, organisation: organisationName };
}

export async function setStatus(
  relay: Relay,
  account: OperatorAccount,
  status: OperatorStatus,
): Promise<void> {
  try {
    await relay.accounts.setStatus(account, status);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    // No answer: the console asks again as soon as `service` says that the server stores (T3).
    relay.storage.failed(error);
    return;
  }
  relay.bus.poke({ kind: 'status', organisation: account.organisation, operator: account.operator, status });
}

type Entrance = Pick<Relay, 'conversations' | 'presence' | 'leases' | 'bus' | 'log'>;

/** Tells the citizens whom this operator helps that presence may have changed. */
async function announcePresence(relay: Entrance, { organisation, operator }: OperatorAccount): Promise<void> {
  for (const { conversation } of await relay.conversations.findActive(organisation, operator)) {
    relay.bus.poke({ kind: 'presence', organisation, conversation });
  }
}

function announce(relay: Entrance, account: OperatorAccount): void {
  // Presence may be lost (T1); a store that is closing must not take the process with it.
  announcePresence(relay, account).catch(() => relay.log.warn({ code: 'presence-not-told' }, 'presence'));
}

export function operatorCame(relay: Entrance, account: OperatorAccount): void {
  relay.presence.operatorCame(account);
  relay.leases.heard(account);
  announce(relay, account);
}

export function operatorLeft(relay: Entrance, account: OperatorAccount): void {
  relay.presence.operatorLeft(account, () => announce(relay, account));
  if (!relay.presence.hasLine(account.operator)) relay.leases.lost(account);
}
