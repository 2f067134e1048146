// The SQLite store: one connection, one write queue, and the ports of the application on top of them.
import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { ContactRequestStore } from '../application/contact-port.ts';
import type {
  AccountStore,
  ConversationStore,
  CrowdStore,
  OfferStore,
  RatingStore,
  RetentionStore,
  SiteStore,
} from '../application/ports.ts';
import { createAccountStore } from './account-store.ts';
import { Checkpointer } from './checkpointer.ts';
import { createContactRequestStore } from './contact-request-store.ts';
import { ConversationWrites } from './conversation-writes.ts';
import { createCrowdStore } from './crowd-store.ts';
import { lockFolder } from './folder-lock.ts';
import { HotConversations } from './hot-conversations.ts';
import { MessageLog } from './message-log.ts';
import { migrate } from './migrate.ts';
import { OfferWrites } from './offer-writes.ts';
import { createQueueReads } from './queue-reads.ts';
import { createRatingStore } from './rating-store.ts';
import { createRetentionStore } from './retention-store.ts';
import type { Tables } from './schema.ts';
import { createSeeder, type Seeder } from './seed.ts';
import { createSiteStore } from './site-store.ts';
import { openDatabase, pathOf, UnsafeDatabase, writeProbe } from './sqlite-database.ts';
import { createKysely, SqliteRunner } from './sqlite-dialect.ts';
import { WriteQueue } from './write-queue.ts';

export interface Store {
  conversations: ConversationStore;
  offers: OfferStore;
  crowds: CrowdStore;
  contacts: ContactRequestStore;
  accounts: AccountStore;
  sites: SiteStore;
  ratings: RatingStore;
  retention: RetentionStore;
  seeder: Seeder;
  /** Reads one row: the disk answers. */
  check(): Promise<void>;
  /** A real write: resolves when it is on disk. */
  probe(value: string): Promise<void>;
  /** Resolves when everything that was accepted so far is on disk. */
  flush(): Promise<void>;
  /** Finishes what was accepted, then closes the file. */
  close(): void;
}

/** The identity of this database: a client that read another one drops its copy (R5). */
function readEpoch(database: DatabaseSync, fresh: string): string {
  database.prepare("INSERT INTO meta (name, value) VALUES ('epoch', ?) ON CONFLICT DO NOTHING").run(fresh);
  const row = database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get();
  return String(row?.['value']);
}

/** Compiled once: after a restart everyone comes back at the same time with a token. */
function createTokenQuery(kysely: Kysely<Tables>, runner: SqliteRunner) {
  const query = kysely
    .selectFrom('conversation')
    .select(['organisation_id', 'id'])
    .where('site_id', '=', 0)
    .where('token_hash', '=', '')
    .compile();
  return (site: number, tokenHash: string) =>
    runner.runCompiled<{ organisation_id: number; id: number }>({
      sql: query.sql,
      parameters: [site, tokenHash],
    })[0];
}

interface Parts {
  kysely: Kysely<Tables>;
  runner: SqliteRunner;
  queue: WriteQueue;
  hot: HotConversations;
  log: MessageLog;
  writes: ConversationWrites;
}

function createConversationStore(epoch: string, parts: Parts): ConversationStore {
  const { kysely, runner, queue, hot, log, writes } = parts;
  const findToken = createTokenQuery(kysely, runner);
  const load = (organisation: number, conversation: number) => hot.load(organisation, conversation);
  const recordOf = (row: { organisation_id: number; id: number } | undefined) =>
    (row && load(row.organisation_id, row.id)?.record) ?? null;
  const columns = ['organisation_id', 'id'] as const;

  return {
    epoch,
    open: (opening, now) => queue.write(() => writes.open(opening, now)),
    execute: (ref, command, now) => queue.write(() => writes.execute(ref, command, now)),
    speak: (ref, language) => queue.write(() => writes.speak(ref, language)),
    read: (ref) => load(ref.organisation, ref.conversation)?.record ?? null,
    findByToken: async (site, tokenHash) => recordOf(findToken(site, tokenHash)),
    async findById(organisation, id) {
      const query = kysely.selectFrom('conversation').select(columns).where('public_id', '=', id);
      return recordOf(await query.where('organisation_id', '=', organisation).executeTakeFirst());
    },
    readEvents(ref, after, limit) {
      const known = load(ref.organisation, ref.conversation);
      if (!known) return [];
      const { tail } = known;
      const first = tail[0]?.seq ?? Number.POSITIVE_INFINITY;
      if (after + 1 >= first) return tail.slice(after + 1 - first, after + 1 - first + limit);
      return log.readAfter(ref.conversation, after, limit).map(({ event }) => event);
    },
    readLastN: (ref, device) => load(ref.organisation, ref.conversation)?.lastN.get(device) ?? 0,
    setLeases: (whose, until) => queue.write(() => writes.setLeases(whose, until)),
    ...createQueueReads(kysely),
  };
}

