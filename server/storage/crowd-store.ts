// The crowd's sums per field and the settings per form, as the application asks for them.
import type { Kysely } from 'kysely';
import { OFFER_MANNERS, SENSITIVITIES } from '#protocol';
import type { CrowdStore } from '../application/ports.ts';
import { WHOLE_FORM } from '../domain/crowd.ts';
import { createCrowdWrites, toCrowd } from './crowd-writes.ts';
import type { Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';
import type { WriteQueue } from './write-queue.ts';

/** More fields with a crowd than this no form has; it bounds the answer. */
const MOST_FIELDS = 200;

export function createCrowdStore(
  kysely: Kysely<Tables>,
  runner: SqliteRunner,
  queue: WriteQueue,
): CrowdStore {
  const writes = createCrowdWrites(kysely, runner);
  return {
    add: (site, sums, now) => queue.write(() => writes.add(site, sums, now)),
    async readSetting(site, form) {
      const rows = await kysely
        .selectFrom('form_setting')
        .select(['form', 'sensitivity', 'manner'])
        .where('site_id', '=', site.id)
        .where('form', 'in', [form, ''])
        .execute();
      const row = rows.find((one) => one.form === form) ?? rows[0];
      return {
        sensitivity: SENSITIVITIES.find((name) => name === row?.sensitivity) ?? 'normal',
        manner: OFFER_MANNERS.find((name) => name === row?.manner) ?? 'card',
      };
    },
    async readFields(site, form) {
      const rows = await kysely
        .selectFrom('form_field')
        .selectAll()
        .where('site_id', '=', site.id)
        .where('form', '=', form)
        .where('field', '!=', WHOLE_FORM)
        .orderBy('count', 'desc')
        .limit(MOST_FIELDS)
        .execute();
      return rows.map((row) => ({ field: row.field, crowd: toCrowd(row) }));
    },
  };
}
