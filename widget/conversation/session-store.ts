// What must survive a page load: the secret of the conversation, messages on their way and the draft. This tab only.
export interface StoredSession {
  readonly token: string;
  /** Null until the server said that it has the conversation. */
  readonly conversation: string | null;
  readonly open: boolean;
  readonly outbox: readonly { readonly id: string; readonly text: string }[];
  readonly draft: string;
}

export interface SessionStore {
  read(): StoredSession | null;
  /** False when the browser refuses: from then on it is kept in memory, and lost with the page. */
  write(session: StoredSession): boolean;
  wipe(): void;
}

/** More than this is not a conversation any more; it keeps us far from the 5 MB that the host page may need too. */
const MOST_MESSAGES = 50;

/** The page can write here too: whatever is not ours reads as nothing. */
export function parseSession(json: string | null): StoredSession | null {
  try {
    const found: unknown = JSON.parse(json ?? '');
    const { token, conversation, open, outbox, draft }: Partial<Record<string, unknown>> = Object(found);
    if (typeof token !== 'string' || !/^[\w-]{43}$/.test(token)) return null;
    return {
      token,
      conversation: typeof conversation === 'string' ? conversation : null,
      open: open === true,
      outbox: Array.isArray(outbox)
        ? outbox.map((message) => ({ id: String(message.id), text: String(message.text) }))
        : [],
      draft: typeof draft === 'string' ? draft : '',
    };
  } catch {
    return null;
  }
}

/** `reach` and not the storage itself: where storage is forbidden, touching `sessionStorage` already throws. */
export function createSessionStore(
  siteId: string,
  reach: () => Storage = () => sessionStorage,
): SessionStore {
  const key = `vangnet:${siteId}`;
  function attempt<Result>(act: (storage: Storage) => Result, otherwise: Result): Result {
    try {
      return act(reach());
    } catch {
      return otherwise;
    }
  }
  return {
    read: () => attempt((storage) => parseSession(storage.getItem(key)), null),
    write: (session) =>
      attempt((storage) => {
        const outbox = session.outbox.slice(-MOST_MESSAGES);
        storage.setItem(key, JSON.stringify({ ...session, outbox }));
        return true;
      }, false),
    wipe: () => attempt((storage) => storage.removeItem(key), undefined),
  };
}
