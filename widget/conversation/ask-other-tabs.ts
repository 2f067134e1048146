// A page of a fresh tab: the citizen may have a conversation in another one, and goes on with it here.
import { parseSession, type StoredSession } from './session-store.ts';
import { openTabChannel } from './tab-channel.ts';

/** A tab that runs answers within a few ms; one that the browser put to sleep does not. */
const PATIENCE_MS = 1_000;

export function askOtherTabs(
  siteId: string,
  found: (session: StoredSession) => void,
  signal: AbortSignal,
): void {
  const channel = openTabChannel(siteId, (word) => {
    if (word.kind !== 'here') return;
    const session = parseSession(JSON.stringify(word), Date.now());
    stop();
    if (session !== null) found(session);
  });
  const timer = setTimeout(stop, PATIENCE_MS);
  function stop(): void {
    clearTimeout(timer);
    channel.close();
  }
  signal.addEventListener('abort', stop);
  channel.say({ kind: 'ask' });
}
