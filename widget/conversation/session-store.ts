// What must survive a page load of this tab: the secret of the conversation, the draft, and messages that are not in the outbox store yet.
import { type Introduction, LANGUAGES, type Language } from '#protocol';
import { readMessages, type StoredMessage } from './stored-message.ts';

export interface StoredSession {
  readonly token: string;
  /** Null until the server said that it has the conversation. */
  readonly conversation: string | null;
  readonly open: boolean;
  /** Under whose name the page before this one kept its messages. */
  readonly device: string | null;
  readonly outbox: readonly StoredMessage[];
  /** Ids of what the log did not show yet (M9); never the texts, and for as long as the conversation is remembered. */
  readonly owed: readonly string[];
  /** How far the citizen has seen the log. */
  readonly seen: number;
  readonly draft: string;
  /** The citizen does not share the page with the operator (T6). */
  readonly hidesPage: boolean;
  /** In which the citizen reads (G2). Null: kept by an older version, or nothing was begun. */
  readonly language: Language | null;
  /** What was told before the first word (N2). */
  readonly introduction: Introduction | null;
}

/** What the citizen chose or told, apart from the conversation: it stays when a new one is begun. */
export type Chosen = Pick<StoredSession, 'hidesPage' | 'language' | 'introduction'>;

export interface SessionStore {
  read(): StoredSession | null;
  /** False when the browser refuses: from then on it is kept in memory, and lost with the page. */
  write(session: StoredSession): boolean;
  wipe(): void;
}

const readText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const readIds = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

function readIntroduction(value: unknown): Introduction | null {
  const { name, subject }: Partial<Record<string, unknown>> = Object(value);
  return typeof name === 'string' && typeof subject === 'string' ? { name, subject } : null;
}

/** The page can write here too: whatever is not ours reads as nothing. */
export function parseSession(json: string | null, now: number): StoredSession | null {
  try {
    const found: unknown = JSON.parse(json ?? '');
    const {
      token,
      conversation,
      open,
      device,
      outbox,
      owed,
      seen,
      draft,
      hidesPage,
      language,
      introduction,
    }: Partial<Record<string, unknown>> = Object(found);
    if (typeof token !== 'string' || !/^[\w-]{43}$/.test(token)) return null;
    return {
      token,
      conversation: readText(conversation),
      open: open === true,
      device: readText(device),
      outbox: readMessages(outbox, now),
      owed: readIds(owed),
      seen: typeof seen === 'number' ? seen : 0,
      draft: readText(draft) ?? '',
      hidesPage: hidesPage === true,
      language: LANGUAGES.find((code) => code === language) ?? null,
      introduction: readIntroduction(introduction),
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
    read: () => attempt((storage) => parseSession(storage.getItem(key), Date.now()), null),
    write: (session) =>
      attempt((storage) => {
        storage.setItem(key, JSON.stringify(session));
        return true;
      }, false),
    wipe: () => attempt((storage) => storage.removeItem(key), undefined),
  };
}
