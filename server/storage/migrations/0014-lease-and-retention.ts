// A call-back request that was taken is lent, not given away; and how long what is done with is kept.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';
import { sql } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();

export function addLeaseAndRetention(schema: SchemaModule): Compilable[] {
  return [
    schema.alterTable('contact_request').addColumn('lease_until', 'integer'),
    schema
      .createTable('retention_setting')
      .addColumn('site_id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('contact_days', 'integer', must)
      .addColumn('rating_days', 'integer', must)
      .addColumn('remark_days', 'integer', must)
      .addForeignKeyConstraint('retention_setting_site', ['organisation_id', 'site_id'], 'site', [
        'organisation_id',
        'id',
      ]),
    // What can be purged is looked for once an hour; what is done with is most of the table.
    schema
      .createIndex('contact_request_done')
      .on('contact_request')
      .columns(['site_id', 'changed_at'])
      .where(sql.ref('status'), '=', sql.lit('done')),
    schema
      .createIndex('contact_request_taken')
      .on('contact_request')
      .column('lease_until')
      .where(sql.ref('status'), '=', sql.lit('taken')),
    schema
      .createIndex('rating_remark')
      .on('rating')
      .columns(['site_id', 'rated_at'])
      .where(sql.ref('remark'), 'is not', sql.lit(null)),
    schema.createIndex('rating_of_site').on('rating').columns(['site_id', 'first_at']),
  ];
}
