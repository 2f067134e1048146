// What visits add to the crowd's sums, inside the write queue's transaction. A site has only so many rows: a liar cannot fill the disk.
import type { Kysely } from 'kysely';
import type { FormSums } from '#protocol';
import type { Site } from '../application/ports.ts';
import { addVisit, type FieldCrowd, FORGOTTEN_AFTER_MS, splitVisit } from '../domain/crowd.ts';
import type { FormFieldTable, Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';

/** A large gemeente has a few hundred forms; the fields of the steps of one come to ten or so on average. */
const MOST_ROWS = 5_000;

type SiteKey = Pick<Site, 'id' | 'organisation'>;

export const toCrowd = (row: FormFieldTable): FieldCrowd => ({
  count: row.count,
  sumLn: row.sum_ln,
  sumLn2: row.sum_ln2,
  errors: row.errors,
  last: row.last,
  finished: row.finished,
  unfinished: row.unfinished,
  fadedAt: row.faded_at,
});

const toColumns = (crowd: FieldCrowd) => ({
  count: crowd.count,
  sum_ln: crowd.sumLn,
  sum_ln2: crowd.sumLn2,
  errors: crowd.errors,
  last: crowd.last,
  finished: crowd.finished,
  unfinished: crowd.unfinished,
  faded_at: crowd.fadedAt,
});

export function createCrowdWrites(kysely: Kysely<Tables>, runner: SqliteRunner, mostRows = MOST_ROWS) {
  const rowsOf = (site: SiteKey) => kysely.selectFrom('form_field').where('site_id', '=', site.id);

  const countRows = (site: SiteKey): number =>
    runner.run(rowsOf(site).select((select) => select.fn.countAll<number>().as('rows')))[0]?.rows ?? 0;

  /** Names that somebody made up have one visit each: they go first, and push each other out. */
  function makeRoom(site: SiteKey, wanted: number, now: number): void {
    const free = () => mostRows - countRows(site) - wanted;
    if (free() >= 0) return;
    const mine = kysely.deleteFrom('form_field').where('site_id', '=', site.id);
    runner.run(mine.where('faded_at', '<', now - FORGOTTEN_AFTER_MS));
    const tooMany = -free();
    if (tooMany <= 0) return;
    const weakest = rowsOf(site)
      .select(['form', 'field'])
      .orderBy((order) => order('finished', '+', order.ref('unfinished')))
      .orderBy('faded_at')
      .limit(tooMany);
    for (const { form, field } of runner.run(weakest))
      runner.run(mine.where('form', '=', form).where('field', '=', field));
  }

  function addToForm(site: SiteKey, sums: FormSums, now: number): void {
    const rows = runner.run(rowsOf(site).selectAll().where('form', '=', sums.form));
    const known = new Map(rows.map((row) => [row.field, toCrowd(row)]));
    const visits = splitVisit(sums).map(([field, visit]) => ({
      field,
      isNew: !known.has(field),
      columns: toColumns(addVisit(known.get(field) ?? null, visit, now)),
    }));
    makeRoom(site, visits.filter(({ isNew }) => isNew).length, now);
    for (const { field, columns } of visits) {
      const key = { organisation_id: site.organisation, site_id: site.id, form: sums.form, field };
      runner.run(
        kysely
          .insertInto('form_field')
          .values({ ...key, ...columns })
          .onConflict((conflict) => conflict.columns(['site_id', 'form', 'field']).doUpdateSet(columns)),
      );
    }
  }

  return { add: addToForm };
}
