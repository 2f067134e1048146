// Takes out of the tables what a site keeps no longer, so many rows in one transaction that messages never wait for it.
import type { Kysely } from 'kysely';
import type { RetentionStore } from '../application/ports.ts';
import { endOfRetention, type Retention, USUAL_RETENTION } from '../domain/retention.ts';
import type { Tables } from './schema.ts';
import { hasRemark, isDone } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';
import type { WriteQueue } from './write-queue.ts';

/** Some 5 ms of writing. */
const AT_ONCE = 500;

type Site = Parameters<RetentionStore['purge']>[0];

/** Each takes a few out of one table, and says how many. */
function createDrops(kysely: Kysely<Tables>, runner: SqliteRunner) {
  return {
    dropContacts(site: Site, before: number): number {
      const old = kysely
        .selectFrom('contact_request')
        .select('id')
        .where(isDone)
        .where('site_id', '=', site.id)
        .where('changed_at', '<', before)
        .limit(AT_ONCE);
      return runner.run(kysely.deleteFrom('contact_request').where('id', 'in', old).returning('id')).length;
    },
    dropRatings(site: Site, before: number): number {
      const old = kysely
        .selectFrom('rating')
        .select('conversation_id')
        .where('site_id', '=', site.id)
        .where('first_at', '<', before)
        .limit(AT_ONCE);
      const drop = kysely.deleteFrom('rating').where('conversation_id', 'in', old);
      return runner.run(drop.returning('conversation_id')).length;
    },
    dropRemarks(site: Site, before: number): number {
      const old = kysely
        .selectFrom('rating')
        .select('conversation_id')
        .where(hasRemark)
        .where('site_id', '=', site.id)
        .where('rated_at', '<', before)
        .limit(AT_ONCE);
      const drop = kysely.updateTable('rating').set({ remark: null }).where('conversation_id', 'in', old);
      return runner.run(drop.returning('conversation_id')).length;
    },
  };
}

async function readRetention(kysely: Kysely<Tables>, site: Site): Promise<Retention> {
  const row = await kysely
    .selectFrom('retention_setting')
    .selectAll()
    .where('site_id', '=', site.id)
    .where('organisation_id', '=', site.organisation)
    .executeTakeFirst();
  if (!row) return USUAL_RETENTION;
  return { contactDays: row.contact_days, ratingDays: row.rating_days, remarkDays: row.remark_days };
}

export function createRetentionStore(
  kysely: Kysely<Tables>,
  runner: SqliteRunner,
  queue: WriteQueue,
): RetentionStore {
  const { dropContacts, dropRatings, dropRemarks } = createDrops(kysely, runner);

  async function dropAll(drop: typeof dropContacts, site: Site, before: number): Promise<number> {
    let gone = 0;
    for (let some = AT_ONCE; some === AT_ONCE; gone += some) {
      some = await queue.write(() => drop(site, before));
    }
    return gone;
  }

  return {
    async purge(site, now) {
      const { contactDays, ratingDays, remarkDays } = await readRetention(kysely, site);
      const contacts = await dropAll(dropContacts, site, endOfRetention(contactDays, now));
      const ratings = await dropAll(dropRatings, site, endOfRetention(ratingDays, now));
      const remarks = await dropAll(dropRemarks, site, endOfRetention(remarkDays, now));
      return contacts + ratings + remarks;
    },
  };
}
