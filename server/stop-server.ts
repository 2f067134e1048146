// L7, the planned stop, in order: no newcomers, a word to everyone, the commits that were accepted, the lines in slices, the file.
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { CLOSE } from '#protocol';
import type { Log } from './application/ports.ts';
import type { Hub } from './realtime/hub.ts';
import type { Line } from './realtime/line.ts';
import type { Store } from './storage/sqlite-store.ts';

/** Time over which clients spread, per client: 500 handshakes a second, well below what admission lets in. */
const SPREAD_PER_LINE_MS = 2;
const SPREAD_MOST_MS = 10_000;
/** So many lines hear 1012 at once; 10,000 take 2 s, and none of their closes waits behind all others. */
const SLICE = 250;
const SLICE_EVERY_MS = 50;
/** A client that polls fetches its last frame with a request of its own; closing the server ends idle connections. */
const LAST_WORDS_MS = 250;
/** Sockets get this long to answer the close frame before they are cut. */
const CLOSE_GRACE_MS = 500;

export interface Stopping {
  server: Server;
  hub: Hub;
  store: Store;
  /** Resolves when nothing reads the store any more to send it. */
  stopMail(): Promise<void>;
  endings: readonly (() => void)[];
  log: Log;
}

export async function stopServer({ server, hub, store, stopMail, endings, log }: Stopping): Promise<void> {
  const lines = [...hub.lines];
  const spreadMs = Math.min(SPREAD_MOST_MS, lines.length * SPREAD_PER_LINE_MS);
  for (const line of lines) line.send({ type: 'drain', spreadMs });
  await flush(store, log);
  await closeInSlices(lines);
  // What came in between the word and the close was accepted too.
  await flush(store, log);
  for (const end of endings) end();
  if (lines.length > 0) await wait(LAST_WORDS_MS);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = setTimeout(() => {
    for (const line of hub.lines) line.terminate();
    server.closeAllConnections();
  }, CLOSE_GRACE_MS);
  server.closeIdleConnections();
  await closed;
  clearTimeout(cut);
  await stopMail();
  store.close();
  log.info({ lines: lines.length }, 'stopped');
}

/** A store that cannot write now must not hold up the stop: what it did not take was not acked. */
async function flush(store: Store, log: Log): Promise<void> {
  await store.flush().catch(() => log.error({ code: 'not-flushed' }, 'stop'));
}

async function closeInSlices(lines: readonly Line[]): Promise<void> {
  for (let from = 0; from < lines.length; from += SLICE) {
    if (from > 0) await wait(SLICE_EVERY_MS);
    for (const line of lines.slice(from, from + SLICE)) line.close(CLOSE.restart);
  }
}