/** Demo data has public sign-in links: a production server must not serve it, nor demo data join real conversations. */
function claimForMode(database: DatabaseSync, mode: string): void {
  database.prepare("INSERT INTO meta (name, value) VALUES ('mode', ?) ON CONFLICT DO NOTHING").run(mode);
  const row = database.prepare("SELECT value FROM meta WHERE name = 'mode'").get();
  if (row?.['value'] === mode) return;
  throw new UnsafeDatabase(
    `VANGNET_DATA_DIR holds the data of "${row?.['value']}" mode; choose another directory for "${mode}".`,
  );
}

/** Notes places in bulk, between the messages. What fails is tried again later: reading does without. */
function createPlacer(log: MessageLog, queue: WriteQueue): { check(all?: boolean): void } {
  let placing = false;
  return {
    check(all = false) {
      if (placing || !(all ? log.hasUnplaced : log.needsPlacing)) return;
      placing = true;
      const placed = queue.write(() => log.place());
      placed
        .then((done) => done())
        .catch(() => {})
        .finally(() => {
          placing = false;
        });
    },
  };
}

function openAlone(directory: string): { database: DatabaseSync; unlock: () => void } {
  const database = openDatabase(directory);
  try {
    return { database, unlock: lockFolder(directory) };
  } catch (refused) {
    database.close();
    throw refused;
  }
}

export function openSqliteStore(directory: string, fresh: { epoch: string; mode: string }): Store {
  const { database, unlock } = openAlone(directory);
  migrate(database);
  claimForMode(database, fresh.mode);
  const runner = new SqliteRunner(database);
  const kysely = createKysely(database, runner);
  const log = new MessageLog(database);
  const hot = new HotConversations(kysely, runner, log);
  const queue: WriteQueue = new WriteQueue(database, {
    keep() {
      hot.keep();
      placer.check();
      checkpointer.look();
    },
    drop: () => hot.drop(),
  });
  const placer = createPlacer(log, queue);
  const checkpointer = new Checkpointer(database, pathOf(directory));
  // Who comes back reads a whole conversation: a third of a millisecond each for looking through rows without a place.
  placer.check(true);
  const offers = new OfferWrites(kysely, runner);
  const writes = new ConversationWrites({ kysely, runner, log, hot, offers });
  return {
    conversations: createConversationStore(readEpoch(database, fresh.epoch), {
      kysely,
      runner,
      queue,
      hot,
      log,
      writes,
    }),
    offers: {
      hold: (asked, live, now) => queue.write(() => offers.hold(asked, { live, now })),
      change: (asked, live, now) => queue.write(() => offers.change(asked, { live, now })),
      readDeskLoad: async (organisation, live, now) => offers.readDeskLoad(organisation, { live, now }),
    },
    crowds: createCrowdStore(kysely, runner, queue),
    contacts: createContactRequestStore(kysely, runner, queue),
    accounts: createAccountStore(kysely, runner, queue),
    sites: createSiteStore(kysely),
    ratings: createRatingStore(kysely, runner, queue),
    retention: createRetentionStore(kysely, runner, queue),
    seeder: createSeeder(kysely, runner, queue),
    async check() {
      await kysely.selectFrom('meta').select('name').limit(1).execute();
    },
    probe: (value) => queue.write(() => writeProbe(database, value)),
    flush: () => queue.write(() => undefined),
    close() {
      queue.close();
      checkpointer.close();
      database.close();
      unlock();
    },
  };
}
