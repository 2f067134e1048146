// Messages that are not surely on the server yet, on the device, where every tab of the site can find them: for a crash or a closed tab.
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { readMessages, type StoredMessage } from './stored-message.ts';

/** One shelf a conversation, on it one row of messages for each page that writes. */
export interface OutboxStore {
  /** Replaces the row, as far as it is `known`. Rejects when the browser refuses: private mode, no room. */
  keep(
    shelf: string,
    device: string,
    row: readonly StoredMessage[],
    known: ReadonlySet<string>,
  ): Promise<void>;
  /** The rows, by who has them there. */
  read(shelf: string): Promise<ReadonlyMap<string, readonly StoredMessage[]>>;
  /** Moves a row in one transaction: of two tabs that try, one gets it. */
  move(shelf: string, from: string, to: string): Promise<StoredMessage[]>;
  wipe(shelf: string): Promise<void>;
  /** Throws away what is too old, of any conversation. */
  sweep(): Promise<void>;
}

/** What was moved into the row a moment ago, and its page does not know yet, stays: nothing else remembers it. */
export function replaceRow(
  found: readonly StoredMessage[],
  row: readonly StoredMessage[],
  known: ReadonlySet<string>,
): StoredMessage[] {
  return [...found.filter(({ id }) => !known.has(id)), ...row];
}

type Rows = Map<string, StoredMessage[]>;

function readRows(found: unknown): Rows {
  const rows: Rows = new Map();
  for (const [device, row] of Object.entries(Object(found))) {
    const messages = readMessages(row, Date.now());
    if (messages.length > 0) rows.set(device, messages);
  }
  return rows;
}

function put(store: IDBObjectStore, shelf: IDBValidKey, rows: Rows): void {
  if (rows.size === 0) store.delete(shelf);
  else store.put(Object.fromEntries(rows), shelf);
}

export function createOutboxStore(): OutboxStore {
  const reach = createStore('vangnet', 'outbox');
  // Where storage is forbidden, touching `indexedDB` already throws: here that is a refusal like any other.
  const open: UseStore = async (mode, act) => reach(mode, act);

  /** Resolves when it is on the disk. */
  function change<Result>(shelf: string, act: (rows: Rows) => Result): Promise<Result> {
    return open('readwrite', async (store) => {
      const rows = readRows(await promisifyRequest(store.get(shelf)));
      const result = act(rows);
      put(store, shelf, rows);
      await promisifyRequest(store.transaction);
      return result;
    });
  }

  return {
    keep: (shelf, device, row, known) =>
      change(shelf, (rows) => {
        const next = replaceRow(rows.get(device) ?? [], row, known);
        rows.set(device, next);
        if (next.length === 0) rows.delete(device);
      }),
    read: (shelf) => open('readonly', async (store) => readRows(await promisifyRequest(store.get(shelf)))),
    move: (shelf, from, to) =>
      change(shelf, (rows) => {
        const row = rows.get(from) ?? [];
        rows.delete(from);
        if (row.length > 0) rows.set(to, [...row, ...(rows.get(to) ?? [])]);
        return row;
      }),
    wipe: (shelf) => change(shelf, (rows) => rows.clear()),
    sweep: () =>
      open('readwrite', async (store) => {
        for (const shelf of await promisifyRequest(store.getAllKeys())) {
          put(store, shelf, readRows(await promisifyRequest(store.get(shelf))));
        }
      }),
  };
}
